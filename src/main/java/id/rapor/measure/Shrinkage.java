package id.rapor.measure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Empirical Bayes among the agencies of one period, service and metric: y ~ N(theta, se^2), theta ~
 * N(mu, tau^2), with tau^2 by moments (DerSimonian and Laird, 1986). Reliability is tau^2 / (tau^2
 * + se^2), 0-1; the shrunken value is reliability x y + (1 - reliability) x mu. y is what is
 * scored. Fewer than three agencies with an error above 0 give neither; a census, with an error of
 * 0, has reliability 1 and stands as it is.
 */
final class Shrinkage {
  private static final long LEAST_AGENCIES = 3;

  private static final Field SCORED = real("_scored", "the value that is scored");
  private static final Field VARIANCE = real("_variance", "its squared standard error");
  private static final Field WEIGHT = real("_weight", "1 / variance");
  private static final Field TAU2 = real("_tau2", "variance between agencies");
  private static final Field CENTRE = real("_centre", "mean of the agencies");

  private Shrinkage() {}

  /** Published {@code rows} with {@code reliability} and {@code shrunken_value}. */
  static Dataset<Row> add(Dataset<Row> rows) {
    // In the order of the agencies, as sums of reals depend on it.
    WindowSpec peers =
        Window.partitionBy(
                Measurements.PERIOD.col(), Measurements.METRIC.col(), Cases.SERVICE_ID.col())
            .orderBy(Cases.AGENCY_ID.col())
            .rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    Dataset<Row> between =
        weighed(rows)
            .withColumn(TAU2.name(), between(peers))
            .withColumn(CENTRE.name(), centre(peers));
    Column isCensus = VARIANCE.col().equalTo(0);
    Column reliability = try_divide(TAU2.col(), TAU2.col().plus(VARIANCE.col()));
    Column shrunken =
        reliability.multiply(SCORED.col()).plus(lit(1).minus(reliability).multiply(CENTRE.col()));
    return between
        .withColumn(Measurements.RELIABILITY.name(), when(isCensus, 1.0).otherwise(reliability))
        .withColumn(
            Measurements.SHRUNKEN_VALUE.name(), when(isCensus, SCORED.col()).otherwise(shrunken))
        .drop(SCORED.name(), VARIANCE.name(), WEIGHT.name(), TAU2.name(), CENTRE.name());
  }

  private static Dataset<Row> weighed(Dataset<Row> rows) {
    Column scored = coalesce(Measurements.ADJUSTED_VALUE.col(), Measurements.VALUE.col());
    Column error = coalesce(Measurements.ADJUSTED_ERROR.col(), Measurements.STANDARD_ERROR.col());
    return rows.withColumn(SCORED.name(), scored)
        .withColumn(VARIANCE.name(), when(SCORED.col().isNotNull(), error.multiply(error)))
        .withColumn(WEIGHT.name(), when(VARIANCE.col().gt(0), lit(1).divide(VARIANCE.col())));
  }

  private static Column between(WindowSpec peers) {
    Column weights = sum(WEIGHT.col()).over(peers);
    Column mean = sum(WEIGHT.col().multiply(SCORED.col())).over(peers).divide(weights);
    Column squares = sum(WEIGHT.col().multiply(SCORED.col()).multiply(SCORED.col())).over(peers);
    Column q = squares.minus(mean.multiply(mean).multiply(weights));
    Column agencies = count(WEIGHT.col()).over(peers);
    Column divisor =
        weights.minus(sum(WEIGHT.col().multiply(WEIGHT.col())).over(peers).divide(weights));
    return when(
        agencies.geq(LEAST_AGENCIES),
        greatest(lit(0.0), try_divide(q.minus(agencies.minus(1)), divisor)));
  }

  private static Column centre(WindowSpec peers) {
    Column weight = when(VARIANCE.col().gt(0), lit(1).divide(VARIANCE.col().plus(TAU2.col())));
    return sum(weight.multiply(SCORED.col())).over(peers).divide(sum(weight).over(peers));
  }

  private static Field real(String name, String meaning) {
    return Field.optional(name, Field.REAL, meaning);
  }
}
