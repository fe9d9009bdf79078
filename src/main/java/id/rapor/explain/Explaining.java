package id.rapor.explain;

import id.rapor.measure.Catalogue;
import id.rapor.measure.Evidence;
import id.rapor.measure.Evidence.Figure;
import id.rapor.measure.Metric;
import id.rapor.pipeline.Grounds;
import id.rapor.pipeline.Request;
import id.rapor.settings.Nearest;
import id.rapor.settings.Period;
import id.rapor.settings.Scoring;
import id.rapor.settings.UserError;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Finds a figure and tells where it comes from. */
public final class Explaining {
  private static final int MOST_NAMED = 40;

  private Explaining() {}

  /**
   * The explanation, line by line.
   *
   * @throws UserError if there is no such figure; the message names what there is
   */
  public static List<String> lines(SparkSession spark, Request request, Asked asked) {
    Period period =
        Period.parse(asked.period())
            .orElseThrow(
                () ->
                    new UserError(
                        "Cannot explain period "
                            + asked.period()
                            + ": expected a form like 2025-03, 2025-Q1, 2025-H1, 2025 or 2024..2025."));
    Grounds grounds = Grounds.of(spark, request);
    Metric metric = metric(asked, request.settings().scoring());
    Row measured = find(grounds.tables().demand(Measurements.TABLE), asked);
    Row entry =
        grounds
            .tables()
            .demand(Metrics.TABLE)
            .where(Metrics.CODE.col().equalTo(metric.code()))
            .head();
    Figure figure = new Figure(metric, asked.agency(), asked.service(), period);
    List<String> lines = new ArrayList<>(FigureText.lines(entry, measured, asked));
    lines.add(FigureText.months(Evidence.months(figure, grounds.inputs())));
    lines.addAll(
        Evidence.isQuantile(metric)
            ? new TimedText(grounds, asked)
                .lines(Evidence.timed(spark, figure, grounds.inputs()), measured)
            : new RowsText(grounds, asked)
                .lines(Evidence.rows(figure, grounds.inputs()), metric, measured));
    return lines;
  }

  private static Metric metric(Asked asked, Scoring scoring) {
    List<String> codes = Catalogue.all(scoring).stream().map(Metric::code).toList();
    return Catalogue.named(asked.metric(), scoring)
        .orElseThrow(() -> unknown("metric", asked.metric(), codes));
  }

  private static Row find(Dataset<Row> measurements, Asked asked) {
    Column agency = Cases.AGENCY_ID.col().equalTo(asked.agency());
    Column period = Measurements.PERIOD.col().equalTo(asked.period());
    Column metric = Measurements.METRIC.col().equalTo(asked.metric());
    Column service = Cases.SERVICE_ID.col().equalTo(asked.service());
    List<Row> found =
        measurements.where(period.and(agency).and(metric).and(service)).collectAsList();
    if (found.size() == 1) {
      return found.get(0);
    }
    Dataset<Row> rows = measurements;
    demand("period", asked.period(), Measurements.PERIOD, rows);
    rows = rows.where(period);
    demand("agency", asked.agency(), Cases.AGENCY_ID, rows);
    rows = rows.where(agency);
    demand("metric", asked.metric(), Measurements.METRIC, rows);
    throw unknown("service", asked.service(), values(Cases.SERVICE_ID, rows.where(metric)));
  }

  private static void demand(String what, String given, Field column, Dataset<Row> rows) {
    List<String> known = values(column, rows);
    if (!known.contains(given)) {
      throw unknown(what, given, known);
    }
  }

  private static List<String> values(Field column, Dataset<Row> rows) {
    return rows.select(column.col()).distinct().collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  private static UserError unknown(String what, String given, List<String> known) {
    String all = String.join(", ", known.stream().limit(MOST_NAMED).toList());
    int more = known.size() - MOST_NAMED;
    return new UserError(
        "Cannot explain "
            + what
            + " "
            + given
            + ": there is no figure of it"
            + Nearest.hint(given, known)
            + (known.isEmpty() ? "; make the figures with: rapor run" : "; there are " + all)
            + (more > 0 ? " and " + more + " more." : "."));
  }
}
