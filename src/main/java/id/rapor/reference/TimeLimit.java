package id.rapor.reference;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** How long a service may take by its standard: an amount of at least 0, in a unit. */
public record TimeLimit(long amount, Unit unit) {

  /** What a limit is counted in. */
  public enum Unit {
    /** Days on which the office opens; ends at 24:00 local. */
    WORKING_DAYS(36_500),
    /** All days; ends at 24:00 local. */
    CALENDAR_DAYS(36_500),
    /** Hours during which the office is open; ends to the minute. */
    WORKING_HOURS(876_000),
    /** Elapsed minutes; ends to the minute. */
    MINUTES(52_560_000);

    /** A hundred years: more is a slip of the pen, and would make calendars without end. */
    private final long most;

    Unit(long most) {
      this.most = most;
    }

    /** The name in files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    long most() {
      return most;
    }

    static Unit of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  public TimeLimit {
    requireNonNull(unit);
    if (amount < 0 || amount > unit.most) {
      throw new IllegalArgumentException("Cannot take a limit of " + amount + " " + unit.code());
    }
  }
}
