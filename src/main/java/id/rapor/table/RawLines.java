package id.rapor.table;

import java.util.List;

/**
 * One row is one record of a file as it was read, beside the source's own columns as text; on the
 * way only, never stored. The names cannot meet a source's.
 */
public final class RawLines {
  public static final Field DELIVERY =
      Field.required("rapor__delivery", Field.WHOLE, "ordinal of the file");
  public static final Field LINE =
      Field.required("rapor__line", Field.WHOLE, "ordinal of the record in the file");
  public static final Field RECORD =
      Field.optional(
          "rapor__record", Field.TEXT, "the record where its columns do not hold all of it");
  public static final Field MALFORMED_HASH =
      Field.optional(
          "rapor__malformed", Field.TEXT, "keyed hash of a record that could not be parsed");
  public static final Field FAULTS =
      Field.required(
          "rapor__faults",
          Field.TEXT,
          "what is empty or not of its column's type, as rule:column, joined by commas");
  public static final Field AGENCY_ZONE =
      Field.optional("rapor__agency_zone", Field.TEXT, "zone of the agency");
  public static final Field AGENCY_KNOWN = known("agency");
  public static final Field AGENCY_WEEK =
      Field.optional("rapor__agency_week", OpenDays.OPEN_WEEK.type(), "weekdays of the agency");
  public static final Field AGENCY_DAYS =
      Field.optional("rapor__agency_days", OpenDays.OPEN_DAYS.type(), "days at the agency's seat");
  public static final Field AGENCY_FIRST_DAY =
      Field.optional("rapor__agency_first_day", Field.DAY, "the first of the agency's days");
  public static final Field REGION_ZONE =
      Field.optional("rapor__region_zone", Field.TEXT, "zone of the region");
  public static final Field REGION_KNOWN = known("region");
  public static final Field REGION_DAYS =
      Field.optional("rapor__region_days", OpenDays.OPEN_DAYS.type(), "days of the region");
  public static final Field REGION_FIRST_DAY =
      Field.optional("rapor__region_first_day", Field.DAY, "the first of the region's days");
  public static final Field NOW =
      Field.required("rapor__now", Field.TIME, "when the run that reads the line began");
  public static final Field ZONE =
      Field.required("rapor__zone", Field.TEXT, "zone of the line's wall-clock times");
  public static final Field SERVICE_KNOWN = known("service");

  /** Begins the name of a column's typed value while its text still bears the column's own name. */
  public static final String VALUE_PREFIX = "rapor__value_";

  /** The record as it came, kept until it is known whether it is refused. */
  public static final String CELLS = "rapor__cells";

  /** What a reader puts before the source's own columns. */
  public static final List<Field> FIELDS = List.of(DELIVERY, LINE, RECORD, MALFORMED_HASH);

  private RawLines() {}

  private static Field known(String what) {
    return Field.optional(
        "rapor__" + what + "_known", Field.TRUTH, "true where the reference names the " + what);
  }
}
