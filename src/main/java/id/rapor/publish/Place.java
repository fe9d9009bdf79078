package id.rapor.publish;

import id.rapor.table.Cases;
import id.rapor.table.League;
import id.rapor.table.PerspectiveScores;
import java.util.Comparator;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * One ranked row of the league.
 *
 * @param label the published rank, {@code =} where it is shared
 * @param number the label's number
 * @param low the best rank in its interval; its own where the league gives none
 * @param high the worst rank in its interval; its own where the league gives none
 */
record Place(String agency, String label, int number, int low, int high, double score, Row row) {
  static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::number).thenComparing(Place::agency);

  private static final String SHARED = "=";

  /** The place of a league's row; empty if the row has no rank. */
  static Optional<Place> of(Row row) {
    Optional<Long> rank = Cells.whole(row, League.RANK);
    Optional<Double> score = Cells.real(row, PerspectiveScores.SCORE);
    if (rank.isEmpty() || score.isEmpty()) {
      return Optional.empty();
    }
    String label = Cells.text(row, League.RANK_LABEL).orElse(String.valueOf(rank.get()));
    return Optional.of(
        new Place(
            Cells.text(row, Cases.AGENCY_ID).orElseThrow(),
            label,
            Integer.parseInt(label.replace(SHARED, "")),
            Math.toIntExact(Cells.whole(row, League.RANK_LOW).orElse(rank.get())),
            Math.toIntExact(Cells.whole(row, League.RANK_HIGH).orElse(rank.get())),
            score.get(),
            row));
  }
}
