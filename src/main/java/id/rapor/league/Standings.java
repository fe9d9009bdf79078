package id.rapor.league;

import static java.util.Objects.requireNonNull;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the league tables rank.
 *
 * @param scorecards in the shape of {@code scorecards}
 * @param perspectiveScores in the shape of {@code perspective_scores}
 * @param measurements in the shape of {@code measurements}
 * @param metrics in the shape of {@code metrics}
 */
public record Standings(
    Dataset<Row> scorecards,
    Dataset<Row> perspectiveScores,
    Dataset<Row> measurements,
    Dataset<Row> metrics) {

  public Standings {
    requireNonNull(scorecards);
    requireNonNull(perspectiveScores);
    requireNonNull(measurements);
    requireNonNull(metrics);
  }
}
