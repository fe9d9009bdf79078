package id.rapor.explain;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import id.rapor.measure.Evidence;
import id.rapor.pipeline.Grounds;
import id.rapor.table.Cases;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import id.rapor.text.Language;
import id.rapor.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tells of the cases whose working times lie around a quantile.
 *
 * @param grounds where to look
 */
record TimedText(Grounds grounds, Asked asked) {
  private static final double DAY = 480;

  /** {@code timed} of {@link Evidence#timed}, around the value of {@code measured}. */
  List<String> lines(Dataset<Row> timed, Row measured) {
    boolean known = FigureText.has(measured, Measurements.VALUE);
    double at = known ? measured.<Double>getAs(Measurements.VALUE.name()) * DAY : 0;
    Row counts =
        timed
            .agg(
                count(lit(1)),
                count_if(Evidence.ENDED.col()),
                count_if(Evidence.MINUTES.col().lt(at)),
                count_if(Evidence.MINUTES.col().equalTo(at)))
            .head();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        whole(counts.getLong(0))
            + " cases count: "
            + whole(counts.getLong(1))
            + " decided by the end of the period, the others open with their age so far");
    if (known) {
      lines.add(
          "The value is "
              + FigureText.number(at)
              + " working minutes (a day has 480): "
              + whole(counts.getLong(2))
              + " cases took less, "
              + whole(counts.getLong(3))
              + " just that. Those nearest to it:");
      lines.addAll(nearest(timed, at));
    }
    return lines;
  }

  private List<String> nearest(Dataset<Row> timed, double at) {
    List<Row> near =
        new ArrayList<>(
            timed
                .orderBy(abs(Evidence.MINUTES.col().minus(at)), Evidence.ID.col())
                .limit(asked.rows())
                .collectAsList());
    near.sort(
        Comparator.<Row>comparingLong(row -> row.getAs(Evidence.MINUTES.name()))
            .thenComparing(row -> row.<String>getAs(Evidence.ID.name())));
    Origins origins = Origins.of(near, Cases.FEED, asked.agency(), grounds.tables());
    Sheet sheet = new Sheet(List.of("month", "id", "service", ">minutes", "decided", "file:line"));
    for (Row row : near) {
      String id = row.getAs(Evidence.ID.name());
      sheet.add(
          List.of(
              row.getAs(PeriodMonths.MONTH.name()),
              id,
              Objects.requireNonNullElse(row.getAs(Cases.SERVICE_ID.name()), "-"),
              whole(row.<Long>getAs(Evidence.MINUTES.name())),
              row.<Boolean>getAs(Evidence.ENDED.name()) ? "yes" : "open",
              origins.of(id)));
    }
    return sheet.lines();
  }

  private static String whole(long value) {
    return Numbers.whole(value, Language.ENGLISH);
  }
}
