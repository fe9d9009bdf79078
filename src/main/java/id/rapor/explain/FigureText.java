package id.rapor.explain;

import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.text.Language;
import id.rapor.text.Numbers;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** Tells of the metric and of its figure. */
final class FigureText {
  private static final int DECIMALS = 4;
  private static final int LABEL = 14;

  private FigureText() {}

  /** A row of metrics and one of measurements, in words. */
  static List<String> lines(Row entry, Row measured, Asked asked) {
    List<String> lines = new ArrayList<>();
    lines.add(text(entry, Metrics.NAME_EN) + " / " + text(entry, Metrics.NAME_ID));
    lines.add(
        asked.metric()
            + " of agency "
            + asked.agency()
            + (asked.service().equals(Measurements.ALL_SERVICES)
                ? ", all services"
                : ", service " + asked.service())
            + ", "
            + asked.period());
    lines.add("");
    lines.add(labelled("question", text(entry, Metrics.QUESTION_EN)));
    lines.add(labelled("", text(entry, Metrics.QUESTION_ID)));
    lines.add(labelled("formula", text(entry, Metrics.FORMULA)));
    lines.add(labelled("source", text(entry, Metrics.AUTHORITY)));
    lines.add(labelled("better", direction(text(entry, Metrics.DIRECTION))));
    lines.add(labelled("anchors", anchors(entry, measured)));
    lines.add("");
    lines.addAll(figure(entry, measured));
    return lines;
  }

  /** The months that make the period. */
  static String months(List<YearMonth> months) {
    return labelled(
        "months", months.stream().map(YearMonth::toString).collect(Collectors.joining(" ")));
  }

  private static List<String> figure(Row entry, Row measured) {
    List<String> lines = new ArrayList<>();
    String unit = text(entry, Metrics.UNIT);
    lines.add(labelled("status", status(entry, measured)));
    lines.add(
        labelled(
            "n", Numbers.whole(measured.<Long>getAs(Measurements.N.name()), Language.ENGLISH)));
    add(lines, "value", measured, Measurements.VALUE, " " + unit);
    add(lines, "numerator", measured, Measurements.NUMERATOR, "");
    add(lines, "denominator", measured, Measurements.DENOMINATOR, "");
    if (has(measured, Measurements.LOW)) {
      lines.add(
          labelled(
              "interval",
              number(measured, Measurements.LOW)
                  + " to "
                  + number(measured, Measurements.HIGH)
                  + " (95 %)"));
    }
    add(
        lines,
        "adjusted",
        measured,
        Measurements.ADJUSTED_VALUE,
        " " + unit + " at the national mix of services, classes and channels");
    add(lines, "expected", measured, Measurements.EXPECTED, " as numerator at the national rates");
    if (has(measured, Measurements.DETAIL)) {
      lines.add(labelled("detail", text(measured, Measurements.DETAIL)));
    }
    return lines;
  }

  private static void add(List<String> lines, String label, Row row, Field field, String after) {
    if (has(row, field)) {
      lines.add(labelled(label, number(row, field) + after));
    }
  }

  private static String status(Row entry, Row measured) {
    String status = text(measured, Measurements.STATUS);
    return switch (status) {
      case "published" -> "published";
      case "too_few" ->
          "not published: n is below "
              + Numbers.whole(entry.<Long>getAs(Metrics.MINIMUM_N.name()), Language.ENGLISH)
              + ", the least that is";
      case "no_data" -> "not published: no row counts, or they add up to nothing to divide by";
      case "low_quality" ->
          "not published: a delivery is missing or the agency's data is poor; see metric data_quality";
      default -> "not published: " + status.replace('_', ' ');
    };
  }

  private static String direction(String direction) {
    return direction.equals("context") ? "neither: shown, not scored" : direction;
  }

  private static String anchors(Row entry, Row measured) {
    if (!has(entry, Metrics.STANDARD)) {
      return "none";
    }
    String anchors =
        number(entry, Metrics.STANDARD)
            + " scores 60, "
            + number(entry, Metrics.TARGET)
            + " scores 100";
    return has(measured, Measurements.ANCHOR_SCALE)
            && measured.<Double>getAs(Measurements.ANCHOR_SCALE.name()) != 1
        ? anchors + " (of the value divided by " + number(measured, Measurements.ANCHOR_SCALE) + ")"
        : anchors;
  }

  /** {@code value} behind its label. */
  static String labelled(String label, String value) {
    return "  " + label + " ".repeat(LABEL - label.length()) + value;
  }

  static String number(double value) {
    return Numbers.trimmed(value, DECIMALS, Language.ENGLISH);
  }

  static boolean has(Row row, Field field) {
    return !row.isNullAt(row.fieldIndex(field.name()));
  }

  private static String number(Row row, Field field) {
    return number(row.<Double>getAs(field.name()));
  }

  private static String text(Row row, Field field) {
    return row.getAs(field.name());
  }
}
