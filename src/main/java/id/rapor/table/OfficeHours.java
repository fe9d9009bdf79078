package id.rapor.table;

import java.util.List;

/**
 * Reference: one row is one opening of an office or agency on one weekday; several a day are
 * breaks.
 */
public final class OfficeHours {
  public static final Field WEEKDAY =
      Field.required("weekday", Field.TEXT, "monday ... sunday, or 1 (Monday) to 7");
  public static final Field OPENS = Field.required("opens", Field.TEXT, "local time, HH:mm");
  public static final Field CLOSES = Field.required("closes", Field.TEXT, "local time, HH:mm");

  public static final Table TABLE =
      new Table(
          "office_hours",
          "one opening on one weekday",
          List.of(Cases.OFFICE_ID, Cases.AGENCY_ID, WEEKDAY, OPENS, Standards.VALID_FROM),
          List.of(
              Cases.OFFICE_ID,
              Cases.AGENCY_ID,
              WEEKDAY,
              OPENS,
              CLOSES,
              Standards.VALID_FROM,
              Standards.VALID_TO));

  private OfficeHours() {}
}
