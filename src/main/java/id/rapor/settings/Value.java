package id.rapor.settings;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One value of a YAML file. Each way to read it notes a fault, and gives nothing, when the value is
 * something else.
 *
 * <p>Scalars are always read as they are written, so that a code such as {@code NO} or {@code 012}
 * stays a code.
 *
 * @param name the keys that lead to it, joined by dots; empty for the whole file
 * @param line the line of its key, from 1
 */
record Value(String name, Node node, int line, Faults faults) {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,18}");

  /** The line on which {@code node} begins, from 1. */
  static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  boolean isMissing() {
    return node.getTag().equals(Tag.NULL);
  }

  boolean isText() {
    return node instanceof ScalarNode && !isMissing();
  }

  /** Whether it is a list or a mapping without anything in it. */
  boolean isEmpty() {
    return node instanceof CollectionNode<?> many && many.getValue().isEmpty();
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** Notes a fault on its line. */
  void fault(String message) {
    faults.add(line, message);
  }

  /** Notes that this value is not what was expected. */
  void refuse(String expected) {
    fault((name.isEmpty() ? "the file" : name) + " is " + shown() + ", expected " + expected);
  }

  /** Its text. */
  Optional<String> text() {
    return as("text", Optional::of);
  }

  /** Its text, if that is more than spaces. */
  Optional<String> filled() {
    return as("text that is not blank", text -> Optional.of(text).filter(some -> !some.isBlank()));
  }

  /** What {@code parse} makes of its text; {@code expected} says in words what that is. */
  <T> Optional<T> as(String expected, Function<String, Optional<T>> parse) {
    Optional<T> parsed = isText() ? parse.apply(((ScalarNode) node).getValue()) : Optional.empty();
    if (parsed.isEmpty()) {
      refuse(expected);
    }
    return parsed;
  }

  /** Its text, if that is one of {@code known}. */
  Optional<String> oneOf(String expected, Collection<String> known) {
    String hint = isText() ? Nearest.hint(((ScalarNode) node).getValue(), known) : "";
    return as(expected + hint, text -> Optional.of(text).filter(known::contains));
  }

  /** A finite number of at least {@code least} and at most {@code most}. */
  Optional<LocalDate> day() {
    return as("a day such as 2025-03-31", Value::parsedDay);
  }

  private static Optional<LocalDate> parsedDay(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  OptionalDouble number(double least, double most, String expected) {
    Optional<Double> number =
        as(
            expected,
            text ->
                Optional.of(text)
                    .filter(written -> NUMBER.matcher(written).matches())
                    .map(Double::valueOf)
                    .filter(value -> value >= least && value <= most));
    return number.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  /** A whole number of at least {@code least} and at most {@code most}. */
  OptionalLong whole(long least, long most) {
    String bounds =
        most == Long.MAX_VALUE ? " of at least " + least : " from " + least + " to " + most;
    Optional<Long> whole =
        as(
            "a whole number" + bounds,
            text ->
                Optional.of(text)
                    .filter(written -> WHOLE.matcher(written).matches())
                    .map(Long::valueOf)
                    .filter(value -> value >= least && value <= most));
    return whole.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /** The values of a list; a single text counts as a list of one. */
  List<Value> items(String expected) {
    if (isText()) {
      return List.of(this);
    }
    if (node instanceof SequenceNode list && !list.getValue().isEmpty()) {
      return list.getValue().stream()
          .map(item -> new Value(name, item, lineOf(item), faults))
          .toList();
    }
    refuse(expected);
    return List.of();
  }

  /** The texts of a list; a single text counts as a list of one. */
  List<String> texts() {
    return items("text or a list of texts").stream().flatMap(item -> item.text().stream()).toList();
  }

  /** The values of a mapping by key, in their order; a key that stands twice is noted. */
  Map<String, Value> entries(String expected) {
    Map<String, Value> entries = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      refuse(expected);
      return entries;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      int at = lineOf(tuple.getKeyNode());
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        Value value = new Value(below(key.getValue()), tuple.getValueNode(), at, faults);
        Value first = entries.putIfAbsent(key.getValue(), value);
        if (first != null) {
          faults.add(at, value.name + " stands twice, first in line " + first.line);
        }
      } else {
        faults.add(at, "a key is a list or a mapping, expected text");
      }
    }
    return entries;
  }

  private String below(String key) {
    return name.isEmpty() ? key : name + "." + key;
  }

  private String shown() {
    if (isMissing()) {
      return "empty";
    }
    if (node instanceof ScalarNode scalar) {
      return '"' + scalar.getValue() + '"';
    }
    return isMapping() ? "a mapping" : "a list";
  }
}
