package id.rapor.pipeline;

import id.rapor.ingest.Account;
import id.rapor.settings.Period;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a run came to.
 *
 * @param accounts what became of each file that was new
 * @param unreadable the new files that cannot be read and of which nothing was taken in, each with
 *     the reason
 * @param made how many tables were made
 * @param newEditions how many editions are new
 * @param calendar what was to be delivered and what came
 * @param drifts how the new files differ from those before them, a sentence each
 * @param headline the table that a reader is shown first; empty if there is none
 */
public record Outcome(
    List<Account> accounts,
    List<String> unreadable,
    int made,
    int newEditions,
    Calendar calendar,
    List<String> drifts,
    Optional<Headline> headline) {

  /**
   * How many deliveries there are of each status.
   *
   * @param worst the first of those missing or late, a line each
   */
  public record Calendar(long onTime, long late, long missing, long notDue, List<String> worst) {
    public Calendar {
      worst = List.copyOf(worst);
    }
  }

  /**
   * The headline's table for the whole country.
   *
   * @param ranked name_id, rank_label, rank_low, rank_high, score, grade of those ranked, in order
   * @param page the headline's page, if it was published
   */
  public record Headline(
      Period period, Instant asOf, List<Place> ranked, long notRanked, Optional<Path> page) {}

  /** One agency's place. */
  public record Place(
      String rankLabel,
      String agency,
      String name,
      long low,
      long high,
      double score,
      String grade) {}

  public Outcome {
    accounts = List.copyOf(accounts);
    unreadable = List.copyOf(unreadable);
    drifts = List.copyOf(drifts);
  }
}
