package id.rapor.table;

import java.util.List;

/** Reference: one row is one day on which offices are closed, or open out of turn. */
public final class Holidays {
  public static final Field DATE = Field.required("date", Field.DAY, "the day");
  public static final Field NAME = Field.optional("name", Field.TEXT, "the day's name");
  public static final Field REGION_CODE =
      Field.optional("region_code", Field.TEXT, "empty = the whole nation");
  public static final Field KIND =
      Field.required("kind", Field.TEXT, "holiday, joint_leave, extra_open");

  public static final Table TABLE =
      new Table(
          "holidays",
          "one day closed, or open out of turn",
          List.of(DATE, REGION_CODE),
          List.of(DATE, NAME, REGION_CODE, KIND));

  private Holidays() {}
}
