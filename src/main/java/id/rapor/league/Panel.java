package id.rapor.league;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.Scorecards;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** All that the overall scores of one period are made of. */
final class Panel {
  private static final double AT_STANDARD = 60;
  private static final double AT_TARGET = 100;

  /** Half the width of 0-100: no error of a number in it is larger (Popoviciu, 1935). */
  private static final double MOST_ERROR = 50;

  static final Field POINTS = Field.required("_points", Field.REAL, "unclipped");
  static final Field ERROR = Field.required("_error", Field.REAL, "of the points");
  static final Field SCORED = Field.required("_scored", Field.REAL, "the value that is scored");

  final String period;

  /** The ranked ones, by code. */
  final List<String> agencies;

  /** Those that count, by code. */
  final List<Part> metrics;

  /** Of each agency and metric, before they are clipped to 0-100; NaN without a value. */
  final double[][] points;

  /** Standard errors of the points. */
  final double[][] errors;

  /** The published overall scores. */
  final double[] scores;

  /** What they were before any cap. */
  final double[] uncapped;

  /** The highest that each may be. */
  final double[] caps;

  /** The rows behind the points; null without a value. */
  final Row[][] readings;

  private Panel(String period, List<String> agencies, List<Part> metrics) {
    this.period = period;
    this.agencies = agencies;
    this.metrics = metrics;
    this.points = new double[agencies.size()][metrics.size()];
    this.errors = new double[agencies.size()][metrics.size()];
    this.scores = new double[agencies.size()];
    this.uncapped = new double[agencies.size()];
    this.caps = new double[agencies.size()];
    this.readings = new Row[agencies.size()][metrics.size()];
    Arrays.stream(points).forEach(row -> Arrays.fill(row, Double.NaN));
  }

  /** A metric that counts in a score. */
  record Part(String metric, String perspective, String feed, double weight)
      implements Comparable<Part> {
    @Override
    public int compareTo(Part other) {
      return metric.compareTo(other.metric);
    }
  }

  /** One row per ranked agency, period and metric that counts, all of a period in one partition. */
  static Dataset<Row> readings(Standings standings) {
    Dataset<Row> ranked =
        standings
            .scorecards()
            .where(
                Measurements.STATUS.col().equalTo("published").and(finite(PerspectiveScores.SCORE)))
            .select(
                Measurements.PERIOD.col(),
                Cases.AGENCY_ID.col(),
                PerspectiveScores.SCORE.col(),
                coalesce(Scorecards.UNCAPPED_SCORE.col(), PerspectiveScores.SCORE.col())
                    .as(Scorecards.UNCAPPED_SCORE.name()),
                coalesce(Scorecards.CAP.col(), lit(AT_TARGET)).as(Scorecards.CAP.name()));
    return points(standings)
        .join(ranked, new String[] {Measurements.PERIOD.name(), Cases.AGENCY_ID.name()})
        .repartition(Measurements.PERIOD.col());
  }

  private static Dataset<Row> points(Standings standings) {
    Dataset<Row> counting =
        standings
            .metrics()
            .where(
                Metrics.WEIGHT
                    .col()
                    .gt(0)
                    .and(Metrics.DIRECTION.col().isin("higher", "lower"))
                    .and(Metrics.STANDARD.col().isNotNull())
                    .and(Metrics.TARGET.col().isNotNull()))
            .select(
                Metrics.CODE.col().as(Measurements.METRIC.name()),
                Metrics.WEIGHT.col(),
                Metrics.FEED.col(),
                Metrics.STANDARD.col(),
                Metrics.TARGET.col());
    Column value = coalesce(Measurements.ADJUSTED_VALUE.col(), Measurements.VALUE.col());
    Column slope =
        lit(AT_TARGET - AT_STANDARD).divide(Metrics.TARGET.col().minus(Metrics.STANDARD.col()));
    Column scaled = value.divide(Measurements.ANCHOR_SCALE.col());
    Column error =
        coalesce(Measurements.ADJUSTED_ERROR.col(), Measurements.STANDARD_ERROR.col())
            .divide(Measurements.ANCHOR_SCALE.col())
            .multiply(abs(slope));
    return standings
        .measurements()
        .where(
            Cases.SERVICE_ID
                .col()
                .equalTo(Measurements.ALL_SERVICES)
                .and(Measurements.STATUS.col().equalTo("published"))
                .and(Measurements.ANCHOR_SCALE.col().gt(0)))
        .join(broadcast(counting), Measurements.METRIC.name())
        .withColumn(SCORED.name(), value)
        .withColumn(
            POINTS.name(),
            lit(AT_STANDARD).plus(slope.multiply(scaled.minus(Metrics.STANDARD.col()))))
        .withColumn(ERROR.name(), least(lit(MOST_ERROR), error))
        .where(finite(POINTS).and(finite(ERROR)));
  }

  private static Column finite(Field field) {
    return field.col().between(-Double.MAX_VALUE, Double.MAX_VALUE);
  }

  /** The panels of all periods in {@code rows} of {@link #readings}. */
  static List<Panel> of(Iterator<Row> rows) {
    SortedMap<String, List<Row>> periods = new TreeMap<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      periods
          .computeIfAbsent(row.getAs(Measurements.PERIOD.name()), any -> new ArrayList<>())
          .add(row);
    }
    return periods.entrySet().stream().map(each -> of(each.getKey(), each.getValue())).toList();
  }

  private static Panel of(String period, List<Row> rows) {
    SortedSet<String> names = new TreeSet<>();
    SortedSet<Part> parts = new TreeSet<>();
    rows.forEach(
        row -> {
          names.add(row.getAs(Cases.AGENCY_ID.name()));
          parts.add(part(row));
        });
    Panel panel = new Panel(period, List.copyOf(names), List.copyOf(parts));
    rows.forEach(panel::add);
    return panel;
  }

  private void add(Row row) {
    int i = Collections.binarySearch(agencies, row.<String>getAs(Cases.AGENCY_ID.name()));
    int k = Collections.binarySearch(metrics, part(row));
    points[i][k] = row.<Double>getAs(POINTS.name());
    errors[i][k] = row.<Double>getAs(ERROR.name());
    scores[i] = row.<Double>getAs(PerspectiveScores.SCORE.name());
    uncapped[i] = row.<Double>getAs(Scorecards.UNCAPPED_SCORE.name());
    caps[i] = row.<Double>getAs(Scorecards.CAP.name());
    readings[i][k] = row;
  }

  private static Part part(Row row) {
    return new Part(
        row.getAs(Measurements.METRIC.name()),
        row.getAs(Metrics.PERSPECTIVE.name()),
        row.getAs(Metrics.FEED.name()),
        row.<Double>getAs(Metrics.WEIGHT.name()));
  }

  /** 1 + how many of {@code all} are greater than {@code score}. */
  static int rank(double score, double[] all) {
    int rank = 1;
    for (double other : all) {
      rank += other > score ? 1 : 0;
    }
    return rank;
  }
}
