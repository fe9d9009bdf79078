package id.rapor.reference;

import static java.util.Objects.requireNonNull;

import id.rapor.settings.Problems;
import id.rapor.table.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One line of a reference file, by column name; whatever cannot be read is told as a problem of
 * that line, and reading goes on.
 */
final class CsvLine {
  private static final Pattern LIST = Pattern.compile("\\s*;\\s*");

  /** Decimal digits that {@link Field#MONEY} and {@link Field#QUANTITY} hold. */
  private static final int DIGITS = 18;

  private final String file;
  private final long number;
  private final Map<String, String> cells;
  private final Problems problems;
  private boolean sound = true;

  CsvLine(String file, long number, Map<String, String> cells, Problems problems) {
    this.file = requireNonNull(file);
    this.number = number;
    this.cells = Map.copyOf(cells);
    this.problems = requireNonNull(problems);
  }

  /** The line's number in its file, from 1, the header counted. */
  long number() {
    return number;
  }

  /** Whether nothing was wrong with what was read so far. */
  boolean isSound() {
    return sound;
  }

  /** The cell without blanks around it; empty when blank or when the column is absent. */
  Optional<String> text(Field field) {
    return Optional.ofNullable(cells.get(field.name()));
  }

  /** The cell, which must not be empty. */
  String required(Field field) {
    return text(field)
        .orElseGet(
            () -> {
              problem(field, "empty", field.meaning());
              return "";
            });
  }

  /** A list of texts joined by {@code ;}. */
  List<String> texts(Field field) {
    return text(field).stream()
        .flatMap(LIST::splitAsStream)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /** A calendar day, ISO 8601. */
  Optional<LocalDate> day(Field field) {
    return parsed(field, "a day such as 2025-03-31", LocalDate::parse);
  }

  /** A decimal of at least 0 that loses nothing in a column of {@code scale} decimals. */
  Optional<BigDecimal> amount(Field field, int scale) {
    return parsed(
        field,
        "a number of at least 0 such as 350000 or 12.5, point for decimals, at most "
            + scale
            + " of them",
        cell -> {
          BigDecimal value = new BigDecimal(cell).setScale(scale, RoundingMode.UNNECESSARY);
          return within(value.signum() >= 0 && value.precision() <= DIGITS, value);
        });
  }

  /** A whole number from {@code least} to {@code most}. */
  Optional<Long> whole(Field field, long least, long most) {
    return parsed(
        field,
        "a whole number from " + least + " to " + most,
        cell -> {
          long value = new BigDecimal(cell).longValueExact();
          return within(value >= least && value <= most, value);
        });
  }

  /** What {@code parse} makes of the cell; a failure of it is told with what was expected. */
  <T> Optional<T> parsed(Field field, String expected, Function<String, T> parse) {
    Optional<String> cell = text(field);
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(cell.get()));
    } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
      problem(field, cell.get(), expected);
      return Optional.empty();
    }
  }

  /** As {@link #parsed}, but the cell must not be empty. */
  <T> Optional<T> parsedRequired(Field field, String expected, Function<String, T> parse) {
    if (text(field).isEmpty()) {
      problem(field, "empty", expected);
    }
    return parsed(field, expected, parse);
  }

  /** Notes that {@code field} is {@code value} and should be something else. */
  void problem(Field field, String value, String expected) {
    problem(field.name() + " is " + value + ", expected " + expected);
  }

  /** Notes a problem of the whole line. */
  void problem(String message) {
    sound = false;
    problems.add(file, number, message);
  }

  private static <T> T within(boolean allowed, T value) {
    if (!allowed) {
      throw new IllegalArgumentException("Cannot take " + value);
    }
    return value;
  }
}
