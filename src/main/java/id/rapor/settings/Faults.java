package id.rapor.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The faults of one file, told in the order of its lines however they were found. */
final class Faults {
  private record Fault(int line, String message) {}

  private final String file;
  private final List<Fault> found = new ArrayList<>();

  Faults(String file) {
    this.file = file;
  }

  /** Notes a fault at {@code line}, counted from 1. */
  void add(int line, String message) {
    found.add(new Fault(line, message));
  }

  /** How many there are so far. */
  int count() {
    return found.size();
  }

  /** Tells all of them. */
  void tell(Problems problems) {
    found.stream()
        .sorted(Comparator.comparingInt(Fault::line))
        .forEach(fault -> problems.add(file, fault.line, fault.message));
  }

  /**
   * Ends the reading if there is any fault.
   *
   * @throws UserError that lists every fault
   */
  void throwIfAny() {
    Problems problems = new Problems();
    tell(problems);
    problems.throwIfAny(SettingsFile.READING);
  }
}
