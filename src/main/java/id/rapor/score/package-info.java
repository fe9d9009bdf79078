/**
 * Scores: holds each metric against its published anchors, and makes perspectives and scorecards of
 * them, each with its standard error.
 *
 * <p>In: {@code measurements}, {@code metrics}, {@code agencies}. Out: {@code perspective_scores},
 * {@code scorecards}. {@link id.rapor.score.Scores} is the way in; all computing is done in plain
 * records. At fixed anchors an agency's score depends on no other agency.
 */
package id.rapor.score;
