package id.rapor.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/**
 * One row says on which days the offices of one region or agency are closed or open out of turn; on
 * the way to what lines are held against, never stored.
 */
public final class OpenDays {
  public static final Field FIRST_DAY =
      Field.optional("first_day", Field.DAY, "the day that open_days begins with");
  public static final Field OPEN_DAYS =
      Field.optional(
          "open_days",
          DataTypes.createArrayType(Field.TRUTH, true),
          "one entry a day: true = open out of turn, false = closed, empty = as the week says");
  public static final Field OPEN_WEEK =
      Field.optional(
          "open_week",
          DataTypes.createArrayType(Field.TRUTH, false),
          "Monday to Sunday: whether offices open; empty where hours vary by office or season");

  /** What is known of a region. */
  public static final List<Field> OF_REGION =
      List.of(Cases.REGION_CODE, Places.ZONE, FIRST_DAY, OPEN_DAYS);

  /** What is known of an agency, by the region of its seat. */
  public static final List<Field> OF_AGENCY =
      List.of(Cases.AGENCY_ID, Places.ZONE, FIRST_DAY, OPEN_DAYS, OPEN_WEEK);

  private OpenDays() {}
}
