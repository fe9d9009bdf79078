package id.rapor.score;

import id.rapor.settings.Problems;
import id.rapor.settings.UserError;
import id.rapor.table.Cases;
import id.rapor.table.Correlations;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.Scorecards;
import id.rapor.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Between rows of tables and the records that are scored. */
final class ScoreRows {
  /** So many rows take some 2 GB; 3,000 agencies with 40 metrics have 33 periods of them. */
  private static final int MOST_ROWS = 4_000_000;

  private static final String CONTEXT = "context";

  /** What a score needs of a measurement. */
  private static final List<Field> READ =
      List.of(
          Measurements.PERIOD,
          Cases.AGENCY_ID,
          Measurements.METRIC,
          Measurements.N,
          Measurements.NUMERATOR,
          Measurements.DENOMINATOR,
          Measurements.VALUE,
          Measurements.ADJUSTED_VALUE,
          Measurements.ADJUSTED_ERROR,
          Measurements.STANDARD_ERROR,
          Measurements.ANCHOR_SCALE,
          Measurements.STATUS);

  private ScoreRows() {}

  /** The metrics that count, by code. */
  static List<ScoredMetric> metrics(Dataset<Row> metrics) {
    Problems problems = new Problems();
    List<ScoredMetric> scored = new ArrayList<>();
    for (Row row : collect(metrics, Metrics.TABLE)) {
      double standard = real(row, Metrics.STANDARD);
      double target = real(row, Metrics.TARGET);
      boolean anchored = !Double.isNaN(standard) && !Double.isNaN(target);
      if (anchored
          && real(row, Metrics.WEIGHT) > 0
          && !CONTEXT.equals(text(row, Metrics.DIRECTION))) {
        try {
          scored.add(metric(row, standard, target));
        } catch (IllegalArgumentException e) {
          problems.add(e.getMessage() + "; mend it under metrics in the settings.");
        }
      }
    }
    problems.throwIfAny("score");
    scored.sort(Comparator.comparing(ScoredMetric::code));
    return scored;
  }

  /** The entries of the catalogue. */
  static Map<String, Row> byCode(Dataset<Row> metrics) {
    Map<String, Row> entries = new HashMap<>();
    collect(metrics, Metrics.TABLE).forEach(row -> entries.put(text(row, Metrics.CODE), row));
    return entries;
  }

  private static ScoredMetric metric(Row row, double standard, double target) {
    return new ScoredMetric(
        text(row, Metrics.CODE),
        text(row, Metrics.PERSPECTIVE),
        standard,
        target,
        real(row, Metrics.WEIGHT),
        whole(row, Metrics.MINIMUM_N),
        text(row, Metrics.FEED));
  }

  /** All readings of all services together, by metric, of each agency in each period. */
  static SortedMap<Subject, Map<String, Reading>> readings(Dataset<Row> measurements) {
    Dataset<Row> allServices =
        measurements
            .where(Cases.SERVICE_ID.col().equalTo(Measurements.ALL_SERVICES))
            .select(READ.stream().map(field -> field.is(field.col())).toArray(Column[]::new));
    SortedMap<Subject, Map<String, Reading>> readings = new TreeMap<>();
    for (Row row : collect(allServices, Measurements.TABLE)) {
      Subject subject = new Subject(text(row, Measurements.PERIOD), text(row, Cases.AGENCY_ID));
      Reading reading = reading(row);
      Reading twin =
          readings.computeIfAbsent(subject, any -> new HashMap<>()).put(reading.metric(), reading);
      if (twin != null) {
        throw new IllegalStateException("Two measurements of " + subject + ": " + reading + twin);
      }
    }
    return readings;
  }

  private static Reading reading(Row row) {
    double adjustedError = real(row, Measurements.ADJUSTED_ERROR);
    return new Reading(
        text(row, Measurements.METRIC),
        whole(row, Measurements.N),
        real(row, Measurements.NUMERATOR),
        real(row, Measurements.DENOMINATOR),
        real(row, Measurements.VALUE),
        real(row, Measurements.ADJUSTED_VALUE),
        Double.isNaN(adjustedError) ? real(row, Measurements.STANDARD_ERROR) : adjustedError,
        real(row, Measurements.ANCHOR_SCALE),
        text(row, Measurements.STATUS));
  }

  /** One row of {@code perspective_scores}. */
  static Row row(Subject subject, PerspectiveScore score) {
    Optional<Estimate> estimate = score.estimate();
    return RowFactory.create(
        subject.period(),
        subject.agency(),
        score.perspective(),
        estimate.map(Estimate::score).orElse(null),
        estimate.map(Estimate::standardError).orElse(null),
        estimate.map(Estimate::low).orElse(null),
        estimate.map(Estimate::high).orElse(null),
        score.coverage(),
        score.status(),
        estimate.isPresent() ? null : score.reason());
  }

  /** How metrics go together, by period. */
  static Map<String, Dependence> dependences(Dataset<Row> correlations) {
    Map<String, Map<String, Double>> pairs = new HashMap<>();
    for (Row row : collect(correlations, Correlations.TABLE)) {
      pairs
          .computeIfAbsent(text(row, Measurements.PERIOD), any -> new HashMap<>())
          .put(
              Dependence.pair(text(row, Measurements.METRIC), text(row, Correlations.OTHER)),
              real(row, Correlations.CORRELATION));
    }
    Map<String, Dependence> dependences = new HashMap<>();
    pairs.forEach((period, known) -> dependences.put(period, new Dependence(known)));
    return dependences;
  }

  /**
   * One row of {@code scorecards}. A cap cuts the score and both ends of its interval; its error
   * stays.
   *
   * @param card before any cap
   */
  static Row row(Subject subject, String peerGroup, Scorecard card, Cap cap, String status) {
    Optional<Estimate> estimate = card.estimate();
    Optional<Double> score = estimate.map(Estimate::score).map(cap::on);
    return RowFactory.create(
        subject.period(),
        subject.agency(),
        peerGroup,
        perspective(card, Scorecards.FINANCE),
        perspective(card, Scorecards.PROCESS),
        perspective(card, Scorecards.CUSTOMER),
        perspective(card, Scorecards.GROWTH),
        score.orElse(null),
        estimate.map(Estimate::standardError).orElse(null),
        estimate.map(Estimate::low).map(cap::on).orElse(null),
        estimate.map(Estimate::high).map(cap::on).orElse(null),
        card.coverage(),
        score.map(Grade::of).map(Grade::name).orElse(null),
        status,
        estimate.isPresent() ? null : card.reason(),
        cap.isOpen() ? null : estimate.map(Estimate::score).orElse(null),
        cap.isOpen() ? null : cap.reason(),
        cap.isOpen() ? null : cap.score());
  }

  private static Double perspective(Scorecard card, Field column) {
    return card.perspective(column.name()).map(Estimate::score).orElse(null);
  }

  static List<Row> collect(Dataset<Row> rows, Table table) {
    List<Row> collected = rows.limit(MOST_ROWS + 1).collectAsList();
    if (collected.size() > MOST_ROWS) {
      throw new UserError(
          "Cannot score: table "
              + table.name()
              + " has more than "
              + MOST_ROWS
              + " rows to score at once, expected at most that; name fewer periods in the"
              + " settings (key periods) and make the others in a run of their own.");
    }
    return collected;
  }

  static String text(Row row, Field field) {
    return row.getAs(field.name());
  }

  private static long whole(Row row, Field field) {
    Long value = row.getAs(field.name());
    return value == null ? 0 : value;
  }

  private static double real(Row row, Field field) {
    Double value = row.getAs(field.name());
    return value == null ? Double.NaN : value;
  }
}
