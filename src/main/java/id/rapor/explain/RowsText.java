package id.rapor.explain;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import id.rapor.measure.Evidence;
import id.rapor.measure.Evidence.Counted;
import id.rapor.measure.Metric;
import id.rapor.pipeline.Grounds;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import id.rapor.text.Language;
import id.rapor.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;

/**
 * Tells of the rows that were counted, what each added, and where it came from.
 *
 * @param grounds where to look
 */
record RowsText(Grounds grounds, Asked asked) {
  private static final double HAIR = 0.005;

  List<String> lines(List<Counted> kinds, Metric metric, Row measured) {
    List<String> lines = new ArrayList<>();
    double below = 0;
    double above = 0;
    for (Counted kind : kinds) {
      Row sums =
          kind.rows()
              .agg(
                  count(lit(1)),
                  coalesce(sum(Evidence.BELOW.col()), lit(0.0)),
                  coalesce(sum(Evidence.ABOVE.col()), lit(0.0)))
              .head();
      below += sums.getDouble(1);
      above += sums.getDouble(2);
      lines.add("");
      lines.add(heading(kind, sums));
      lines.addAll(rows(kind, sums.getLong(0)));
    }
    lines.add("");
    lines.add(verdict(metric, measured, below, above));
    return lines;
  }

  private static String heading(Counted kind, Row sums) {
    return Numbers.whole(sums.getLong(0), Language.ENGLISH)
        + " rows count ("
        + kind.kind()
        + "): denominator + "
        + FigureText.number(sums.getDouble(1))
        + ", numerator + "
        + FigureText.number(sums.getDouble(2));
  }

  private List<String> rows(Counted kind, long all) {
    List<Row> shown =
        kind.rows()
            .orderBy(PeriodMonths.MONTH.col(), Evidence.ID.col())
            .limit(asked.rows())
            .collectAsList();
    if (shown.isEmpty()) {
      return List.of();
    }
    Origins origins = Origins.of(shown, kind.feed(), asked.agency(), grounds.tables());
    Sheet sheet =
        new Sheet(List.of("month", "id", "service", ">denominator", ">numerator", "file:line"));
    for (Row row : shown) {
      String id = row.getAs(Evidence.ID.name());
      sheet.add(
          List.of(
              row.getAs(PeriodMonths.MONTH.name()),
              id,
              Objects.requireNonNullElse(row.getAs(Cases.SERVICE_ID.name()), "-"),
              FigureText.number(row.<Double>getAs(Evidence.BELOW.name())),
              FigureText.number(row.<Double>getAs(Evidence.ABOVE.name())),
              origins.of(id)));
    }
    List<String> lines = new ArrayList<>(sheet.lines());
    if (all > shown.size()) {
      lines.add("  ... and " + Numbers.whole(all - shown.size(), Language.ENGLISH) + " more");
    }
    return lines;
  }

  private static String verdict(Metric metric, Row measured, double below, double above) {
    if (!Evidence.isSummed(metric)) {
      return "The value is not numerator over denominator of these rows; the formula above tells what is made of them.";
    }
    if (!FigureText.has(measured, Measurements.DENOMINATOR)) {
      return "No numerator and denominator are published to hold these sums against.";
    }
    return isNear(measured, Measurements.DENOMINATOR, below)
            && isNear(measured, Measurements.NUMERATOR, above)
        ? "The rows add up to the published numerator and denominator."
        : "The rows add up to "
            + FigureText.number(above)
            + " over "
            + FigureText.number(below)
            + ", not to what is published: data, settings or reference differ from those of the last run; give the same --input, --settings and --as-of, or run again.";
  }

  private static boolean isNear(Row measured, Field field, double sum) {
    return Math.abs(measured.<Double>getAs(field.name()) - sum) < HAIR;
  }
}
