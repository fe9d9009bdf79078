package id.rapor.settings;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * Key {@code complaints}: how long an agency may take over a complaint, from the day after it was
 * received to 24:00 of the last day.
 *
 * @param firstResponse key {@code first_response}; default 3 calendar days
 * @param information key {@code information}, of that class of complaints; default 5
 * @param noExamination key {@code no_examination}; default 14
 * @param examination key {@code examination}; default 60
 */
public record ComplaintClocks(
    Clock firstResponse, Clock information, Clock noExamination, Clock examination) {

  /** What a clock counts. */
  public enum Unit {
    CALENDAR_DAYS,
    /** Days on which the agency opens, in the region of the complaint. */
    WORKING_DAYS;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** So many days, 0 being the day of receipt itself. */
  public record Clock(int days, Unit unit) {
    public Clock {
      requireNonNull(unit);
    }

    public boolean isWorking() {
      return unit == Unit.WORKING_DAYS;
    }
  }

  /**
   * SP4N-LAPOR! (PermenPANRB 62/2018); that the days are calendar days is unverified, some units
   * promise working days.
   */
  public static final ComplaintClocks DEFAULTS =
      new ComplaintClocks(calendar(3), calendar(5), calendar(14), calendar(60));

  public ComplaintClocks {
    requireNonNull(firstResponse);
    requireNonNull(information);
    requireNonNull(noExamination);
    requireNonNull(examination);
  }

  public Stream<Clock> all() {
    return Stream.of(firstResponse, information, noExamination, examination);
  }

  private static Clock calendar(int days) {
    return new Clock(days, Unit.CALENDAR_DAYS);
  }
}
