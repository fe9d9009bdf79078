package id.rapor.publish;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import id.rapor.settings.Leagues;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.League;
import id.rapor.table.Measurements;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.Scorecards;
import id.rapor.table.Shorthand;
import id.rapor.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Takes out of tables what would tell of a few persons, before anything is published of them.
 *
 * @param hidden period, agency, service and metric of every measurement that is hidden
 */
public record Disclosure(Dataset<Row> hidden) {
  private static final String REASON = "confidential";

  /** How reasons tell of a metric on how many rows it rests. */
  private static final String COUNT = "n = \\d+, ";

  private static final List<Field> KEY = Measurements.TABLE.key();
  private static final List<Field> PLACE =
      List.of(Measurements.PERIOD, League.LEAGUE, Cases.AGENCY_ID);
  private static final Field HIDDEN = Field.required("hidden", Field.TRUTH, "whether it is hidden");

  /** Columns that say which row it is and why it has no value; all others are emptied. */
  private static final List<Field> KEPT_MEASURED =
      List.of(
          id.rapor.table.Metrics.PERSPECTIVE,
          id.rapor.table.Metrics.DIRECTION,
          id.rapor.table.Metrics.UNIT,
          Measurements.STATUS);

  private static final List<Field> KEPT_RANKED =
      List.of(
          Scorecards.PEER_GROUP,
          Measurements.STATUS,
          PerspectiveScores.REASON,
          League.CONTESTED,
          League.REPLY);

  public Disclosure {
    requireNonNull(hidden);
  }

  /** {@code measurements} in the shape of {@link Shorthand#MEASUREMENTS}. */
  public Dataset<Row> measurements(Dataset<Row> measurements) {
    return emptied(measurements, hidden, KEY, KEPT_MEASURED, Shorthand.MEASUREMENTS);
  }

  /**
   * {@code league} in the shape of {@link Shorthand#LEAGUE}: the tables of metrics and services.
   */
  public Dataset<Row> league(Dataset<Row> league, Leagues leagues) {
    Column service = Cases.SERVICE_ID.col();
    Column ranked = lit(leagues.serviceMetric());
    for (Map.Entry<String, String> other : leagues.serviceMetrics().entrySet()) {
      ranked = when(service.equalTo(other.getKey()), other.getValue()).otherwise(ranked);
    }
    Column isWhole = service.equalTo(Measurements.ALL_SERVICES);
    Dataset<Row> places =
        hidden
            .where(isWhole.or(Measurements.METRIC.col().equalTo(ranked)))
            .select(
                Measurements.PERIOD.col(),
                Cases.AGENCY_ID.col(),
                League.LEAGUE.is(
                    when(isWhole, Measurements.METRIC.col())
                        .otherwise(concat(lit(League.SERVICE), service))));
    return emptied(league, places, PLACE, KEPT_RANKED, Shorthand.LEAGUE);
  }

  /** {@code rows}, each about one metric of all services of an agency, without what is hidden. */
  public Dataset<Row> aboutMetrics(Dataset<Row> rows) {
    Dataset<Row> whole =
        hidden
            .where(Cases.SERVICE_ID.col().equalTo(Measurements.ALL_SERVICES))
            .drop(Cases.SERVICE_ID.name());
    return rows.join(whole, whole.columns(), "left_anti");
  }

  /** {@code scorecards} in the shape of {@link Shorthand#SCORECARDS}. */
  public static Dataset<Row> scorecards(Dataset<Row> scorecards) {
    return Shorthand.SCORECARDS.shape(
        reasons(scorecards).withColumn(Shorthand.SHORTHAND.name(), shorthand(Scorecards.TABLE)));
  }

  /** {@code rows} with reasons that tell no counts, which may be small or hidden ones. */
  public static Dataset<Row> reasons(Dataset<Row> rows) {
    return rows.withColumn(PerspectiveScores.REASON.name(), reason());
  }

  private static Column reason() {
    return regexp_replace(PerspectiveScores.REASON.col(), COUNT, "");
  }

  private static Dataset<Row> emptied(
      Dataset<Row> rows, Dataset<Row> places, List<Field> key, List<Field> kept, Table table) {
    String[] names = key.stream().map(Field::name).toArray(String[]::new);
    Column isHidden = HIDDEN.col().isNotNull();
    Map<String, Column> shown = new LinkedHashMap<>();
    List<Field> told = new ArrayList<>(key);
    told.addAll(kept);
    told.add(Shorthand.SHORTHAND);
    for (Field field : table.fields()) {
      if (!told.contains(field)) {
        shown.put(field.name(), when(isHidden.equalTo(false), field.col()));
      }
    }
    shown.put(
        Shorthand.SHORTHAND.name(),
        when(isHidden, Shorthand.CONFIDENTIAL).otherwise(shorthand(table)));
    shown.put(
        Measurements.STATUS.name(), when(isHidden, "too_few").otherwise(Measurements.STATUS.col()));
    if (table.fields().contains(PerspectiveScores.REASON)) {
      shown.put(PerspectiveScores.REASON.name(), when(isHidden, REASON).otherwise(reason()));
    }
    return table.shape(
        rows.join(places.withColumn(HIDDEN.name(), lit(true)), names, "left").withColumns(shown));
  }

  private static Column shorthand(Table table) {
    Column status = Measurements.STATUS.col();
    Column isInapplicable =
        table.fields().contains(PerspectiveScores.REASON)
            ? PerspectiveScores.REASON.col().contains(PerspectiveScores.NOT_APPLICABLE)
            : lit(false);
    return when(status.equalTo("no_data"), Shorthand.NOT_AVAILABLE)
        .when(status.equalTo("not_rated").and(isInapplicable), Shorthand.NOT_APPLICABLE)
        .when(status.isin("too_few", "low_quality", "not_rated"), Shorthand.UNRELIABLE);
  }
}
