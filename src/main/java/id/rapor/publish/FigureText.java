package id.rapor.publish;

import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.Shorthand;
import id.rapor.text.Language;
import id.rapor.text.Money;
import id.rapor.text.Numbers;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * Writes the figures of measurements and catalogue entries in one language.
 *
 * @param currency ISO 4217 code of all amounts
 */
record FigureText(Labels labels, String currency) {
  /** A figure is printed with so many decimals at most. */
  private static final int DECIMALS = 2;

  /** Where the word for a unit of money holds the currency, or the amount itself. */
  private static final String MONEY = "{0}";

  static FigureText of(Facts facts) {
    return new FigureText(facts.labels(), facts.settings().currency());
  }

  /** A number of the page's precision. */
  String number(double value) {
    return Numbers.trimmed(value, DECIMALS, labels.language());
  }

  /** The number in that column; empty if there is none. */
  String number(Row row, Field field) {
    return Cells.real(row, field).map(this::number).orElse("");
  }

  String whole(long value) {
    return Numbers.whole(value, labels.language());
  }

  /** The whole number in that column; empty if there is none. */
  String whole(Row row, Field field) {
    return Cells.whole(row, field).map(this::whole).orElse("");
  }

  /** A value without its unit, but with the currency if it is money; {@code row} has its unit. */
  String figure(double value, Row row) {
    return word(row).contains(MONEY)
        ? Money.figure(value, currency, labels.language())
        : number(value);
  }

  /** The figure in that column of a row that has a unit; empty if there is none. */
  String figure(Row row, Field field) {
    return Cells.real(row, field).map(value -> figure(value, row)).orElse("");
  }

  /** The 95 % interval of a measurement; empty if it has none. */
  String interval(Row measured) {
    String low = figure(measured, Measurements.LOW);
    String high = figure(measured, Measurements.HIGH);
    return low.isEmpty() || high.isEmpty() ? "" : low + Standings.DASH + high;
  }

  /** The words for the unit of a catalogue entry. */
  String unit(Row entry) {
    return word(entry).replace(MONEY, Money.sign(currency));
  }

  /** A value with the unit of its entry. */
  String withUnit(double value, Row entry) {
    String unit = word(entry);
    String figure = figure(value, entry);
    if (unit.contains(MONEY)) {
      return unit.replace(MONEY, figure);
    }
    return figure + (unit.isEmpty() || unit.equals("%") ? unit : " " + unit);
  }

  private String word(Row row) {
    return labels.word("unit", Cells.text(row, Metrics.UNIT).orElse(""));
  }

  /** The name of a catalogue entry. */
  String name(Row entry) {
    return Names.of(entry, labels.language(), Cells.text(entry, Metrics.CODE).orElseThrow());
  }

  /** The question that a catalogue entry answers. */
  String question(Row entry) {
    Field question =
        labels.language() == Language.INDONESIAN ? Metrics.QUESTION_ID : Metrics.QUESTION_EN;
    return Cells.text(entry, question).orElse("");
  }

  /** Why a measurement has no value; empty if it has one. */
  String state(Row measured) {
    if (Cells.real(measured, Measurements.VALUE).isPresent()) {
      return "";
    }
    boolean isHidden =
        Cells.text(measured, Shorthand.SHORTHAND).orElse("").equals(Shorthand.CONFIDENTIAL);
    return isHidden
        ? labels.text("status_confidential")
        : labels.word("status", Cells.text(measured, Measurements.STATUS).orElse("no_data"));
  }

  /** What is scored and ranked: the adjusted value, else the crude one. */
  static Optional<Double> scored(Row measured) {
    Optional<Double> crude = Cells.real(measured, Measurements.VALUE);
    return crude.isEmpty()
        ? crude
        : Cells.real(measured, Measurements.ADJUSTED_VALUE).or(() -> crude);
  }
}
