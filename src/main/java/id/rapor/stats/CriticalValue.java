package id.rapor.stats;

/**
 * How many standard errors of the difference two units must lie apart to be told apart, given all
 * the pairs of one unit that are tested at once.
 *
 * <p>It is the c at which F(c), the probability that no tested pair of equal units lies further
 * apart, is the coverage. Given the unit's own error z (in its standard errors) the others are
 * independent, so with r = own / other standard error and s = sqrt(1 + r&sup2;)
 *
 * <p>F(c) = integral of phi(z) times the product over the others of 1 - Q(c s - r z) [pair "unit
 * above other"] - Q(c s + r z) [pair "other above unit"], where Q is the upper normal tail.
 */
final class CriticalValue {
  /** Own errors further out have a probability below 1e-14. */
  private static final double FURTHEST = 7.8;

  /** Who stops the search before these digits does not need all digits of the integral. */
  private static final double LAST_DIGITS = 1e-5;

  private static final double WIDE = 2.5;

  private static final int MOST_MOVES = 100;

  private final PairWeights pairs;
  private final double[] ratios;
  private final double[] lengths;

  /** Of a panel, times what all digits need. */
  private final double width;

  private double logPlus;
  private double logMinus;

  private CriticalValue(PairWeights pairs, double width) {
    this.pairs = pairs;
    this.width = width;
    int count = pairs.nodes.errors.length;
    this.ratios = new double[count];
    this.lengths = new double[count];
    for (int k = 0; k < count; k++) {
      ratios[k] = pairs.own / pairs.nodes.errors[k];
      lengths[k] = Math.sqrt(1 + ratios[k] * ratios[k]);
    }
  }

  /**
   * The critical value of {@code pairs}, to about a tenth of {@code lastMove}; 0 if no pair is
   * tested.
   *
   * @param start a guess, or NaN
   * @param lastMove it is as good as found when it moves by less: the next move is far smaller
   */
  static double of(PairWeights pairs, double coverage, double start, double lastMove) {
    if (pairs.tests == 0) {
      return 0;
    }
    // One test alone from below, Bonferroni from above: the answer lies between.
    double low = Math.max(0, NormalTail.quantile(1 - coverage));
    double high = NormalTail.quantile((1 - coverage) / pairs.tests);
    return new CriticalValue(pairs, lastMove > LAST_DIGITS ? WIDE : 1)
        .solve(coverage, low, high, start, lastMove);
  }

  /** Secant steps on ln(-ln F), which is nearly a parabola in c; a bracket catches a stray one. */
  private double solve(
      double coverage, double lowest, double highest, double start, double lastMove) {
    double goal = Math.log(-Math.log(coverage));
    double low = lowest;
    double high = highest;
    double c = start >= low && start <= high ? start : low + 0.9 * (high - low);
    double slope = -(c + 1 / Math.max(c, 0.5));
    double lastC = Double.NaN;
    double lastGap = Double.NaN;
    for (int move = 0; move < MOST_MOVES && high - low > lastMove / 1000; move++) {
      double gap = Math.log(-Math.log(probability(c))) - goal;
      low = gap >= 0 ? c : low;
      high = gap <= 0 ? c : high;
      slope = Double.isFinite(gap - lastGap) && c != lastC ? (gap - lastGap) / (c - lastC) : slope;
      double next = c - gap / slope;
      next = next >= low && next <= high ? next : (low + high) / 2;
      if (Math.abs(next - c) < lastMove) {
        return next;
      }
      lastC = c;
      lastGap = gap;
      c = next;
    }
    return c;
  }

  /** F(c): by panels that grow finer towards z = -c and z = c, where small errors cut sharply. */
  private double probability(double c) {
    double finest = width * (ratios.length == 0 ? 1 : Math.min(1, 1 / ratios[0]));
    double edge = Math.min(c, FURTHEST);
    double sum = 0;
    double outer = edge;
    double step = finest;
    while (outer > 0) {
      double inner = outer - step < step / 4 ? 0 : outer - step;
      sum += panel(c, inner, outer);
      outer = inner;
      step = Math.min(width, Math.max(step, width * (edge - outer) / 2));
    }
    double inner = edge;
    step = finest;
    while (inner < FURTHEST) {
      double end = Math.min(FURTHEST, inner + step);
      double part = panel(c, inner, end);
      sum += part;
      inner = part < 1e-18 ? FURTHEST : end;
      step = Math.min(width, Math.max(step, width * (end - edge) / 2));
    }
    return Math.min(sum, 1);
  }

  /** The integral over z from {@code low} to {@code high} and over its mirror image. */
  private double panel(double c, double low, double high) {
    boolean plus = low < pairs.highest * c;
    boolean minus = -low > pairs.lowest * c;
    if (!plus && !minus) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < Quadrature.POINTS; i++) {
      double z = Quadrature.node(i, low, high);
      multiply(c, z);
      double both = (plus ? Math.exp(logPlus) : 0) + (minus ? Math.exp(logMinus) : 0);
      sum += Quadrature.weight(i, low, high) * Math.exp(-z * z / 2) * both;
    }
    return sum / Math.sqrt(2 * Math.PI);
  }

  /** Leaves the logarithm of the product at z and at -z: both need the same two tails per node. */
  private void multiply(double c, double z) {
    double[] both = pairs.both;
    double[] above = pairs.above;
    double[] below = pairs.below;
    double atPlus = 0;
    double atMinus = 0;
    for (int k = 0; k < ratios.length; k++) {
      double reach = c * lengths[k];
      double shift = ratios[k] * z;
      if (reach - shift < TailTable.END) {
        double far = TailTable.above(reach + shift);
        double near = TailTable.above(reach - shift);
        double neither = both[k] == 0 ? 0 : both[k] * logWithout(far + near);
        double withoutFar = logWithout(far);
        double withoutNear = logWithout(near);
        atPlus += neither + below[k] * withoutFar + above[k] * withoutNear;
        atMinus += neither + below[k] * withoutNear + above[k] * withoutFar;
      }
    }
    logPlus = atPlus;
    logMinus = atMinus;
  }

  /** ln(1 - tail), by its series where the logarithm would be slow and no better. */
  private static double logWithout(double tail) {
    if (tail < 1e-4) {
      return -tail * (1 + tail * (0.5 + tail * (1.0 / 3 + tail / 4)));
    }
    return Math.log(Math.max(1 - tail, 1e-17));
  }
}
