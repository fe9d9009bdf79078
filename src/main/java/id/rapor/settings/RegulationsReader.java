package id.rapor.settings;

import id.rapor.settings.ComplaintClocks.Clock;
import id.rapor.settings.ComplaintClocks.Unit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the keys {@code satisfaction_weights} and {@code complaints}. */
final class RegulationsReader {
  /** Longer is a slip of the pen. */
  private static final long MOST_DAYS = 366;

  private static final List<String> CLOCKS =
      List.of("first_response", "information", "no_examination", "examination");

  private RegulationsReader() {}

  static Regulations read(Section top) {
    return new Regulations(
        top.value("satisfaction_weights")
            .flatMap(RegulationsReader::weights)
            .orElse(Regulations.DEFAULTS.weights()),
        top.value("complaints")
            .map(RegulationsReader::clocks)
            .orElse(Regulations.DEFAULTS.clocks()));
  }

  private static Optional<SatisfactionWeights> weights(Value value) {
    return oneOf(value, List.of(SatisfactionWeights.values()), SatisfactionWeights::code);
  }

  private static ComplaintClocks clocks(Value value) {
    Section section = new Section(value, CLOCKS);
    ComplaintClocks defaults = ComplaintClocks.DEFAULTS;
    return new ComplaintClocks(
        clock(section, "first_response", defaults.firstResponse()),
        clock(section, "information", defaults.information()),
        clock(section, "no_examination", defaults.noExamination()),
        clock(section, "examination", defaults.examination()));
  }

  /** A number of days of the default's unit, or a mapping of both. */
  private static Clock clock(Section section, String key, Clock otherwise) {
    Optional<Value> given = section.value(key);
    if (given.isEmpty()) {
      return otherwise;
    }
    if (!given.get().isMapping()) {
      return new Clock(days(given, otherwise), otherwise.unit());
    }
    Section clock = new Section(given.get(), List.of("days", "unit"));
    Unit unit =
        clock
            .value("unit")
            .flatMap(value -> oneOf(value, List.of(Unit.values()), Unit::code))
            .orElse(otherwise.unit());
    return new Clock(days(clock.value("days"), otherwise), unit);
  }

  private static <T> Optional<T> oneOf(Value value, List<T> known, Function<T, String> code) {
    List<String> codes = known.stream().map(code).toList();
    return value.oneOf(String.join(" or ", codes), codes).map(codes::indexOf).map(known::get);
  }

  private static int days(Optional<Value> days, Clock otherwise) {
    return days.map(value -> (int) value.whole(0, MOST_DAYS).orElse(otherwise.days()))
        .orElse(otherwise.days());
  }
}
