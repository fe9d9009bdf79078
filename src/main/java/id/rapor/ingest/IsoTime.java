package id.rapor.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.spark.sql.connector.catalog.functions.BoundFunction;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Reads ISO 8601: {@code 2025-03-31}, {@code 2025-03-31T08:00} with seconds, up to nine digits of a
 * fraction (cut to microseconds) and an offset {@code Z}, {@code +07}, {@code +0700} or {@code
 * +07:00}, or with a blank for {@code T}. Nothing looser: what Spark's own cast guesses of {@code
 * 2025} or {@code 2025-1-2} would hide a fault. A day is its first moment. In the hour that a clock
 * skips or repeats, the offset from before the change counts.
 */
public final class IsoTime implements UnboundFunction, ScalarFunction<Long> {
  private static final long SECOND = 1_000_000;
  private static final long DAY_SECONDS = 86_400;
  private static final int MOST_DIGITS = 9;
  private static final int DIGITS_KEPT = 6;
  private static final int DAY_ENDS = 10;
  private static final int MINUTE_ENDS = 16;
  private static final int SECOND_ENDS = 19;

  @Override
  public BoundFunction bind(StructType inputType) {
    return this;
  }

  @Override
  public DataType[] inputTypes() {
    return new DataType[] {DataTypes.StringType, DataTypes.StringType};
  }

  @Override
  public DataType resultType() {
    return DataTypes.TimestampType;
  }

  @Override
  public String name() {
    return "iso_time";
  }

  @Override
  public String description() {
    return "iso_time(text, zone): the moment that an ISO 8601 text tells";
  }

  /**
   * Called by generated code.
   *
   * @param text may be null
   * @param zone IANA name
   * @return microseconds since 1970 in UTC; null for a text that is no time
   */
  public static Long invoke(UTF8String text, UTF8String zone) {
    if (text == null) {
      return null;
    }
    try {
      return read(text, zone);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static long read(UTF8String text, UTF8String zone) {
    LocalDate day = LocalDate.of(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
    expect(isAt(text, 4, '-') && isAt(text, 7, '-'));
    if (text.numBytes() == DAY_ENDS) {
      return micros(day.atStartOfDay(), zone);
    }
    expect(isAt(text, DAY_ENDS, 'T') || isAt(text, DAY_ENDS, ' '));
    expect(isAt(text, 13, ':'));
    boolean timed = isAt(text, MINUTE_ENDS, ':');
    LocalDateTime moment =
        day.atTime(digits(text, 11, 2), digits(text, 14, 2), timed ? digits(text, 17, 2) : 0);
    int ends = timed ? secondEnds(text) : MINUTE_ENDS;
    long whole =
        ends == text.numBytes()
            ? micros(moment, zone)
            : micros(moment, offset(text, isAt(text, ends, ' ') ? ends + 1 : ends));
    return whole + fraction(text, ends);
  }

  /** Where the second and its fraction end. */
  private static int secondEnds(UTF8String text) {
    if (!isAt(text, SECOND_ENDS, '.')) {
      return SECOND_ENDS;
    }
    int ends = SECOND_ENDS + 1;
    while (ends < text.numBytes() && isDigit(text.getByte(ends))) {
      ends++;
    }
    expect(ends > SECOND_ENDS + 1 && ends <= SECOND_ENDS + 1 + MOST_DIGITS);
    return ends;
  }

  private static long fraction(UTF8String text, int ends) {
    long micros = 0;
    for (int place = SECOND_ENDS + 1; place <= SECOND_ENDS + DIGITS_KEPT; place++) {
      micros = micros * 10 + (place < ends ? text.getByte(place) - '0' : 0);
    }
    return micros;
  }

  /** Seconds east of UTC, as told from {@code start} to the end. */
  private static int offset(UTF8String text, int start) {
    int length = text.numBytes();
    if (isAt(text, start, 'Z')) {
      expect(start + 1 == length);
      return 0;
    }
    expect(isAt(text, start, '+') || isAt(text, start, '-'));
    int east = isAt(text, start, '-') ? -1 : 1;
    int hours = digits(text, start + 1, 2);
    int minutesStart = isAt(text, start + 3, ':') ? start + 4 : start + 3;
    int minutes = minutesStart == length ? 0 : digits(text, minutesStart, 2);
    expect(length == start + 3 || length == minutesStart + 2);
    return ZoneOffset.ofHoursMinutes(east * hours, east * minutes).getTotalSeconds();
  }

  private static long micros(LocalDateTime moment, UTF8String zone) {
    return micros(moment, ZoneNames.rules(zone).getOffset(moment).getTotalSeconds());
  }

  private static long micros(LocalDateTime moment, int offset) {
    long day = moment.toLocalDate().toEpochDay();
    return (day * DAY_SECONDS + moment.toLocalTime().toSecondOfDay() - offset) * SECOND;
  }

  private static int digits(UTF8String text, int start, int count) {
    expect(start + count <= text.numBytes());
    int number = 0;
    for (int at = start; at < start + count; at++) {
      byte digit = text.getByte(at);
      expect(isDigit(digit));
      number = number * 10 + digit - '0';
    }
    return number;
  }

  private static boolean isAt(UTF8String text, int place, char letter) {
    return place < text.numBytes() && text.getByte(place) == letter;
  }

  private static boolean isDigit(byte letter) {
    return letter >= '0' && letter <= '9';
  }

  private static void expect(boolean met) {
    if (!met) {
      throw new NoTime();
    }
  }

  /** What ends the reading of a text that is no time; without a trace, as it may come often. */
  private static final class NoTime extends DateTimeException {
    private static final long serialVersionUID = 1;

    NoTime() {
      super("no ISO 8601 time");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
