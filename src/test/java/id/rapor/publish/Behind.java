package id.rapor.publish;

import id.rapor.TestSpark;
import id.rapor.table.ControlCharts;
import id.rapor.table.Funnels;
import id.rapor.table.Levers;
import id.rapor.table.Regions;
import id.rapor.table.Scorecards;
import id.rapor.table.Sensitivities;
import id.rapor.table.Standards;
import id.rapor.table.Table;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What stands behind the made nation's period: months, funnels, standards and regions. */
final class Behind {
  private Behind() {}

  /**
   * Agency A05 has eight months, the last of them after the period; one is out of the ordinary.
   * Agency A07 has fourteen quiet months below the standard.
   */
  static Backdrop backdrop() {
    return new Backdrop(
        rows(ControlCharts.TABLE, charts()),
        Backdrop.monthly(rows(Scorecards.TABLE, scores())),
        rows(Funnels.TABLE, funnels()),
        rows(
            Sensitivities.TABLE,
            List.of(
                RowFactory.create(
                    Nation.PERIOD,
                    "A05",
                    5L,
                    5.0,
                    2L,
                    8L,
                    0.1,
                    0.1,
                    0.1,
                    0.7,
                    0.1,
                    0.1,
                    0.1,
                    0.7,
                    200L,
                    0.876,
                    "Peringkat 5; 2-8.",
                    "Rank 5; 2-8."))),
        rows(
            Levers.TABLE,
            List.of(
                RowFactory.create(
                    Nation.PERIOD,
                    "A05",
                    "on_time_rate",
                    66.666,
                    80.0,
                    66.666,
                    68.0,
                    5L,
                    4L,
                    1L,
                    27L),
                RowFactory.create(
                    Nation.PERIOD,
                    "A07",
                    "on_time_rate",
                    59.94,
                    80.0,
                    59.94,
                    61.0,
                    7L,
                    7L,
                    0L,
                    null))),
        rows(Standards.TABLE, standards()),
        rows(
            Regions.TABLE,
            List.of(
                RowFactory.create("31", "Jakarta & sekitar", null, "Asia/Jakarta"),
                RowFactory.create("31.71", "Jakarta Pusat", "31", null),
                RowFactory.create("51", "Bali", null, "Asia/Makassar"))),
        Optional.empty());
  }

  private static List<Row> charts() {
    List<Row> rows = new ArrayList<>();
    for (int month = 1; month <= 8; month++) {
      rows.add(
          RowFactory.create(
              "2026-0" + month,
              "A05",
              "on_time_rate",
              month == 3 ? 55.0 : 80.0 + month / 8.0,
              80.5,
              70.25,
              90.75,
              month == 3 ? "below_limit" : "none",
              8L,
              0.1));
    }
    for (int at = 0; at < 14; at++) {
      rows.add(
          RowFactory.create(
              YearMonth.of(2025, 5).plusMonths(at).toString(),
              "A07",
              "on_time_rate",
              60.0 + at % 2,
              60.5,
              57.5,
              63.5,
              "none",
              14L,
              0.5));
    }
    return rows;
  }

  private static List<Row> scores() {
    List<Row> rows = new ArrayList<>();
    for (int month = 1; month <= 4; month++) {
      rows.add(
          RowFactory.create(
              "2026-0" + month,
              "A05",
              "ministry",
              60.0,
              60.0,
              60.0,
              60.0,
              61.5 + month,
              1.0,
              59.5 + month,
              63.5 + month,
              1.0,
              "C",
              "published",
              null,
              null,
              null));
    }
    return rows;
  }

  /** Three agencies that have a value, and one whose value is not published. */
  private static List<Row> funnels() {
    return List.of(
        funnel("A01", 400, 91.24, "different"),
        funnel("A05", 120, 66.666, "no_evidence"),
        funnel("A07", 60, 59.94, "watch"),
        funnel("A11", 12, 99.0, "different"));
  }

  private static Row funnel(String agency, long n, double value, String reading) {
    return RowFactory.create(
        Nation.PERIOD,
        "on_time_rate",
        agency,
        n,
        value,
        75.0,
        75 - 500.0 / n,
        75 + 500.0 / n,
        75 - 800.0 / n,
        75 + 800.0 / n,
        1.0,
        0.0,
        0.5,
        0.5,
        0.5,
        reading);
  }

  private static List<Row> standards() {
    return List.of(
        standard(null, null, Date.valueOf("2025-12-31"), "250000.00", 9L, "UU lama"),
        standard(null, Date.valueOf("2026-01-01"), null, "350000.00", 4L, "PP 45/2024 & lain"),
        standard("A05", Date.valueOf("2026-03-01"), null, "0.00", 2L, "Perda"));
  }

  private static Row standard(
      String agency, Date from, Date to, String fee, long limit, String law) {
    return RowFactory.create(
        "PASPOR",
        "",
        agency,
        null,
        from,
        to,
        new BigDecimal(fee),
        null,
        limit,
        "working_days",
        null,
        null,
        law,
        null,
        null,
        null,
        null);
  }

  private static Dataset<Row> rows(Table table, List<Row> rows) {
    return TestSpark.session().createDataFrame(rows, table.schema());
  }
}
