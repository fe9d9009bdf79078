package id.rapor.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The values of one mapping of a YAML file whose keys are all known. */
final class Section {
  private final Value whole;
  private final Map<String, Value> values;

  /** Reads {@code whole}; a key that is none of {@code known} is noted as a fault. */
  Section(Value whole, List<String> known) {
    this.whole = whole;
    this.values = whole.entries("a mapping with " + String.join(", ", known));
    values.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            value.fault(value.name() + " is no known key" + remedy(key, known));
          }
        });
  }

  private static String remedy(String key, List<String> known) {
    String hint = Nearest.hint(key, known);
    return hint.isEmpty() ? "; known are " + String.join(", ", known) : hint;
  }

  /** The value of {@code key}; a key without a value is noted as a fault. */
  Optional<Value> value(String key) {
    Optional<Value> value = Optional.ofNullable(values.get(key));
    value.filter(Value::isMissing).ifPresent(empty -> empty.refuse("a value, or no such key"));
    return value.filter(given -> !given.isMissing());
  }

  /** The text of {@code key}. */
  Optional<String> text(String key) {
    return value(key).flatMap(Value::text);
  }

  /** The value of {@code key}; its absence is noted as a fault. */
  Optional<Value> required(String key) {
    if (whole.isMapping() && !values.containsKey(key)) {
      whole.fault((whole.name().isEmpty() ? "" : whole.name() + ".") + key + " is missing");
    }
    return value(key);
  }

  /** The texts of {@code key}, a list or a single text; none where the key is absent. */
  List<String> texts(String key) {
    return value(key).map(Value::texts).orElse(List.of());
  }

  /** The number of {@code key}, of at least {@code least} and at most {@code most}. */
  OptionalDouble number(String key, double least, double most, String expected) {
    return value(key)
        .map(value -> value.number(least, most, expected))
        .orElse(OptionalDouble.empty());
  }

  /** The whole number of {@code key}, of at least {@code least} and at most {@code most}. */
  OptionalLong whole(String key, long least, long most) {
    return value(key).map(value -> value.whole(least, most)).orElse(OptionalLong.empty());
  }

  boolean has(String key) {
    return values.containsKey(key);
  }
}
