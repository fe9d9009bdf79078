package id.rapor.publish;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.League;
import id.rapor.table.Revisions;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What an edition tells otherwise than the one before it, as a page shows it.
 *
 * @param told how many figures, in a sentence
 * @param lines the first of them: ranks and overall scores before the rest
 * @param more about those that are not listed; empty if all are
 */
record RevisionLines(String told, List<Line> lines, String more) {
  private static final int LISTED = 200;

  RevisionLines {
    lines = List.copyOf(lines);
  }

  /** One figure; old and new are empty where there was or is none. */
  record Line(String agency, String figure, String old, String now, String reason) {}

  /**
   * The first revisions, out of Spark and in no language yet.
   *
   * @param changes codes of what has changed of what the figures are made of
   */
  record Counted(long all, List<Row> first, Release release, List<String> changes) {
    static Counted of(Dataset<Row> revisions, Release release, List<String> changes) {
      return new Counted(
          revisions.count(),
          revisions
              .orderBy(
                  Revisions.FIGURE.col().isin(League.RANK.name(), League.OVERALL).equalTo(false),
                  Cases.AGENCY_ID.col(),
                  Revisions.FIGURE.col())
              .limit(LISTED)
              .collectAsList(),
          release,
          changes);
    }
  }

  static RevisionLines of(Facts facts, Counted counted, int number) {
    Labels labels = facts.labels();
    FigureText text = FigureText.of(facts);
    Map<String, String> names = facts.metricNames();
    facts.perspectives().forEach(code -> names.put(code, labels.text("perspective_" + code)));
    names.put(League.OVERALL, labels.text("overall"));
    names.put(League.RANK.name(), labels.text("col_rank"));
    String reason = counted.release().told(counted.changes(), labels);
    return new RevisionLines(
        number == 1
            ? labels.text("revisions_first")
            : labels.text("revisions_told", text.whole(counted.all())),
        counted.first().stream().map(row -> line(row, facts, text, names, reason)).toList(),
        counted.all() > LISTED ? labels.text("revisions_more", text.whole(LISTED)) : "");
  }

  private static Line line(
      Row row, Facts facts, FigureText text, Map<String, String> names, String reason) {
    String figure = Cells.text(row, Revisions.FIGURE).orElseThrow();
    return new Line(
        facts.agency(Cells.text(row, Cases.AGENCY_ID).orElseThrow()).name(),
        names.getOrDefault(figure, figure),
        number(row, Revisions.OLD, text),
        number(row, Revisions.NEW, text),
        reason);
  }

  private static String number(Row row, Field field, FigureText text) {
    return Cells.real(row, field).map(text::number).orElse("");
  }
}
