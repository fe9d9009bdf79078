package id.rapor.score;

import id.rapor.settings.Scoring;
import id.rapor.table.Metrics;
import id.rapor.table.ReportCards;
import id.rapor.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Makes the table of report cards. */
public final class CardRows {
  private CardRows() {}

  /**
   * Up to three strengths and three fixes of each agency and period that has a measurement of all
   * services together. They are drawn from what counts in the score, so an agency of which nothing
   * is published has no line.
   *
   * @param measurements in the shape of {@code measurements}; only rows of service {@code *} count
   * @param metrics in the shape of {@code metrics}, restricted to those that apply
   * @param scoring which perspectives apply, their weights, and how points become scores
   * @param currency ISO 4217 code of all amounts
   * @return in the shape of {@code report_cards}, sorted by period and agency
   * @throws id.rapor.settings.UserError as {@link Scores#perspectives}
   */
  public static Dataset<Row> cards(
      Dataset<Row> measurements, Dataset<Row> metrics, Scoring scoring, String currency) {
    List<CardEntry> entries = entries(metrics);
    Rating rating = new Rating(entries.stream().map(CardEntry::metric).toList(), Map.of(), scoring);
    List<Row> rows = new ArrayList<>();
    ScoreRows.readings(measurements)
        .forEach(
            (subject, readings) -> {
              OptionalDouble ceiling = ceiling(rating, subject, readings);
              ReportCard card = ReportCard.of(entries, readings, scoring, ceiling);
              rows.addAll(rows(subject, card, currency));
            });
    return measurements.sparkSession().createDataFrame(rows, ReportCards.TABLE.schema());
  }

  /** The highest overall score that the agency can have; empty where it has none. */
  private static OptionalDouble ceiling(
      Rating rating, Subject subject, Map<String, Reading> readings) {
    return rating.scorecard(subject, readings).estimate().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Cap.of(rating.scoring().breaches(), subject).score());
  }

  private static List<CardEntry> entries(Dataset<Row> metrics) {
    Map<String, Row> told = ScoreRows.byCode(metrics);
    return ScoreRows.metrics(metrics).stream()
        .map(metric -> entry(metric, told.get(metric.code())))
        .toList();
  }

  private static CardEntry entry(ScoredMetric metric, Row row) {
    return new CardEntry(
        metric,
        row.getAs(Metrics.NAME_ID.name()),
        row.getAs(Metrics.NAME_EN.name()),
        row.getAs(Metrics.UNIT.name()),
        row.getAs(Metrics.FORM.name()),
        row.getList(row.fieldIndex(Metrics.SOLUTIONS.name())),
        row.getList(row.fieldIndex(Metrics.FACTORS.name())));
  }

  private static List<Row> rows(Subject subject, ReportCard card, String currency) {
    CardText indonesian = new CardText(Language.INDONESIAN, currency);
    CardText english = new CardText(Language.ENGLISH, currency);
    List<Row> rows = new ArrayList<>();
    for (CardLine line : card.strengths()) {
      rows.add(
          row(
              subject,
              ReportCards.STRENGTH,
              rows.size() + 1L,
              line,
              List.of(indonesian.strength(line), english.strength(line))));
    }
    int before = rows.size();
    for (CardLine line : card.fixes()) {
      rows.add(
          row(
              subject,
              ReportCards.FIX,
              rows.size() - before + 1L,
              line,
              List.of(indonesian.fix(line), english.fix(line))));
    }
    return rows;
  }

  private static Row row(
      Subject subject, String kind, long place, CardLine line, List<String> sentences) {
    CardEntry entry = line.entry();
    return RowFactory.create(
        subject.period(),
        subject.agency(),
        kind,
        place,
        entry.metric().code(),
        entry.metric().perspective(),
        entry.unit(),
        line.value(),
        line.standard(),
        line.target(),
        line.distance(),
        line.points(),
        line.gain().isPresent() ? line.gain().getAsDouble() : null,
        line.isSure(),
        line.concerned(),
        line.counted(),
        entry.metric().feed(),
        entry.cures().toArray(String[]::new),
        entry.factors().toArray(String[]::new),
        sentences.get(0),
        sentences.get(1));
  }
}
