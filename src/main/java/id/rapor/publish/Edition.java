package id.rapor.publish;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * One published edition of one period.
 *
 * @param period the period's code
 * @param number 1 for the first
 * @param folder where its files are
 * @param outcome whether it was made just now
 */
public record Edition(String period, int number, Path folder, Outcome outcome) {

  /** What publishing came to. */
  public enum Outcome {
    /** The content was new: a new edition was made. */
    MADE,
    /** The newest edition says the same already: nothing was written. */
    UNCHANGED
  }

  public Edition {
    requireNonNull(period);
    requireNonNull(folder);
    requireNonNull(outcome);
    if (number < 1) {
      throw new IllegalArgumentException("Cannot make edition " + number + " of " + period);
    }
  }
}
