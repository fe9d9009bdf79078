package id.rapor.score;

import static java.util.Objects.requireNonNull;

/**
 * What one metric says of one agency in one period, as far as a score needs it.
 *
 * @param n what it rests on
 * @param numerator what was counted or summed; NaN without one
 * @param denominator what it is divided by; NaN without one
 * @param value the crude value; NaN without one
 * @param adjustedValue the case-mix adjusted value, which is the one scored; NaN without one
 * @param standardError of the value that is scored; NaN without one
 * @param anchorScale what the value is divided by before it is scored; NaN without one
 * @param status as measured
 */
record Reading(
    String metric,
    long n,
    double numerator,
    double denominator,
    double value,
    double adjustedValue,
    double standardError,
    double anchorScale,
    String status) {

  Reading {
    requireNonNull(metric);
    requireNonNull(status);
  }

  /** Why a metric does not count in a score. */
  enum Lack {
    NONE(""),
    NO_DATA("no data"),
    TOO_FEW("too few"),
    LOW_QUALITY("low data quality"),
    NOT_RATED("not rated"),
    NO_SCALE("no time limit or other scale to hold it against"),
    NO_ERROR("no standard error");

    private final String words;

    Lack(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** The reading of a metric of which there is no measurement. */
  static Reading none(String metric) {
    double none = Double.NaN;
    return new Reading(metric, 0, none, none, none, none, none, none, Status.NO_DATA);
  }

  /**
   * Why it cannot be scored. A value without a standard error counts as missing: taken as exact it
   * would make a rank look surer than it is.
   */
  Lack lack() {
    if (!status.equals(Status.PUBLISHED)) {
      return switch (status) {
        case Status.NO_DATA -> Lack.NO_DATA;
        case Status.TOO_FEW -> Lack.TOO_FEW;
        case Status.LOW_QUALITY -> Lack.LOW_QUALITY;
        default -> Lack.NOT_RATED;
      };
    }
    if (!Double.isFinite(scoredValue())) {
      return Lack.NO_DATA;
    }
    if (!(anchorScale > 0 && Double.isFinite(scaled()))) {
      return Lack.NO_SCALE;
    }
    return scaledError() >= 0 && Double.isFinite(scaledError()) ? Lack.NONE : Lack.NO_ERROR;
  }

  boolean isPresent() {
    return lack() == Lack.NONE;
  }

  /** The value that is held against the anchors. */
  double scaled() {
    return scoredValue() / anchorScale;
  }

  /** Its standard error. */
  double scaledError() {
    return standardError / anchorScale;
  }

  private double scoredValue() {
    return Double.isNaN(adjustedValue) ? value : adjustedValue;
  }
}
