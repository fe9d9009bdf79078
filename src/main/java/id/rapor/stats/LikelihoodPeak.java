package id.rapor.stats;

import java.util.function.BiFunction;

/** Finds two positive numbers under which something is likeliest. */
final class LikelihoodPeak {
  private static final int MOST_STEPS = 500;
  private static final int MOST_HALVINGS = 60;
  private static final double STILL = 1e-12;
  private static final double FURTHEST = 2;

  private LikelihoodPeak() {}

  /**
   * A logarithm of likelihood with its slopes and curvatures.
   *
   * @param first slope by the first number, {@code second} by the other
   * @param both curvature by one and the other
   */
  record Surface(
      double value,
      double first,
      double second,
      double firstTwice,
      double both,
      double secondTwice) {

    /** The step of Newton's method in the logarithms of {@code a} and {@code b}. */
    private double[] step(double a, double b) {
      double u = a * first;
      double v = b * second;
      double uu = a * a * firstTwice + u;
      double uv = a * b * both;
      double vv = b * b * secondTwice + v;
      double determinant = uu * vv - uv * uv;
      boolean isPeaked = uu < 0 && determinant > 0;
      double up = isPeaked ? (uv * v - vv * u) / determinant : u;
      double aside = isPeaked ? (uv * u - uu * v) / determinant : v;
      double length = Math.max(Math.abs(up), Math.abs(aside));
      double held = length > FURTHEST ? FURTHEST / length : 1;
      return new double[] {up * held, aside * held};
    }
  }

  /** The peak that Newton's method climbs to from {@code a} and {@code b}, both above 0. */
  static double[] from(double a, double b, BiFunction<Double, Double, Surface> likelihood) {
    double[] at = {a, b};
    Surface here = likelihood.apply(a, b);
    for (int i = 0; i < MOST_STEPS; i++) {
      double[] step = here.step(at[0], at[1]);
      double share = 1;
      Surface there = here;
      double[] next = at;
      for (int k = 0; k < MOST_HALVINGS && next == at; k++, share /= 2) {
        double[] tried = {at[0] * Math.exp(share * step[0]), at[1] * Math.exp(share * step[1])};
        there = likelihood.apply(tried[0], tried[1]);
        next = there.value > here.value ? tried : at;
      }
      if (next == at || there.value - here.value < STILL * Math.abs(here.value) * STILL) {
        return next;
      }
      at = next;
      here = there;
    }
    return at;
  }
}
