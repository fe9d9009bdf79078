package id.rapor.measure;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.TestSpark;
import id.rapor.settings.Period;
import id.rapor.settings.Scoring;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Quantiles that open cases keep the curve from reaching, and what is told of them. */
class DurationsTest {
  private static final YearMonth MARCH = YearMonth.of(2025, 3);
  private static final List<Field> TIME =
      List.of(
          Cases.AGENCY_ID,
          Cases.SERVICE_ID,
          PeriodMonths.MONTH,
          Measurements.PERIOD,
          Ages.MINUTES,
          Ages.ENDED,
          JudgedCases.LIMIT_MINUTES);

  /** Each as agency, service, metric, value, detail; open cases are twenty days old. */
  @Test
  void aRatioToAMedianThatIsNotReachedIsUnknown() {
    List<Row> times =
        Stream.of(
                service("DECIDED", "permit", 10, 0),
                service("BACKLOG", "permit", 4, 6),
                service("HALF", "permit", 5, 5),
                service("SLOW-TENTH", "permit", 8, 2),
                service("MIXED", "backlog", 1, 2),
                service("MIXED", "permit", 10, 0),
                service("MOSTLY", "backlog", 4, 7),
                service("MOSTLY", "permit", 10, 0))
            .flatMap(List::stream)
            .toList();
    assertThat(told(times, "time_certainty"))
        .containsExactlyInAnyOrder(
            "DECIDED * 1.7273 null",
            "DECIDED permit 1.7273 null",
            "BACKLOG * null without services with unknown median",
            "BACKLOG permit null null",
            "HALF * null without services with unknown median",
            "HALF permit null null",
            "SLOW-TENTH * 3.6364 lower bound",
            "SLOW-TENTH permit 3.6364 lower bound",
            "MIXED * 1.7273 without services with unknown median",
            "MIXED backlog null null",
            "MIXED permit 1.7273 null",
            "MOSTLY * null without services with unknown median",
            "MOSTLY backlog null null",
            "MOSTLY permit 1.7273 null");
    assertThat(told(times, "median_duration"))
        .contains("DECIDED permit 5.5000 null", "BACKLOG permit 20.0000 lower bound")
        .contains("HALF permit 12.5000 lower bound", "SLOW-TENTH permit 5.5000 null");
  }

  /** {@code decided} cases of 1, 2, ... days and {@code open} ones. */
  private static List<Row> service(String agency, String service, int decided, int open) {
    List<Row> rows = new ArrayList<>();
    IntStream.rangeClosed(1, decided).forEach(days -> rows.add(time(agency, service, days, true)));
    IntStream.range(0, open).forEach(any -> rows.add(time(agency, service, 20, false)));
    return rows;
  }

  private static Row time(String agency, String service, long days, boolean ended) {
    return RowFactory.create(agency, service, MARCH.toString(), null, 480 * days, ended, null);
  }

  private static List<String> told(List<Row> times, String metric) {
    StructType schema = new StructType();
    for (Field field : TIME) {
      schema = schema.add(field.name(), field.type());
    }
    Dataset<Row> months =
        Spans.months(TestSpark.session(), List.of(Period.parse("2025-03").orElseThrow()), MARCH)
            .where(PeriodMonths.MERGING.col().equalTo(Merging.FLOW.code()));
    Dataset<Row> read = Curves.read(TestSpark.session().createDataFrame(times, schema), months);
    List<Metric> metrics = List.of(Catalogue.named(metric, Scoring.DEFAULTS).orElseThrow());
    return Durations.told(read, metrics).collectAsList().stream().map(DurationsTest::line).toList();
  }

  private static String line(Row row) {
    Double value = row.getAs(Measurements.VALUE.name());
    return String.join(
        " ",
        row.<String>getAs(Cases.AGENCY_ID.name()),
        row.<String>getAs(Cases.SERVICE_ID.name()),
        value == null ? "null" : String.format(Locale.ROOT, "%.4f", value),
        String.valueOf(row.<String>getAs(Measurements.DETAIL.name())));
  }
}
