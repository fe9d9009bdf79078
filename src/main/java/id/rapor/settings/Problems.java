package id.rapor.settings;

import java.util.ArrayList;
import java.util.List;

/** Collects every problem of one input, so that all are told at once. */
public final class Problems {
  private final List<String> found = new ArrayList<>();

  /** Notes a problem of the input as a whole. */
  public void add(String message) {
    found.add(message);
  }

  /** Notes a problem at {@code line} (from 1) of {@code file}. */
  public void add(String file, long line, String message) {
    found.add(file + ":" + line + ": " + message);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** All problems so far, in the order in which they were found. */
  public List<String> all() {
    return List.copyOf(found);
  }

  /**
   * Ends the work if anything was found.
   *
   * @param doing what cannot be done, for example {@code "read the settings"}
   * @throws UserError that lists every problem
   */
  public void throwIfAny(String doing) {
    if (!found.isEmpty()) {
      String count = found.size() == 1 ? "1 problem" : found.size() + " problems";
      throw new UserError("Cannot " + doing + ": " + count + ".\n  " + String.join("\n  ", found));
    }
  }
}
