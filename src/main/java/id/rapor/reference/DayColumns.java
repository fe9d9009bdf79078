package id.rapor.reference;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;

/**
 * The columns of one day of a calendar where it stands beside a row, under names of its own, so
 * that several days can stand beside one row.
 *
 * @param key what finds it: see {@link WorkingClock}
 * @param day the day of the span
 * @param before working minutes from the span's start to the day's
 * @param minutes working minutes of the day
 * @param openDays open days up to it, itself included
 * @param opens minutes of the day at which it opens; 0 where it opens fewer times
 * @param closes minutes of the day at which it closes, matching opens
 */
record DayColumns(
    Field key,
    Field day,
    Field before,
    Field minutes,
    Field openDays,
    List<Field> opens,
    List<Field> closes) {

  static DayColumns named(String name, int openings) {
    return new DayColumns(
        whole(name + "_key"),
        whole(name + "_day"),
        whole(name + "_before"),
        whole(name + "_minutes"),
        whole(name + "_open_days"),
        IntStream.range(0, openings).mapToObj(i -> whole(name + "_opens_" + i)).toList(),
        IntStream.range(0, openings).mapToObj(i -> whole(name + "_closes_" + i)).toList());
  }

  List<Field> all() {
    List<Field> all = new ArrayList<>(List.of(key, day, before, minutes, openDays));
    all.addAll(opens);
    all.addAll(closes);
    return all;
  }

  /** Working minutes from the span's start to a minute of this day. */
  Column worked(Column minuteOfDay) {
    Column worked = before.col();
    for (int i = 0; i < opens.size(); i++) {
      Column open = least(minuteOfDay, closes.get(i).col()).minus(opens.get(i).col());
      worked = worked.plus(greatest(lit(0L), open));
    }
    return worked;
  }

  /** Working minutes from the span's start to this day's end. */
  Column after() {
    return before.col().plus(minutes.col());
  }

  /** The first minute of the span at which {@code worked} minutes have passed, on this day. */
  Column minuteReaching(Column worked) {
    Column left = worked.minus(before.col());
    Column minute = lit(null).cast(Field.WHOLE);
    // From the last opening to the first: the first that is long enough must win.
    for (int i = opens.size() - 1; i >= 0; i--) {
      Column passed = lit(0L);
      for (int earlier = 0; earlier < i; earlier++) {
        passed = passed.plus(closes.get(earlier).col()).minus(opens.get(earlier).col());
      }
      Column at = opens.get(i).col().plus(left).minus(passed);
      minute = when(at.leq(closes.get(i).col()), at).otherwise(minute);
    }
    return day.col().multiply(lit((long) CalendarSpan.DAY)).plus(coalesce(minute, lit(0L)));
  }

  /** The last minute of this day. */
  Column lastMinute() {
    return day.col().multiply(lit((long) CalendarSpan.DAY)).plus(lit(CalendarSpan.DAY - 1L));
  }

  private static Field whole(String name) {
    return Field.optional(name, Field.WHOLE, "see DayColumns");
  }
}
