package id.rapor.publish;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.TestSpark;
import id.rapor.settings.Leagues;
import id.rapor.table.Cases;
import id.rapor.table.League;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.ReportCards;
import id.rapor.table.Scorecards;
import id.rapor.table.Shorthand;
import id.rapor.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken out of the tables before they are published. */
class DisclosureTest {
  private final List<Row> measurements = new ArrayList<>();

  @Test
  void whatIsHiddenHasNoFigureAndSaysWhy() {
    month("2026-01", 7, 120);
    month("2026-02", 80, 130);
    month("2026-03", 70, 110);
    total("2026-Q1", 157, 360);
    Disclosure disclosure = disclosure(nothing());
    List<String> hidden = told(disclosure.measurements(measured()), Shorthand.CONFIDENTIAL);
    // In January the other service, in another month the same one, and their cycle's corner.
    assertThat(hidden)
        .containsExactly(
            "2026-01 KTP null too_few",
            "2026-01 SIM null too_few",
            "2026-03 KTP null too_few",
            "2026-03 SIM null too_few");
    assertThat(told(disclosure.measurements(measured()), null))
        .contains("2026-Q1 * 517 published", "2026-02 KTP 80 published");
  }

  @Test
  void budgetsAreNoPersons() {
    measurements.add(measurement("2026-01", "*", "budget_realisation", 1));
    assertThat(disclosure(nothing()).hidden().count()).isZero();
  }

  @Test
  void ranksAndLinesOfWhatIsHiddenGoWithIt() {
    measurements.add(measurement("2026-01", "*", "on_time_rate", 7));
    measurements.add(measurement("2026-01", "KTP", "on_time_rate", 7));
    Disclosure disclosure = disclosure(nothing());
    Dataset<Row> league =
        disclosure.league(
            rows(
                League.TABLE,
                List.of(
                    place("on_time_rate"),
                    place("service:KTP"),
                    place("service:SIM"),
                    place("overall"))),
            Leagues.DEFAULTS);
    assertThat(
            league
                .where(League.RANK.col().isNull())
                .orderBy(League.LEAGUE.col())
                .select(League.LEAGUE.col(), Shorthand.SHORTHAND.col())
                .collectAsList())
        .extracting(Row::toString)
        .containsExactly("[on_time_rate,[c]]", "[service:KTP,[c]]");
    Object[] line = new Object[ReportCards.TABLE.fields().size()];
    line[0] = "2026-01";
    line[1] = "A1";
    line[4] = "on_time_rate";
    assertThat(
            disclosure
                .aboutMetrics(rows(ReportCards.TABLE, List.of(RowFactory.create(line))))
                .count())
        .isZero();
  }

  @Test
  void anEditionBeforeIsRemembered(@TempDir Path published) {
    month("2026-01", 7, 120);
    month("2026-02", 80, 130);
    total("2026-Q1", 87, 250);
    Dataset<Row> first = disclosure(nothing()).measurements(measured());
    for (String period : List.of("2026-01", "2026-02", "2026-Q1")) {
      TableFile.write(
          first.where(Measurements.PERIOD.col().equalTo(period)),
          Shorthand.MEASUREMENTS,
          published.resolve(period + "/1/measurements.parquet"));
    }
    measurements.removeIf(row -> row.getString(0).equals("2026-Q1"));
    month("2026-03", 20, 110);
    total("2026-Q1", 107, 360);
    Dataset<Row> before = SmallCells.before(TestSpark.session(), published);
    assertThat(told(disclosure(before).measurements(measured()), Shorthand.CONFIDENTIAL))
        .contains("2026-01 KTP null too_few", "2026-02 KTP null too_few");
  }

  @Test
  void reasonsTellNoCounts() {
    Object[] values = new Object[PerspectiveScores.TABLE.fields().size()];
    values[0] = "2026-01";
    values[1] = "A1";
    values[2] = "customer";
    values[values.length - 1] =
        "too few: on_time_rate (n = 3, minimum 30), rework_rate (n = 12, minimum 20)";
    Dataset<Row> told =
        Disclosure.reasons(rows(PerspectiveScores.TABLE, List.of(RowFactory.create(values))));
    assertThat(Cells.text(told.first(), PerspectiveScores.REASON))
        .contains("too few: on_time_rate (minimum 30), rework_rate (minimum 20)");
  }

  @Test
  void tooLittleIsUnreliableAndWhatNothingScoresDoesNotApply() {
    Dataset<Row> cards =
        Disclosure.scorecards(
            rows(
                Scorecards.TABLE,
                List.of(
                    card("A1", "process (too few: on_time_rate (n = 3, minimum 30))"),
                    card("A2", "finance (no metric of this perspective is scored)"))));
    assertThat(cards.orderBy(Cases.AGENCY_ID.col()).collectAsList())
        .extracting(row -> Cells.text(row, Shorthand.SHORTHAND).orElse(""))
        .containsExactly("[u]", "[z]");
  }

  private static Row card(String agency, String reason) {
    Object[] values = new Object[Scorecards.TABLE.fields().size()];
    values[0] = "2026-01";
    values[1] = agency;
    values[13] = "not_rated";
    values[14] = reason;
    return RowFactory.create(values);
  }

  private void month(String month, long ktp, long sim) {
    measurements.add(measurement(month, "KTP", "on_time_rate", ktp));
    measurements.add(measurement(month, "SIM", "on_time_rate", sim));
    measurements.add(measurement(month, "*", "on_time_rate", ktp + sim));
  }

  private void total(String period, long ktp, long sim) {
    month(period, ktp, sim);
  }

  private Disclosure disclosure(Dataset<Row> before) {
    return new Disclosure(SmallCells.hidden(measured(), rows(Metrics.TABLE, metrics()), before));
  }

  /** Those of the made nation, and one whose n counts months. */
  private static List<Row> metrics() {
    List<Row> metrics = new ArrayList<>(Catalogue.metrics());
    Object[] budget = new Object[Metrics.TABLE.fields().size()];
    for (int at = 0; at < budget.length; at++) {
      budget[at] = metrics.get(0).get(at);
    }
    budget[0] = "budget_realisation";
    budget[11] = 1L;
    budget[13] = "budgets";
    metrics.add(RowFactory.create(budget));
    return metrics;
  }

  private static Dataset<Row> nothing() {
    return SmallCells.before(TestSpark.session(), Path.of("no such folder"));
  }

  private Dataset<Row> measured() {
    return rows(Measurements.TABLE, measurements);
  }

  private static List<String> told(Dataset<Row> rows, String shorthand) {
    return rows
        .where(Shorthand.SHORTHAND.col().eqNullSafe(org.apache.spark.sql.functions.lit(shorthand)))
        .orderBy(Measurements.TABLE.keyColumns())
        .collectAsList()
        .stream()
        .map(row -> row.get(0) + " " + row.get(2) + " " + row.get(7) + " " + row.get(17))
        .toList();
  }

  private static Row measurement(String period, String service, String metric, long n) {
    Object[] values = new Object[Measurements.TABLE.fields().size()];
    values[0] = period;
    values[1] = "A1";
    values[2] = service;
    values[3] = metric;
    values[4] = "customer";
    values[5] = "higher";
    values[6] = "percent";
    values[7] = n;
    values[10] = n < 30 ? null : 80.0;
    values[17] = n < 30 ? "too_few" : "published";
    return RowFactory.create(values);
  }

  private static Row place(String league) {
    Object[] values = new Object[League.TABLE.fields().size()];
    values[0] = "2026-01";
    values[1] = league;
    values[2] = "*";
    values[3] = "A1";
    values[4] = 3L;
    values[15] = "published";
    return RowFactory.create(values);
  }

  private static Dataset<Row> rows(Table table, List<Row> rows) {
    return TestSpark.session().createDataFrame(rows, table.schema());
  }
}
