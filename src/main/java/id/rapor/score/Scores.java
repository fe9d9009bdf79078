package id.rapor.score;

import id.rapor.settings.Scoring;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.Scorecards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Makes the tables of scores: collects what was measured, scores it in plain Java, puts it back.
 */
public final class Scores {
  private Scores() {}

  /**
   * The score of each perspective of each agency and period that has a measurement of all services
   * together.
   *
   * <p>A metric counts if its weight is above 0, it has a direction and both anchors; it is present
   * if it was published, with a scale and a standard error. The case-mix adjusted value is scored
   * where there is one. Scores run from 0 to 100; a perspective of which less than {@code
   * scoring.leastCoverage()} of the weight is present has status {@code not_rated} (or {@code
   * low_quality}, {@code no_data} where that is why) and a reason in English.
   *
   * @param measurements in the shape of {@code measurements}; only rows of service {@code *} count
   * @param metrics in the shape of {@code metrics}, restricted to those that apply
   * @param correlations in the shape of {@code correlations}; what it lacks goes together fully
   * @param scoring which perspectives apply
   * @return in the shape of {@code perspective_scores}, sorted by its key
   * @throws id.rapor.settings.UserError if anchors or weights cannot be used, or there are more
   *     rows than one machine should score
   */
  public static Dataset<Row> perspectives(
      Dataset<Row> measurements, Dataset<Row> metrics, Dataset<Row> correlations, Scoring scoring) {
    Rating rating = rating(metrics, correlations, scoring);
    List<Row> rows = new ArrayList<>();
    ScoreRows.readings(measurements)
        .forEach(
            (subject, readings) ->
                rating
                    .perspectives(subject, readings)
                    .forEach(score -> rows.add(ScoreRows.row(subject, score))));
    return measurements.sparkSession().createDataFrame(rows, PerspectiveScores.TABLE.schema());
  }

  /**
   * The scorecard of each agency and period that has a measurement of all services together.
   *
   * <p>The overall score is the mean of the perspectives by {@code scoring.perspectives()}; every
   * one with a weight must be rated, else the status is {@code not_rated} (or {@code low_quality},
   * {@code no_data} where that is why) and the reason names what is missing. It starts from the
   * measurements, not from the perspectives' scores, because metrics of one feed stand in several
   * perspectives and their errors go together. A confirmed breach caps the score. The grade is that
   * of the score rounded to two decimals, halves up.
   *
   * @param measurements in the shape of {@code measurements}; only rows of service {@code *} count
   * @param metrics in the shape of {@code metrics}, restricted to those that apply
   * @param correlations in the shape of {@code correlations}; what it lacks goes together fully
   * @param peers whom each agency is compared with
   * @param scoring which perspectives apply, and their weights
   * @return in the shape of {@code scorecards}, sorted by its key
   * @throws id.rapor.settings.UserError as {@link #perspectives}
   */
  public static Dataset<Row> scorecards(
      Dataset<Row> measurements,
      Dataset<Row> metrics,
      Dataset<Row> correlations,
      PeerGroups peers,
      Scoring scoring) {
    Rating rating = rating(metrics, correlations, scoring);
    Map<Subject, Map<String, Reading>> measured = ScoreRows.readings(measurements);
    Map<Subject, String> peerGroups = peers.of(measured.keySet());
    List<Row> rows = new ArrayList<>();
    measured.forEach(
        (subject, readings) -> {
          Scorecard card = rating.scorecard(subject, readings);
          Cap cap = Cap.of(scoring.breaches(), subject);
          String status = card.status(scoring.perspectives());
          rows.add(ScoreRows.row(subject, peerGroups.get(subject), card, cap, status));
        });
    return measurements.sparkSession().createDataFrame(rows, Scorecards.TABLE.schema());
  }

  /**
   * What each metric adds to the score of its perspective, for the one agency and period that
   * {@code measurements} are of; by perspective and metric.
   *
   * @throws id.rapor.settings.UserError as {@link #perspectives}
   */
  public static List<ScorePart> parts(
      Dataset<Row> measurements, Dataset<Row> metrics, Scoring scoring) {
    List<ScoredMetric> scored = ScoreRows.metrics(metrics);
    return ScoreRows.readings(measurements).values().stream()
        .flatMap(readings -> ScorePart.of(scored, readings).stream())
        .filter(part -> scoring.perspectives().containsKey(part.perspective()))
        .toList();
  }

  private static Rating rating(Dataset<Row> metrics, Dataset<Row> correlations, Scoring scoring) {
    return new Rating(ScoreRows.metrics(metrics), ScoreRows.dependences(correlations), scoring);
  }
}
