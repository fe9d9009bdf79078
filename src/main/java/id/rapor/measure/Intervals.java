package id.rapor.measure;

import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;

import org.apache.spark.sql.Column;

/** Standard errors and 95 % intervals as Columns, for figures too many to collect. */
final class Intervals {
  /** Upper 2.5 % point of the standard normal distribution. */
  static final double Z = 1.959963984540054;

  private static final double Z2 = Z * Z;

  private Intervals() {}

  /**
   * Standard error of a share, 0-1, by Agresti and Coull (1998): with z^2/2 hits and as many misses
   * added, so that it is never 0. n = 0 gives null.
   */
  static Column shareError(Column hits, Column n) {
    Column trials = n.plus(Z2);
    Column share = hits.plus(Z2 / 2).divide(trials);
    return sqrt(share.multiply(lit(1).minus(share)).divide(trials));
  }

  /** Lower end of Wilson's (1927) interval of a share, 0-1. */
  static Column shareLow(Column hits, Column n) {
    return greatest(lit(0.0), centre(hits, n).minus(halfWidth(hits, n)));
  }

  /** Upper end of Wilson's (1927) interval of a share, 0-1. */
  static Column shareHigh(Column hits, Column n) {
    return least(lit(1.0), centre(hits, n).plus(halfWidth(hits, n)));
  }

  private static Column centre(Column hits, Column n) {
    return hits.plus(Z2 / 2).divide(n.plus(Z2));
  }

  private static Column halfWidth(Column hits, Column n) {
    Column spread = hits.multiply(n.minus(hits)).divide(n).plus(Z2 / 4);
    return sqrt(spread).multiply(Z).divide(n.plus(Z2));
  }
}
