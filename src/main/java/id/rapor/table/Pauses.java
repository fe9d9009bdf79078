package id.rapor.table;

import static id.rapor.table.Cases.AGENCY_ID;
import static id.rapor.table.Cases.CASE_ID;

import java.util.List;

/** One row is one stop of a case's clock. */
public final class Pauses {
  public static final Field PAUSED_AT =
      Field.required("paused_at", Field.TIME, "when the clock was stopped");
  public static final Field RESUMED_AT =
      Field.optional("resumed_at", Field.TIME, "when it ran again; empty while stopped");
  public static final Field REASON = Field.optional("reason", Field.TEXT, "why it was stopped");

  public static final Feed FEED =
      Feed.of(
          "pauses",
          "one stop of the clock",
          List.of(AGENCY_ID, CASE_ID, PAUSED_AT),
          List.of(CASE_ID, AGENCY_ID, PAUSED_AT, RESUMED_AT, REASON));

  private Pauses() {}
}
