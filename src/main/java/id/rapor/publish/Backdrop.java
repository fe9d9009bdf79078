package id.rapor.publish;

import static java.util.Objects.requireNonNull;

import id.rapor.settings.Period;
import id.rapor.table.Cases;
import id.rapor.table.ControlCharts;
import id.rapor.table.Measurements;
import id.rapor.table.PerspectiveScores;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What stands behind a period's own tables: the months before it, the funnels, and the reference
 * tables that its pages name.
 *
 * @param charts what {@link #charts} makes
 * @param scorecards what {@link #monthly} makes
 * @param funnels rows of {@link id.rapor.table.Funnels}
 * @param sensitivities rows of {@link id.rapor.table.Sensitivities}
 * @param levers rows of {@link id.rapor.table.Levers} about metrics that are published
 * @param standards rows of {@link id.rapor.table.Standards}
 * @param regions rows of {@link id.rapor.table.Regions}
 * @param ratesOf the period whose national rates are the fixed reference; empty if each period has
 *     its own
 */
public record Backdrop(
    Dataset<Row> charts,
    Dataset<Row> scorecards,
    Dataset<Row> funnels,
    Dataset<Row> sensitivities,
    Dataset<Row> levers,
    Dataset<Row> standards,
    Dataset<Row> regions,
    Optional<Period> ratesOf) {

  /** The metrics whose months are drawn, the first ones first. */
  static final List<String> CHARTED =
      List.of(
          "on_time_rate",
          "satisfaction_index",
          "fee_compliance",
          "first_time_right",
          "median_duration");

  private static final String MONTH = "^\\d{4}-\\d{2}$";

  public Backdrop {
    requireNonNull(charts);
    requireNonNull(scorecards);
    requireNonNull(funnels);
    requireNonNull(sensitivities);
    requireNonNull(levers);
    requireNonNull(standards);
    requireNonNull(regions);
    requireNonNull(ratesOf);
  }

  /**
   * The months of the charts that are drawn, as far as the measurements publish their value: what
   * is hidden there does not come back as a point of a curve.
   *
   * @param controlCharts rows of {@link ControlCharts}
   * @param measurements rows of {@link Measurements} as they are published
   */
  public static Dataset<Row> charts(Dataset<Row> controlCharts, Dataset<Row> measurements) {
    Column charted = Measurements.METRIC.col().isin(CHARTED.toArray());
    Dataset<Row> published =
        measurements
            .where(
                charted
                    .and(Measurements.PERIOD.col().rlike(MONTH))
                    .and(Cases.SERVICE_ID.col().equalTo(Measurements.ALL_SERVICES))
                    .and(Measurements.VALUE.col().isNotNull()))
            .select(ControlCharts.TABLE.keyColumns());
    return ControlCharts.TABLE.shape(
        controlCharts
            .where(charted)
            .join(
                published,
                ControlCharts.TABLE.key().stream()
                    .map(id.rapor.table.Field::name)
                    .toArray(String[]::new),
                "left_semi"));
  }

  /** The months of {@code scorecards} that have a score. */
  public static Dataset<Row> monthly(Dataset<Row> scorecards) {
    return scorecards
        .where(
            Measurements.PERIOD.col().rlike(MONTH).and(PerspectiveScores.SCORE.col().isNotNull()))
        .select(
            Measurements.PERIOD.col(),
            Cases.AGENCY_ID.col(),
            PerspectiveScores.SCORE.col(),
            PerspectiveScores.LOW.col(),
            PerspectiveScores.HIGH.col());
  }
}
