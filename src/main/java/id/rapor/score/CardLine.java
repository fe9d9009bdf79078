package id.rapor.score;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * What one metric says on a report card.
 *
 * @param reading one that is present
 * @param rise points by which the mean of all that has a value would rise with the metric at its
 *     standard, or at its target if that is met
 * @param gain points by which the overall score would rise then, no more than its cap leaves; empty
 *     without an overall score
 */
record CardLine(CardEntry entry, Reading reading, double rise, OptionalDouble gain) {
  static final double AT_STANDARD = 60;
  static final double AT_TARGET = 100;

  CardLine {
    requireNonNull(entry);
    requireNonNull(gain);
    if (!reading.isPresent()) {
      throw new IllegalArgumentException("Cannot put " + reading + " on a report card");
    }
  }

  /** The value that is scored, in the metric's unit. */
  double value() {
    return reading.scaled() * reading.anchorScale();
  }

  /** Whether its mix of cases was taken out of the value. */
  boolean isAdjusted() {
    return Double.isFinite(reading.adjustedValue()) && reading.adjustedValue() != reading.value();
  }

  /** The value that scores 60, in the metric's unit. */
  double standard() {
    return entry.metric().standard() * reading.anchorScale();
  }

  /** The value that scores 100, in the metric's unit. */
  double target() {
    return entry.metric().target() * reading.anchorScale();
  }

  /** How far the value lies from the standard; above 0 on the better side. */
  double distance() {
    return entry.higherIsBetter() ? value() - standard() : standard() - value();
  }

  /** 0-100. */
  double points() {
    return entry.metric().score(reading.scaled());
  }

  /** The points before they are clipped to 0-100. */
  double unclipped() {
    return AT_STANDARD + distance() / reading.anchorScale() * entry.metric().influence();
  }

  boolean meetsStandard() {
    return points() >= AT_STANDARD;
  }

  /** Whether the 95 % interval lies on one side of the standard; so does any exact value. */
  boolean isSure() {
    double error = reading.scaledError() * reading.anchorScale();
    return error == 0 || Math.abs(distance()) > Estimate.NORMAL_95 * error;
  }

  /** Whether it is told how many rows speak against the agency. */
  boolean countsMisses() {
    return entry.countsMisses()
        && Double.isFinite(reading.numerator())
        && Double.isFinite(reading.denominator());
  }

  /** Rows that speak against the agency, where such are counted; else all. */
  long concerned() {
    if (!countsMisses()) {
      return reading.n();
    }
    double misses =
        entry.higherIsBetter() ? reading.denominator() - reading.numerator() : reading.numerator();
    return Math.max(0, Math.round(misses));
  }

  /** All rows that it rests on. */
  long counted() {
    return countsMisses() ? Math.round(reading.denominator()) : reading.n();
  }
}
