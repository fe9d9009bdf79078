package id.rapor.settings;

import id.rapor.settings.CustomMetric.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the key {@code custom_metrics}. Expressions are taken as they stand. */
final class CustomReader {
  private static final List<String> KEYS =
      List.of(
          "name_id",
          "name_en",
          "question_id",
          "question_en",
          "perspective",
          "direction",
          "kind",
          "unit",
          "times",
          "table",
          "month",
          "among",
          "part",
          "whole",
          "minimum_n",
          "standard",
          "target",
          "weight",
          "problems",
          "solutions",
          "factors",
          "source");
  private static final double LARGEST = Double.MAX_VALUE;
  private static final String CODE = "[a-z][a-z0-9_]{0,62}";
  private static final String PERCENT = "percent";

  private final Section entry;
  private final Value value;
  private final String code;

  private CustomReader(String code, Value value) {
    this.code = code;
    this.value = value;
    this.entry = new Section(value, KEYS);
  }

  static List<CustomMetric> read(Section top) {
    return top.value("custom_metrics").stream()
        .flatMap(all -> all.entries("a mapping of code to metric").entrySet().stream())
        .flatMap(each -> new CustomReader(each.getKey(), each.getValue()).metric().stream())
        .toList();
  }

  /** Empty where a key that it needs is missing or wrong, which is noted. */
  private Optional<CustomMetric> metric() {
    if (!code.matches(CODE)) {
      value.fault(
          "custom_metrics: "
              + code
              + " is no code, expected small letters, digits and underscores");
    }
    Optional<Kind> kind =
        required(
                "kind", "share, mean, ratio or median", List.of("share", "mean", "ratio", "median"))
            .map(text -> Kind.valueOf(text.toUpperCase(Locale.ROOT)));
    Optional<String> perspective =
        required(
            "perspective",
            "finance, process, customer or growth",
            List.of("finance", "process", "customer", "growth"));
    Optional<String> direction =
        required("direction", "higher, lower or context", List.of("higher", "lower", "context"));
    Optional<String> part = entry.required("part").flatMap(Value::filled);
    Optional<String> whole = whole(kind);
    checkAnchors(direction.orElse("context"));
    if (kind.isEmpty() || perspective.isEmpty() || direction.isEmpty() || part.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        metric(kind.get(), perspective.get(), direction.get(), part.get(), whole.orElse("1")));
  }

  private CustomMetric metric(
      Kind kind, String perspective, String direction, String part, String whole) {
    String nameEn = text("name_en", text("name_id", code));
    String nameId = text("name_id", nameEn);
    String unit = kind == Kind.SHARE ? PERCENT : text("unit", kind.name().toLowerCase(Locale.ROOT));
    return new CustomMetric(
        code,
        nameId,
        nameEn,
        text("question_id", nameId),
        text("question_en", nameEn),
        perspective,
        direction,
        kind,
        unit,
        entry
            .number("times", 0, LARGEST, "a number above 0")
            .orElse(unit.equals(PERCENT) ? 100 : 1),
        text("table", "judged_cases"),
        entry.text("month"),
        text("among", "true"),
        part,
        whole,
        entry.whole("minimum_n", 1, Long.MAX_VALUE).orElse(30),
        anchor("standard"),
        anchor("target"),
        entry.number("weight", 0, 1_000_000, "a weight from 0 to 1000000").orElse(1),
        words("problems", "P1 to P5", "P1", "P2", "P3", "P4", "P5"),
        words("solutions", "S1 to S4", "S1", "S2", "S3", "S4"),
        words(
            "factors",
            "leadership, team, system, situation or personal",
            "leadership",
            "team",
            "system",
            "situation",
            "personal"),
        text("source", "settings"));
  }

  private Optional<String> required(String key, String expected, List<String> known) {
    return entry.required(key).flatMap(given -> given.oneOf(expected, known));
  }

  /** A ratio needs one, the others have none. */
  private Optional<String> whole(Optional<Kind> kind) {
    if (kind.filter(Kind.RATIO::equals).isPresent()) {
      return entry.required("whole").flatMap(Value::filled);
    }
    if (entry.has("whole") && kind.isPresent()) {
      value.fault(value.name() + " has whole, expected it for kind ratio alone");
    }
    return Optional.empty();
  }

  private void checkAnchors(String direction) {
    OptionalDouble standard = anchor("standard");
    OptionalDouble target = anchor("target");
    if (standard.isPresent() != target.isPresent()) {
      value.fault(value.name() + " has one of standard and target, expected both or neither");
    } else if (standard.isPresent()) {
      boolean rises = target.getAsDouble() > standard.getAsDouble();
      boolean falls = target.getAsDouble() < standard.getAsDouble();
      boolean fits = direction.equals("higher") ? rises : direction.equals("lower") && falls;
      if (!fits) {
        value.fault(
            value.name()
                + " has direction "
                + direction
                + ", standard "
                + standard.getAsDouble()
                + " and target "
                + target.getAsDouble()
                + ", expected the target on the better side, and neither for context");
      }
    }
  }

  private OptionalDouble anchor(String key) {
    return entry.number(key, -LARGEST, LARGEST, "a number");
  }

  private String text(String key, String otherwise) {
    return entry.value(key).flatMap(Value::filled).orElse(otherwise);
  }

  private List<String> words(String key, String expected, String... known) {
    return entry.value(key).map(given -> given.items("a list of codes")).orElse(List.of()).stream()
        .flatMap(item -> item.oneOf(expected, Arrays.asList(known)).stream())
        .toList();
  }
}
