package id.rapor.settings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the key {@code breaches}. */
final class BreachReader {
  private static final List<String> KEYS = List.of("agency", "from", "to", "cap", "reason");

  private BreachReader() {}

  static List<Breach> read(Section top) {
    List<Breach> breaches = new ArrayList<>();
    top.value("breaches").map(value -> value.items("a list of breaches")).orElse(List.of()).stream()
        .flatMap(item -> breach(item).stream())
        .forEach(breaches::add);
    return breaches;
  }

  /** Empty where a key that it needs is missing or wrong, which is noted. */
  private static Optional<Breach> breach(Value item) {
    Section breach = new Section(item, KEYS);
    Optional<String> agency = breach.required("agency").flatMap(Value::filled);
    Optional<String> reason = breach.required("reason").flatMap(Value::filled);
    Optional<LocalDate> from = breach.required("from").flatMap(Value::day);
    Optional<LocalDate> to = breach.value("to").flatMap(Value::day);
    double cap =
        breach.number("cap", 0, 100, "a score from 0 to 100").orElse(Breach.BELOW_STANDARD);
    if (agency.isEmpty() || reason.isEmpty() || from.isEmpty()) {
      return Optional.empty();
    }
    if (to.filter(last -> last.isBefore(from.get())).isPresent()) {
      item.fault(item.name() + " ends before it begins, expected to on or after from");
    }
    return Optional.of(new Breach(agency.get(), from.get(), to, cap, reason.get()));
  }
}
