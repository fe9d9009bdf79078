package id.rapor.publish;

import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.Shorthand;
import id.rapor.text.Language;
import id.rapor.text.Numbers;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** Writes the figures of measurements and catalogue entries in one language. */
record FigureText(Labels labels) {
  /** A figure is printed with so many decimals at most. */
  private static final int DECIMALS = 2;

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

  /** The 95 % interval of a measurement; empty if it has none. */
  String interval(Row measured) {
    return Cells.real(measured, Measurements.LOW)
        .flatMap(
            low ->
                Cells.real(measured, Measurements.HIGH)
                    .map(high -> number(low) + Standings.DASH + number(high)))
        .orElse("");
  }

  /** The words for the unit of a catalogue entry. */
  String unit(Row entry) {
    return labels.word("unit", Cells.text(entry, Metrics.UNIT).orElse(""));
  }

  /** A value with the unit of its entry. */
  String withUnit(double value, Row entry) {
    String unit = unit(entry);
    return number(value) + (unit.isEmpty() || unit.equals("%") ? unit : " " + unit);
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
