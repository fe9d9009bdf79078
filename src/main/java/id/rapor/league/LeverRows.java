package id.rapor.league;

import id.rapor.settings.Aggregation;
import id.rapor.settings.Scoring;
import id.rapor.table.Levers;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Finds what would move each agency most: the metric whose reaching its standard does. */
public final class LeverRows {
  private static final double STANDARD = 60;
  private static final double PERCENT = 100;

  /** A gain of less is none. */
  private static final double ROUNDING = 1e-9;

  private LeverRows() {}

  /**
   * The lever of every agency with an overall rank, a metric below its standard and no cap that
   * keeps its score where it is: the one that raises its rank in the whole country most, among
   * equal ones its score, all others staying as they are.
   *
   * @param scoring weights of the perspectives that apply, and how points become scores
   * @return in the shape of {@code levers}, in no order
   */
  public static Dataset<Row> of(Standings standings, Scoring scoring) {
    Map<String, Double> weights = Map.copyOf(scoring.perspectives());
    Aggregation aggregation = scoring.aggregation();
    return Panel.readings(standings)
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> levers(rows, weights, aggregation),
            Encoders.row(Levers.TABLE.schema()));
  }

  private static Iterator<Row> levers(
      Iterator<Row> rows, Map<String, Double> weights, Aggregation aggregation) {
    return Panel.of(rows).stream().flatMap(panel -> levers(panel, weights, aggregation)).iterator();
  }

  private static Stream<Row> levers(
      Panel panel, Map<String, Double> weights, Aggregation aggregation) {
    double[] metrics = panel.metrics.stream().mapToDouble(Panel.Part::weight).toArray();
    Composite composite = new Composite(metrics, weights, aggregation);
    return IntStream.range(0, panel.agencies.size())
        .mapToObj(unit -> lever(panel, composite, unit))
        .flatMap(Optional::stream);
  }

  private static Optional<Row> lever(Panel panel, Composite composite, int unit) {
    double[] points = panel.points[unit].clone();
    for (int k = 0; k < points.length; k++) {
      points[k] = Double.isNaN(points[k]) ? points[k] : Math.max(0, Math.min(100, points[k]));
    }
    double now = composite.score(panel.metrics, points);
    double most = ROUNDING;
    int best = -1;
    for (int k = 0; k < points.length; k++) {
      if (points[k] < STANDARD) {
        double[] better = points.clone();
        better[k] = STANDARD;
        double gain = composite.score(panel.metrics, better) - now;
        best = gain > most ? k : best;
        most = Math.max(most, gain);
      }
    }
    double then = Math.min(panel.caps[unit], panel.uncapped[unit] + most);
    return best < 0 || then - panel.scores[unit] <= ROUNDING
        ? Optional.empty()
        : Optional.of(row(panel, unit, best, then));
  }

  /** A greater score never has a worse rank, so the metric that adds most to it raises it most. */
  private static Row row(Panel panel, int unit, int metric, double then) {
    double score = panel.scores[unit];
    int rank = Panel.rank(score, panel.scores);
    int rankThen = Panel.rank(then, panel.scores);
    Row reading = panel.readings[unit][metric];
    List<Object> cells = new ArrayList<>();
    cells.add(panel.period);
    cells.add(panel.agencies.get(unit));
    cells.add(panel.metrics.get(metric).metric());
    cells.add(reading.getAs(Panel.SCORED.name()));
    cells.add(standard(reading));
    cells.add(score);
    cells.add(then);
    cells.add((long) rank);
    cells.add((long) rankThen);
    cells.add((long) rank - rankThen);
    cells.add(cases(reading).orElse(null));
    return RowFactory.create(cells.toArray());
  }

  private static double standard(Row reading) {
    return real(reading, Metrics.STANDARD.name()) * real(reading, Measurements.ANCHOR_SCALE.name());
  }

  /**
   * Of a percentage of the rows themselves: what is missing to the standard, of all that were
   * counted. Shares of pairs, hours or money count no cases.
   */
  private static Optional<Long> cases(Row reading) {
    double numerator = real(reading, Measurements.NUMERATOR.name());
    double denominator = real(reading, Measurements.DENOMINATOR.name());
    double crude = real(reading, Measurements.VALUE.name());
    boolean counted =
        "percent".equals(reading.getAs(Metrics.UNIT.name()))
            && denominator == reading.<Long>getAs(Measurements.N.name())
            && Math.abs(PERCENT * numerator / denominator - crude) < 1e-6;
    if (!counted) {
      return Optional.empty();
    }
    double value = real(reading, Panel.SCORED.name());
    double factor = crude > 0 && value > 0 ? crude / value : 1;
    double missing = Math.abs(standard(reading) - value) * factor * denominator / PERCENT;
    return Optional.of((long) Math.ceil(missing - ROUNDING));
  }

  private static double real(Row row, String column) {
    Double value = row.getAs(column);
    return value == null ? Double.NaN : value;
  }
}
