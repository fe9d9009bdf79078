package id.rapor.table;

import static id.rapor.table.Cases.AGENCY_ID;
import static id.rapor.table.Cases.CASE_ID;

import java.util.List;

/** One row is one step of a case. */
public final class Steps {
  public static final Field ACTIVITY = Field.required("activity", Field.TEXT, "what was done");
  public static final Field STARTED_AT =
      Field.required("started_at", Field.TIME, "when the step began");
  public static final Field ENDED_AT =
      Field.optional("ended_at", Field.TIME, "when the step ended");
  public static final Field ORDINAL =
      Field.required(
          "ordinal",
          Field.WHOLE,
          "place among steps of the same case, activity, start and recording in one file, from 1");

  public static final Feed FEED = feed();

  private Steps() {}

  private static Feed feed() {
    Feed delivered =
        Feed.of(
            "steps",
            "one step of a case",
            List.of(AGENCY_ID, CASE_ID, ACTIVITY, STARTED_AT),
            List.of(CASE_ID, AGENCY_ID, ACTIVITY, Cases.OFFICER_ID, STARTED_AT, ENDED_AT));
    Table counted = delivered.table().with(List.of(ORDINAL));
    return new Feed(
        delivered.name(),
        delivered.columns(),
        new Table(
            counted.name(),
            counted.row(),
            List.of(AGENCY_ID, CASE_ID, ACTIVITY, STARTED_AT, ORDINAL),
            counted.fields()));
  }
}
