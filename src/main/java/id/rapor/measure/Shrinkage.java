package id.rapor.measure;

import static org.apache.spark.sql.functions.xxhash64;

import id.rapor.stats.BetaBinomial;
import id.rapor.stats.GammaPoisson;
import id.rapor.stats.NormalNormal;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.Table;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Empirical Bayes among the agencies of one period, service and metric: what is scored is drawn
 * towards the mean of all the more, the less its cases tell. How agencies differ follows from the
 * kind of metric: shares are beta-binomial, events over an exposure gamma-Poisson, and all else,
 * what is adjusted for case mix included, is normal about normal means. Reliability is the weight
 * of an agency's own value, 0-1.
 *
 * <p>Fewer than three agencies with an error above 0 give neither; a census, with an error of 0,
 * has reliability 1 and stands as it is.
 */
final class Shrinkage {
  private static final int LEAST_AGENCIES = 3;
  private static final String VALUE = Measurements.VALUE.name();
  private static final String ADJUSTED = Measurements.ADJUSTED_VALUE.name();
  private static final String ADJUSTED_ERROR = Measurements.ADJUSTED_ERROR.name();

  /** Spark sorts by the first eight bytes before it looks at others: they tell groups apart. */
  private static final Field HASH = Field.required("_hash", Field.WHOLE, "of the group");

  private static final Table KEY =
      new Table(
          "drawn",
          "agencies whose values are drawn together",
          List.of(),
          List.of(HASH, Measurements.PERIOD, Measurements.METRIC, Cases.SERVICE_ID));

  /** Tells rows that only ask for a figure. */
  static final Field ASKED = Field.optional("_asked", Field.TRUTH, "no figure, but asks for one");

  private Shrinkage() {}

  /**
   * Published {@code rows} with {@code reliability} and {@code shrunken_value}; one for each
   * agency, as what is {@link #ASKED} for gives way to the figure that there is.
   *
   * @param metrics whose forms tell how agencies differ; others are taken for normal
   */
  static Dataset<Row> add(Dataset<Row> rows, List<Metric> metrics) {
    Map<String, Kind> kinds =
        metrics.stream()
            .collect(
                Collectors.toMap(Metric::code, metric -> new Kind(metric.form(), metric.factor())));
    StructType hashed = rows.schema().add(HASH.name(), HASH.type());
    StructType shrunken =
        hashed
            .add(Measurements.RELIABILITY.name(), Measurements.RELIABILITY.type())
            .add(Measurements.SHRUNKEN_VALUE.name(), Measurements.SHRUNKEN_VALUE.type());
    Column hash =
        xxhash64(Measurements.PERIOD.col(), Measurements.METRIC.col(), Cases.SERVICE_ID.col());
    return rows.withColumn(HASH.name(), hash)
        .groupBy(KEY.fields().stream().map(Field::col).toArray(Column[]::new))
        .as(Encoders.row(KEY.schema()), Encoders.row(hashed))
        .flatMapGroups(
            (FlatMapGroupsFunction<Row, Row, Row>) (key, group) -> shrink(group, kinds),
            Encoders.row(shrunken));
  }

  /** In the order of the agencies, as sums of reals depend on it. */
  private static Iterator<Row> shrink(Iterator<Row> group, Map<String, Kind> kinds) {
    List<Row> rows = figures(group);
    Kind kind =
        kinds.getOrDefault(
            rows.get(0).<String>getAs(Measurements.METRIC.name()), new Kind(Form.MEAN, 1));
    List<Row> unsure = rows.stream().filter(row -> error(row) > 0).toList();
    Optional<Prior> prior =
        unsure.size() < LEAST_AGENCIES ? Optional.empty() : Optional.of(prior(unsure, kind));
    return rows.stream().map(row -> with(row, drawn(row, prior))).iterator();
  }

  private static List<Row> figures(Iterator<Row> group) {
    Map<String, Row> figures = new TreeMap<>();
    group.forEachRemaining(
        row -> figures.merge(row.getAs(Cases.AGENCY_ID.name()), row, Shrinkage::known));
    return List.copyOf(figures.values());
  }

  private static Row known(Row one, Row other) {
    return Boolean.TRUE.equals(one.<Boolean>getAs(ASKED.name())) ? other : one;
  }

  /** What a metric is made of, and what a value of 1 is in its unit: 100 of per cent. */
  private record Kind(Form form, double factor) implements Serializable {}

  /** How the agencies differ, by which each is drawn to the mean of all. */
  private interface Prior {
    Drawn drawn(Row row);
  }

  /** The weight of an agency's own value, and the value that it is drawn to. */
  private record Drawn(Double reliability, Double value) {}

  private static Drawn drawn(Row row, Optional<Prior> prior) {
    if (error(row) == 0) {
      return new Drawn(1.0, scored(row));
    }
    return Double.isNaN(error(row)) || prior.isEmpty()
        ? new Drawn(null, null)
        : prior.get().drawn(row);
  }

  private static Prior prior(List<Row> rows, Kind kind) {
    boolean isCrude = rows.stream().allMatch(row -> row.isNullAt(row.fieldIndex(ADJUSTED)));
    if (isCrude && kind.form == Form.SHARE) {
      return shares(rows, kind.factor);
    }
    return isCrude && kind.form == Form.RATE ? rates(rows, kind.factor) : normal(rows);
  }

  private static Prior shares(List<Row> rows, double factor) {
    Optional<BetaBinomial> prior = BetaBinomial.moments(parts(rows), wholes(rows));
    if (prior.isEmpty()) {
      return alike(rows, factor);
    }
    BetaBinomial shares = prior.get();
    return row ->
        new Drawn(
            whole(row) / (whole(row) + shares.alpha() + shares.beta()),
            factor * shares.posteriorMean(part(row), whole(row)));
  }

  private static Prior rates(List<Row> rows, double factor) {
    Optional<GammaPoisson> prior = GammaPoisson.moments(parts(rows), wholes(rows));
    if (prior.isEmpty()) {
      return alike(rows, factor);
    }
    GammaPoisson rates = prior.get();
    return row ->
        new Drawn(
            whole(row) / (whole(row) + rates.beta()),
            factor * rates.posteriorMean(part(row), whole(row)));
  }

  /** Agencies that differ by no more than chance all have the value of all together. */
  private static Prior alike(List<Row> rows, double factor) {
    double together = Arrays.stream(parts(rows)).sum() / Arrays.stream(wholes(rows)).sum();
    return row -> new Drawn(0.0, factor * together);
  }

  private static Prior normal(List<Row> rows) {
    NormalNormal prior =
        NormalNormal.of(
            rows.stream().mapToDouble(Shrinkage::scored).toArray(),
            rows.stream().mapToDouble(Shrinkage::error).toArray(),
            NormalNormal.Method.DERSIMONIAN_LAIRD);
    return row ->
        new Drawn(prior.reliability(error(row)), prior.posteriorMean(scored(row), error(row)));
  }

  private static Row with(Row row, Drawn drawn) {
    return RowFactory.create(
        Stream.concat(
                IntStream.range(0, row.size()).mapToObj(row::get),
                Stream.of(drawn.reliability, drawn.value))
            .toArray());
  }

  private static double scored(Row row) {
    return real(row, row.isNullAt(row.fieldIndex(ADJUSTED)) ? VALUE : ADJUSTED);
  }

  /** Of what is scored; NaN if there is none. */
  private static double error(Row row) {
    return real(
        row,
        row.isNullAt(row.fieldIndex(ADJUSTED_ERROR))
            ? Measurements.STANDARD_ERROR.name()
            : ADJUSTED_ERROR);
  }

  private static double[] parts(List<Row> rows) {
    return rows.stream().mapToDouble(Shrinkage::part).toArray();
  }

  private static double[] wholes(List<Row> rows) {
    return rows.stream().mapToDouble(Shrinkage::whole).toArray();
  }

  private static double part(Row row) {
    return real(row, Measurements.NUMERATOR.name());
  }

  private static double whole(Row row) {
    return real(row, Measurements.DENOMINATOR.name());
  }

  private static double real(Row row, String column) {
    Double value = row.getAs(column);
    return value == null ? Double.NaN : value;
  }
}
