package id.rapor.stats;

/**
 * P(Z &gt; z) from a table, about ten times as fast as {@link NormalTail} where hundreds of
 * millions are asked for.
 *
 * <p>Cubic Hermite between nodes 1/256 apart: the error is below 4e-13 in absolute terms, and below
 * 4e-9 relative up to z = {@value #END}, from where on the tail (below 1e-17) counts as 0.
 */
final class TailTable {
  static final double END = 8.5;
  private static final int PER_UNIT = 256;

  /** Value and slope (per step) of each node in turn: neighbours in memory. */
  private static final double[] NODES = nodes();

  private TailTable() {}

  static double above(double z) {
    return z < 0 ? 1 - positive(-z) : positive(z);
  }

  private static double positive(double z) {
    if (z >= END) {
      return 0;
    }
    double position = z * PER_UNIT;
    int node = (int) position;
    double t = position - node;
    double left = NODES[2 * node];
    double right = NODES[2 * node + 2];
    double slope = NODES[2 * node + 1];
    double rise = right - left;
    double bend = slope + NODES[2 * node + 3] - 2 * rise;
    return left + t * (slope + t * (rise - slope - bend + t * bend));
  }

  private static double[] nodes() {
    int count = (int) (END * PER_UNIT) + 2;
    double[] nodes = new double[2 * count];
    for (int i = 0; i < count; i++) {
      double z = (double) i / PER_UNIT;
      nodes[2 * i] = NormalTail.above(z);
      nodes[2 * i + 1] = -Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / PER_UNIT;
    }
    return nodes;
  }
}
