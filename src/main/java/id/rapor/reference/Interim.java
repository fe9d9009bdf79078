package id.rapor.reference;

import id.rapor.table.Field;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The columns that stand beside a case only while it is judged; none of them is stored. */
final class Interim {
  private static final DataType INT = DataTypes.IntegerType;
  private static final DataType INTS = DataTypes.createArrayType(INT, false);
  private static final DataType LISTS = DataTypes.createArrayType(INTS, false);

  // The place, as text without null, so that plain equality joins it.
  static final Field OFFICE = text("_office", "office_id, or nothing");
  static final Field REGION = text("_region", "region_code, or nothing");
  static final Field SOURCE = text("_source", "source, or nothing");
  static final Field OFFSET = whole("_offset", "seconds east of UTC where the zone keeps to one");
  static final Field CALENDAR_NUMBER = whole("_calendar", "number of the calendar in this run");
  static final Field SCOPE = whole("_scope", "number of what the standards tell apart");

  static final Field TOTAL_OPEN_DAYS = whole("_total_open_days", "open days of the calendar");
  static final Field TOTAL_MINUTES = whole("_total_minutes", "working minutes of the calendar");

  // The calendar, as arrays: see CalendarSpan.
  static final Field MINUTES_BEFORE = ints("_minutes_before");
  static final Field OPEN_DAYS = ints("_open_days");
  static final Field SCHEDULE = ints("_schedule");
  static final Field SCHEDULE_OPENS = lists("_schedule_opens");
  static final Field SCHEDULE_CLOSES = lists("_schedule_closes");
  static final Field DAY_NUMBER = whole("_day_number", "days since the span's first");

  // The standard in force.
  static final Field SPELL_SCOPE = whole("_spell_scope", "scope of the standard");
  static final Field SUBJECT = text("_subject", "service of the standard");
  static final Field SUBJECT_CLASS = text("_subject_class", "class of the standard");
  static final Field FIRST_DAY = whole("_first_day", "first day of the spell, since 1970");
  static final Field LAST_DAY = whole("_last_day", "last day of the spell, since 1970");
  static final Field LIMIT = whole("_limit", "time limit, in its unit");
  static final Field UNIT = text("_unit", "unit of the time limit");
  static final Field PREVIOUS_UNTIL = whole("_previous_until", "last day of the tariff before");
  static final Field NEXT_FROM = whole("_next_from", "first day of the tariff after");

  // The case.
  static final Field SUBMITTED_DAY = whole("_submitted_day", "local day since 1970");
  static final Field START = whole("_start", "local minute of the clock's start in the span");
  static final Field END = whole("_end", "local minute of closing in the span");
  static final Field START_DAY = whole("_start_day", "day of the span");
  static final Field START_KEY = whole("_start_key", "finds that day");
  static final Field END_KEY = whole("_end_key", "finds the day of closing");
  static final Field PAUSED = whole("_paused", "working minutes during which the clock stood");
  static final Field PAYMENTS =
      new Field("_payments", Field.MONEY, Field.Presence.OPTIONAL, "sum of payments");
  static final Field STOPPED = whole("_stops", "working minutes within the pauses feed");
  static final Field PAYMENTS_MONTH = text("_payments_month", "month in which payments are known");
  static final Field COVERED =
      new Field(
          "_covered",
          Field.TRUTH,
          Field.Presence.OPTIONAL,
          "payments of the agency and month are known");
  static final Field WAIVED =
      new Field("_waived", Field.TRUTH, Field.Presence.OPTIONAL, "the waiver is lawful");
  static final Field WAIVER_SERVICE = text("_waiver_service", "service of a lawful waiver");
  static final Field WAIVER_GROUND = text("_waiver_ground", "ground of a lawful waiver");

  static final Field WAIVER_FIRST_DAY = whole("_waiver_first_day", "its first day, since 1970");
  static final Field WAIVER_LAST_DAY = whole("_waiver_last_day", "its last day, since 1970");

  // Payments and pauses, one row per case.
  static final Field STOP_FROM = whole("_stop_from", "when the clock stopped, seconds since 1970");
  static final Field STOP_TO = whole("_stop_to", "when it ran again, seconds since 1970");
  static final Field STOP_FROM_KEY = whole("_stop_from_key", "finds the day of the stop");
  static final Field STOP_TO_KEY = whole("_stop_to_key", "finds the day of its end");
  static final Field STOPPED_UNTIL = whole("_stopped_until", "latest end of earlier stops");

  private Interim() {}

  private static Field text(String name, String meaning) {
    return Field.optional(name, Field.TEXT, meaning);
  }

  private static Field whole(String name, String meaning) {
    return Field.optional(name, Field.WHOLE, meaning);
  }

  private static Field ints(String name) {
    return Field.optional(name, INTS, "see CalendarSpan");
  }

  private static Field lists(String name) {
    return Field.optional(name, LISTS, "see CalendarSpan");
  }
}
