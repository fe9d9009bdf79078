package id.rapor.table;

import static id.rapor.table.Cases.AGENCY_ID;
import static id.rapor.table.Cases.CASE_ID;

import java.util.List;

/** One row is one document asked of the applicant. */
public final class Documents {
  public static final Field DOCUMENT = Field.required("document", Field.TEXT, "which document");
  public static final Field REQUESTED_AT =
      Field.required("requested_at", Field.TIME, "when it was asked for");

  public static final Feed FEED =
      Feed.of(
          "documents",
          "one document asked for",
          List.of(AGENCY_ID, CASE_ID, DOCUMENT, REQUESTED_AT),
          List.of(CASE_ID, AGENCY_ID, DOCUMENT, REQUESTED_AT));

  private Documents() {}
}
