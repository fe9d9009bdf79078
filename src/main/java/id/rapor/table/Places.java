package id.rapor.table;

import java.util.List;

/**
 * One row says which zone and working calendar hold at one place, for each place that cases name.
 */
public final class Places {
  public static final Field RESOLVED_REGION =
      Field.optional("resolved_region", Field.TEXT, "the case's region, else the agency's");
  public static final Field ZONE =
      Field.required("zone", Field.TEXT, "IANA time zone of the place");

  public static final Table TABLE =
      new Table(
          "places",
          "one place that cases name",
          List.of(Cases.AGENCY_ID, Cases.OFFICE_ID, Cases.REGION_CODE),
          List.of(
              Cases.AGENCY_ID,
              Cases.OFFICE_ID,
              Cases.REGION_CODE,
              RESOLVED_REGION,
              ZONE,
              WorkingDays.CALENDAR));

  private Places() {}
}
