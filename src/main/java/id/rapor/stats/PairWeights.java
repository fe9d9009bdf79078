package id.rapor.stats;

/**
 * The pairs of one unit that are still under test, by the standard error of the other unit and by
 * the direction that is left.
 */
final class PairWeights {
  final double own;
  final ErrorNodes nodes;

  /** Weight per node of units shown neither above nor below: both directions are tested. */
  final double[] both;

  /** Weight per node of units shown above: only "is below" is still tested. */
  final double[] above;

  /** Weight per node of units shown below: only "is above" is still tested. */
  final double[] below;

  /** A unit without error bounds the unit's own error from this many critical values on ... */
  double lowest = Double.NEGATIVE_INFINITY;

  /** ... or up to this many. */
  double highest = Double.POSITIVE_INFINITY;

  /** How many ordered pairs are under test. */
  long tests;

  /** No pairs yet, for a unit of standard error {@code own}. */
  PairWeights(double own, ErrorNodes nodes) {
    this.own = own;
    this.nodes = nodes;
    this.both = new double[nodes.errors.length];
    this.above = new double[nodes.errors.length];
    this.below = new double[nodes.errors.length];
  }

  /** Adds unit {@code j}, of which {@code above} or {@code below} or neither was shown. */
  void add(int j, double error, Side shown) {
    tests += shown == Side.UNKNOWN ? 2 : 1;
    if (error > 0) {
      nodes.add(j, shown == Side.ABOVE ? above : shown == Side.BELOW ? below : both);
    } else {
      lowest = shown == Side.ABOVE ? lowest : -1;
      highest = shown == Side.BELOW ? highest : 1;
    }
  }

  /** Where another unit was shown to lie. */
  enum Side {
    ABOVE,
    BELOW,
    UNKNOWN
  }
}
