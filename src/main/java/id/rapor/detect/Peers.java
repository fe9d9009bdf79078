package id.rapor.detect;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.median;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The cases of the same service and class that were decided in the same month, and how long they
 * took: median and MAD of the natural logarithm of the working minutes (at least 1), the MAD as
 * standard deviation (x 1.4826). Exact; a peer group of one has spread 0.
 */
final class Peers {
  static final Field CENTRE = Field.required("centre", Field.REAL, "the peers' median of it");
  static final Field SPREAD =
      Field.required("spread", Field.REAL, "the peers' MAD of it, as standard deviation");

  static final Field OWN =
      Field.optional("own_centre", Field.REAL, "the median of the agency's own among them");

  private static final long LEAST_OWN = 10;
  private static final double MAD_TO_SD = 1.4826022185056018;
  private static final List<Field> KEY =
      List.of(Measurements.PERIOD, Cases.SERVICE_ID, Cases.SERVICE_CLASS);

  private Peers() {}

  /** One row for each peer group: {@link Measurements#N}, {@link #CENTRE} and {@link #SPREAD}. */
  static Dataset<Row> of(Dataset<Row> timed) {
    Dataset<Row> logs = timed.select(columns(Pace.LOG));
    Dataset<Row> centres =
        logs.groupBy(columns())
            .agg(CENTRE.is(median(Pace.LOG.col())), Measurements.N.is(count(lit(1))));
    Dataset<Row> spreads =
        beside(logs, centres)
            .groupBy(columns())
            .agg(SPREAD.is(median(abs(Pace.LOG.col().minus(CENTRE.col()))).multiply(MAD_TO_SD)));
    return beside(centres, spreads);
  }

  /** {@code cases} of the given peer groups, with what is known of their group. */
  static Dataset<Row> beside(Dataset<Row> cases, Dataset<Row> groups) {
    return cases.join(broadcast(groups), names());
  }

  /**
   * Each agency with at least {@link #LEAST_OWN} cases of a peer group, and {@link #OWN}, their
   * median.
   */
  static Dataset<Row> own(Dataset<Row> timed) {
    return timed
        .groupBy(columns(Cases.AGENCY_ID))
        .agg(OWN.is(median(Pace.LOG.col())), Measurements.N.is(count(lit(1))))
        .where(Measurements.N.col().geq(LEAST_OWN))
        .drop(Measurements.N.name());
  }

  /** How many standard deviations a case lies above {@code centre}, on the log scale. */
  static Column z(Column centre) {
    return Pace.LOG.col().minus(centre).divide(SPREAD.col());
  }

  /** What tells peer groups apart, and {@code more}. */
  static Column[] columns(Field... more) {
    return Stream.of(names(more)).map(functions::col).toArray(Column[]::new);
  }

  /** The same by name. */
  static String[] names(Field... more) {
    return Stream.concat(KEY.stream(), Arrays.stream(more)).map(Field::name).toArray(String[]::new);
  }
}
