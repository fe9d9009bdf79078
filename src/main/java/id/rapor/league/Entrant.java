package id.rapor.league;

import static java.util.Objects.requireNonNull;

/**
 * One agency that comes to a league table, rated or not.
 *
 * @param score unrounded, in points or in the metric's unit; NaN when not rated
 * @param standardError of the score, at least 0; NaN when not rated
 * @param status code; only a published score is ranked
 * @param reason why there is no score; null where there is one
 */
record Entrant(String agency, double score, double standardError, String status, String reason) {
  private static final String PUBLISHED = "published";
  private static final String NOT_RATED = "not_rated";

  Entrant {
    requireNonNull(agency);
    requireNonNull(status);
    boolean sure = Double.isFinite(score) && standardError >= 0 && Double.isFinite(standardError);
    if (status.equals(PUBLISHED) && !sure) {
      status = NOT_RATED;
      reason = "no score with a standard error";
    }
  }

  boolean isRanked() {
    return status.equals(PUBLISHED);
  }
}
