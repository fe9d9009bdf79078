package id.rapor.explain;

import id.rapor.pipeline.Request;
import id.rapor.pipeline.Warehouse;
import id.rapor.score.ScorePart;
import id.rapor.score.Scores;
import id.rapor.settings.Aggregation;
import id.rapor.settings.Nearest;
import id.rapor.settings.Scoring;
import id.rapor.settings.UserError;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.ReportCards;
import id.rapor.table.Scorecards;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Finds a scorecard and tells what it is made of. */
public final class ScoreExplaining {
  private static final int MOST_NAMED = 40;

  private ScoreExplaining() {}

  /**
   * The explanation, line by line: the overall score, the perspectives, the metrics of each with
   * their anchors, points and weights, and the report card.
   *
   * @param request with the settings that the run had
   * @throws UserError if there is no such scorecard; the message names what there is
   */
  public static List<String> lines(SparkSession spark, Request request, ScoreAsked asked) {
    Warehouse tables = new Warehouse(spark, request.warehouse());
    Scoring scoring = request.settings().scoring();
    Row card = card(tables.demand(Scorecards.TABLE), asked);
    List<Row> scores = theirs(tables.demand(PerspectiveScores.TABLE), asked);
    List<Row> told = perspectives(scores, asked);
    Dataset<Row> measured = tables.demand(Measurements.TABLE).where(whose(asked));
    List<ScorePart> parts = Scores.parts(measured, tables.demand(Metrics.TABLE), scoring);
    List<String> lines = new ArrayList<>(ScoreText.lines(card, scores, scoring, asked));
    Aggregation.Mean mean = scoring.aggregation().within();
    for (Row score : told) {
      String perspective = score.getAs(Metrics.PERSPECTIVE.name());
      lines.addAll(PartsText.lines(score, of(perspective, parts), mean));
    }
    lines.add("");
    lines.add("Any of these numbers, down to the lines of the files:");
    lines.add(
        "  rapor explain --agency "
            + asked.agency()
            + " --period "
            + asked.period()
            + " --metric METRIC");
    if (asked.perspective().isEmpty()) {
      lines.addAll(ScoreText.advice(theirs(tables.demand(ReportCards.TABLE), asked)));
    }
    return lines;
  }

  private static List<ScorePart> of(String perspective, List<ScorePart> parts) {
    return parts.stream().filter(part -> part.perspective().equals(perspective)).toList();
  }

  private static List<Row> perspectives(List<Row> scores, ScoreAsked asked) {
    if (asked.perspective().isEmpty()) {
      return scores;
    }
    String wanted = asked.perspective().get();
    List<Row> found =
        scores.stream()
            .filter(row -> row.<String>getAs(Metrics.PERSPECTIVE.name()).equals(wanted))
            .toList();
    if (found.isEmpty()) {
      List<String> known =
          scores.stream().map(row -> row.<String>getAs(Metrics.PERSPECTIVE.name())).toList();
      throw unknown("perspective", wanted, known);
    }
    return found;
  }

  private static Row card(Dataset<Row> cards, ScoreAsked asked) {
    List<Row> found = cards.where(whose(asked)).collectAsList();
    if (found.isEmpty()) {
      Column period = Measurements.PERIOD.col().equalTo(asked.period());
      List<String> periods = values(Measurements.PERIOD, cards);
      throw periods.contains(asked.period())
          ? unknown("agency", asked.agency(), values(Cases.AGENCY_ID, cards.where(period)))
          : unknown("period", asked.period(), periods);
    }
    return found.get(0);
  }

  private static List<Row> theirs(Dataset<Row> rows, ScoreAsked asked) {
    return rows.where(whose(asked)).orderBy(rows.col(rows.columns()[2])).collectAsList();
  }

  private static Column whose(ScoreAsked asked) {
    return Measurements.PERIOD
        .col()
        .equalTo(asked.period())
        .and(Cases.AGENCY_ID.col().equalTo(asked.agency()));
  }

  private static List<String> values(Field column, Dataset<Row> rows) {
    return rows.select(column.col()).distinct().collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  private static UserError unknown(String what, String given, List<String> known) {
    String some = known.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return new UserError(
        "Cannot explain the score of "
            + what
            + " "
            + given
            + ": there is none"
            + Nearest.hint(given, known)
            + (known.isEmpty() ? "; make the scores with: rapor run" : "; there are " + some)
            + (known.size() > MOST_NAMED ? " and more." : "."));
  }
}
