package id.rapor.publish;

import id.rapor.TestSpark;
import id.rapor.settings.Period;
import id.rapor.settings.Settings;
import id.rapor.table.Agencies;
import id.rapor.table.Detectors;
import id.rapor.table.ExpectedDeliveries;
import id.rapor.table.Files;
import id.rapor.table.Findings;
import id.rapor.table.League;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.ReportCards;
import id.rapor.table.Scorecards;
import id.rapor.table.Services;
import id.rapor.table.Table;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A small nation made by hand, as the tables of one period. */
final class Nation {
  /** What one of the agencies says of its place. */
  static final String REPLY = "Counted <twice>";

  static final String PERIOD = "2026-H1";
  private static final List<String> PERSPECTIVES =
      List.of("finance", "process", "customer", "growth");

  private final List<Row> league = new ArrayList<>();
  private final List<Row> cards = new ArrayList<>();
  private final List<Row> scores = new ArrayList<>();
  private final List<Row> measurements = new ArrayList<>();
  private final List<Row> lines = new ArrayList<>();
  private final List<Row> agencies = new ArrayList<>();
  private final List<Row> findings = new ArrayList<>();
  private final List<Row> deliveries = new ArrayList<>();

  /** Twelve agencies: nine ranked, of which two share a rank, and three that are not. */
  static Nation ofTwelve() {
    Nation nation = new Nation();
    nation.ranked("A01", "Kota Satu", "city", 1, "1", 1, 3, 91.24, "top", 0L);
    nation.ranked("A03", "Kabupaten Tiga", "regency", 3, "2=", 1, 5, 84.951, "top", 2L);
    nation.ranked("A02", "Provinsi Dua", "province", 2, "2=", 1, 5, 84.954, "top", -1L);
    nation.ranked(
        "A04", "<script>alert(1)</script>", "city", 4, "4", 2, 7, 71.25, "not_told_apart", null);
    nation.ranked(
        "A05", "Kementerian Lima & Enam", "ministry", 5, "5", 2, 8, 66.666, "not_told_apart", 3L);
    nation.ranked("=A06", "=HYPERLINK(\"x\")", "other", 6, "6", 4, 8, 59.996, "not_told_apart", 0L);
    nation.ranked("A07", "Kota Tujuh", "city", 7, "7", 4, 9, 59.94, "not_told_apart", -4L);
    nation.ranked("A10", "Kota Sepuluh", "city", 8, "8=", 6, 9, 41.004, "bottom", null);
    nation.ranked("A09", "Kota Sembilan", "city", 9, "8=", 6, 9, 41.0, "bottom", null);
    nation.unranked(
        "A11", "Kota Zamrud", "city", "too_few", "process (too few: on_time_rate (minimum 30))");
    nation.unranked(
        "A12", "Kabupaten Anggrek", "regency", "no_data", "process (no data: median_duration)");
    nation.unranked("A13", "Kota Bunga", "city", "low_quality", "low data quality");
    return nation;
  }

  void ranked(
      String id,
      String name,
      String kind,
      long rank,
      String label,
      long low,
      long high,
      double score,
      String badge,
      Long movement) {
    agency(id, name, kind);
    Long previous = movement == null ? null : rank + movement;
    league.add(
        RowFactory.create(
            PERIOD,
            League.OVERALL,
            League.WHOLE_COUNTRY,
            id,
            rank,
            label,
            low,
            high,
            score,
            badge,
            2L,
            3L,
            0.5,
            previous,
            movement,
            "published",
            null));
    double[] parts = {score + 6, score - 8, score + 1, score + 1};
    for (int at = 0; at < parts.length; at++) {
      double part = Math.min(100, parts[at]);
      scores.add(
          RowFactory.create(
              PERIOD,
              id,
              PERSPECTIVES.get(at),
              part,
              1.5,
              Math.max(0, part - 3),
              Math.min(100, part + 3),
              1.0,
              "published",
              null));
    }
    String grade = score >= 85 ? "A" : score >= 70 ? "B" : score >= 60 ? "C" : "D";
    cards.add(
        RowFactory.create(
            PERIOD,
            id,
            kind,
            parts[0],
            parts[1],
            parts[2],
            parts[3],
            score,
            1.2,
            score - 2.35,
            Math.min(100, score + 2.35),
            1.0,
            grade,
            "published",
            null,
            null,
            null));
    measurements.add(Catalogue.measurement(id, "PASPOR", score));
    measurements.add(Catalogue.measurement(id, "*", score));
  }

  void unranked(String id, String name, String kind, String status, String reason) {
    agency(id, name, kind);
    league.add(
        RowFactory.create(
            PERIOD,
            League.OVERALL,
            League.WHOLE_COUNTRY,
            id,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            status,
            reason));
    cards.add(
        RowFactory.create(
            PERIOD, id, kind, null, null, null, null, null, null, null, null, 0.0, null, status,
            reason, null, null));
  }

  /** A confirmed breach that caps the score of an agency at {@code cap}. */
  void breach(String agency, double uncapped, String reason, double cap) {
    cards.replaceAll(
        card -> {
          if (!card.getString(1).equals(agency)) {
            return card;
          }
          Object[] cells = cells(Scorecards.TABLE, card);
          cells[Scorecards.TABLE.fields().indexOf(Scorecards.UNCAPPED_SCORE)] = uncapped;
          cells[Scorecards.TABLE.fields().indexOf(Scorecards.CAP_REASON)] = reason;
          cells[Scorecards.TABLE.fields().indexOf(Scorecards.CAP)] = cap;
          return RowFactory.create(cells);
        });
  }

  void found(String detector, int count) {
    for (int at = 0; at < count; at++) {
      findings.add(Catalogue.finding(detector, at));
    }
  }

  /** Rows of another period and of other leagues, which the page must leave alone. */
  void otherRows() {
    league.add(first("2025-H2", League.OVERALL, League.WHOLE_COUNTRY, 50));
    league.add(first(PERIOD, "customer", League.WHOLE_COUNTRY, 50));
    league.add(first(PERIOD, League.OVERALL, "city", 91.24));
  }

  /** These agencies are compared with those of their kind and volume. */
  void narrowed(String group, List<String> agencies) {
    cards.replaceAll(card -> agencies.contains(card.getString(1)) ? inGroup(card, group) : card);
  }

  private static Row inGroup(Row card, String group) {
    Object[] cells = IntStream.range(0, card.size()).mapToObj(card::get).toArray();
    cells[2] = group;
    return RowFactory.create(cells);
  }

  private static Row first(String period, String table, String group, double score) {
    return RowFactory.create(
        period,
        table,
        group,
        "A01",
        1L,
        "1",
        1L,
        1L,
        score,
        "top",
        0L,
        0L,
        1.0,
        null,
        null,
        "published",
        null);
  }

  Contents contents(Settings settings) {
    Disclosure nothingHidden =
        new Disclosure(
            TestSpark.session()
                .createDataFrame(List.of(), Measurements.TABLE.schema())
                .select(Measurements.TABLE.keyColumns()));
    return new Contents(
        settings,
        Period.parse(PERIOD).orElseThrow(),
        Instant.parse("2026-07-01T16:59:00Z"),
        "9f2c7d0b51e84a6c",
        "51aa07c3",
        "b7d0e412",
        "0.1.0",
        nothingHidden.league(rows(League.TABLE, league), settings.leagues()),
        Disclosure.scorecards(rows(Scorecards.TABLE, cards)),
        rows(PerspectiveScores.TABLE, scores),
        nothingHidden.measurements(rows(Measurements.TABLE, measurements)),
        rows(ReportCards.TABLE, lines),
        rows(Metrics.TABLE, Catalogue.metrics()),
        rows(Detectors.TABLE, Catalogue.detectors()),
        rows(Agencies.TABLE, agencies),
        rows(
            Services.TABLE, List.of(RowFactory.create("PASPOR", "Paspor", "Passport", "identity"))),
        rows(Files.TABLE, Catalogue.files()),
        rows(ExpectedDeliveries.TABLE, deliveries),
        rows(Findings.TABLE, findings),
        Behind.backdrop());
  }

  /** One line of a report card about the time in which cases are done. */
  void line(String agency, String kind, String sentence, String... cures) {
    lines.add(
        RowFactory.create(
            PERIOD,
            agency,
            kind,
            1L,
            "on_time_rate",
            "customer",
            "percent",
            72.5,
            80.0,
            98.0,
            -7.5,
            50.0,
            1.2,
            true,
            11L,
            40L,
            "cases",
            cures,
            new String[] {"system"},
            sentence + " (id)",
            sentence + " (en)"));
  }

  /** One delivery of staff figures, due on 10 May 2026. */
  void delivery(String agency, String period, Date came, String status) {
    Date due = Date.valueOf("2026-05-10");
    deliveries.add(RowFactory.create(period, agency, "staffing", "s", due, null, came, 1L, status));
  }

  private void agency(String id, String name, String kind) {
    agencies.add(
        RowFactory.create(
            id,
            name + " (lama)",
            null,
            kind,
            "51",
            null,
            null,
            null,
            Date.valueOf(LocalDate.of(2020, 12, 31))));
    agencies.add(
        RowFactory.create(
            id,
            name,
            null,
            kind,
            kind.equals("city") ? "31.71" : null,
            null,
            null,
            Date.valueOf(LocalDate.of(2021, 1, 1)),
            null));
    agencies.add(
        RowFactory.create(
            id,
            name + " (kelak)",
            null,
            kind,
            null,
            null,
            null,
            Date.valueOf(LocalDate.of(2026, 7, 1)),
            null));
  }

  /** The rows, with empty cells in the last columns, which the page does not read. */
  private static Dataset<Row> rows(Table table, List<Row> rows) {
    List<Row> whole = rows.stream().map(row -> whole(table, row)).toList();
    return TestSpark.session().createDataFrame(whole, table.schema());
  }

  private static Row whole(Table table, Row row) {
    Object[] cells = cells(table, row);
    if (table.equals(League.TABLE) && "A05".equals(row.get(3))) {
      cells[table.fields().indexOf(League.CONTESTED)] = true;
      cells[table.fields().indexOf(League.REPLY)] = REPLY;
    }
    return RowFactory.create(cells);
  }

  private static Object[] cells(Table table, Row row) {
    Object[] cells = new Object[table.fields().size()];
    for (int i = 0; i < row.length(); i++) {
      cells[i] = row.get(i);
    }
    return cells;
  }
}
