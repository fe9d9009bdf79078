package id.rapor.score;

import static java.util.Objects.requireNonNull;

/**
 * A metric that counts in a score: its anchors and its weight.
 *
 * @param standard the value that scores 60, in the metric's unit or as a ratio to the anchor scale
 * @param target the value that scores 100; below the standard where lower is better
 * @param weight within the perspective, above 0
 * @param minimumN least n that is published
 * @param feed the feed whose rows it counts
 */
record ScoredMetric(
    String code,
    String perspective,
    double standard,
    double target,
    double weight,
    long minimumN,
    String feed) {
  private static final double AT_STANDARD = 60;
  private static final double AT_TARGET = 100;

  /** Half the width of 0-100. */
  private static final double MOST_ERROR = 50;

  ScoredMetric {
    requireNonNull(code);
    requireNonNull(perspective);
    requireNonNull(feed);
    if (!(Double.isFinite(pointsPerUnit(standard, target)) && standard != target)) {
      throw new IllegalArgumentException(
          "the anchors of metric "
              + code
              + " are standard "
              + standard
              + " and target "
              + target
              + ", expected two different numbers");
    }
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the weight of metric " + code + " is " + weight + ", expected a number above 0");
    }
  }

  /**
   * 60 + 40 (value - standard) / (target - standard), clipped to 0-100: points, in the goalpost
   * form of the OECD and JRC Handbook on Constructing Composite Indicators (2008).
   */
  double score(double value) {
    double points = AT_STANDARD + pointsPerUnit(standard, target) * (value - standard);
    return Math.max(0, Math.min(AT_TARGET, points));
  }

  /**
   * The standard error of the points, before they are clipped, but no larger than that of any
   * number from 0 to 100 can be (Popoviciu, 1935): one vast fee must not drown all that is known of
   * the agency.
   */
  double error(Reading reading) {
    return Math.min(MOST_ERROR, influence() * reading.scaledError());
  }

  /** How many points one unit of the value moves the score before it is clipped; never 0. */
  double influence() {
    return Math.abs(pointsPerUnit(standard, target));
  }

  private static double pointsPerUnit(double standard, double target) {
    return (AT_TARGET - AT_STANDARD) / (target - standard);
  }
}
