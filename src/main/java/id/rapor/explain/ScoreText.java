package id.rapor.explain;

import id.rapor.settings.Aggregation.Mean;
import id.rapor.settings.Scoring;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.ReportCards;
import id.rapor.table.Scorecards;
import id.rapor.text.Language;
import id.rapor.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Tells of an overall score, what it is the mean of, and what to do about it. */
final class ScoreText {
  private static final double HAIR = 1e-6;

  private ScoreText() {}

  /** The overall score and its perspectives. */
  static List<String> lines(Row card, List<Row> scores, Scoring scoring, ScoreAsked asked) {
    List<String> lines = new ArrayList<>();
    lines.add("Score of agency " + asked.agency() + ", " + asked.period());
    lines.add("");
    lines.addAll(score(card));
    if (FigureText.has(card, Scorecards.GRADE)) {
      lines.add(FigureText.labelled("grade", card.getAs(Scorecards.GRADE.name())));
    }
    if (FigureText.has(card, Scorecards.CAP_REASON)) {
      lines.add(
          FigureText.labelled(
              "cap",
              "from "
                  + FigureText.number(card.<Double>getAs(Scorecards.UNCAPPED_SCORE.name()))
                  + ", for a confirmed breach: "
                  + card.getAs(Scorecards.CAP_REASON.name())));
    }
    lines.add(FigureText.labelled("peers", card.getAs(Scorecards.PEER_GROUP.name())));
    lines.add("");
    Mean mean = scoring.aggregation().across();
    lines.add("The score is the weighted " + mean.code() + " mean of the perspectives:");
    lines.addAll(perspectives(scores, scoring));
    return lines;
  }

  /** Status, score, interval and coverage of a scorecard or a perspective. */
  static List<String> score(Row row) {
    List<String> lines = new ArrayList<>();
    boolean rated = FigureText.has(row, PerspectiveScores.SCORE);
    String status = row.getAs(Measurements.STATUS.name());
    lines.add(
        FigureText.labelled(
            "status",
            rated
                ? status
                : status.replace('_', ' ') + ": " + row.getAs(PerspectiveScores.REASON.name())));
    if (rated) {
      lines.add(FigureText.labelled("score", number(row, PerspectiveScores.SCORE)));
      lines.add(
          FigureText.labelled(
              "interval",
              number(row, PerspectiveScores.LOW)
                  + " to "
                  + number(row, PerspectiveScores.HIGH)
                  + " (95 %), standard error "
                  + number(row, PerspectiveScores.STANDARD_ERROR)));
    }
    double coverage = row.<Double>getAs(PerspectiveScores.COVERAGE.name());
    lines.add(
        FigureText.labelled(
            "coverage",
            Numbers.percent(coverage, 1, Language.ENGLISH) + " of the weight has a value"));
    return lines;
  }

  private static List<String> perspectives(List<Row> scores, Scoring scoring) {
    Sheet sheet =
        new Sheet(
            List.of("perspective", ">weight", ">score", ">low", ">high", ">coverage", "status"));
    for (Row score : scores) {
      String perspective = score.getAs(Metrics.PERSPECTIVE.name());
      double weight = scoring.perspectives().getOrDefault(perspective, 0.0);
      sheet.add(
          List.of(
              perspective,
              Numbers.percent(weight, 1, Language.ENGLISH),
              number(score, PerspectiveScores.SCORE),
              number(score, PerspectiveScores.LOW),
              number(score, PerspectiveScores.HIGH),
              Numbers.percent(
                  score.<Double>getAs(PerspectiveScores.COVERAGE.name()), 0, Language.ENGLISH),
              score.getAs(Measurements.STATUS.name())));
    }
    return sheet.lines();
  }

  /** The report card, in both languages. */
  static List<String> advice(List<Row> card) {
    return Stream.of(
            advice("What it does well / Yang baik", card, ReportCards.STRENGTH),
            advice("What to mend first / Yang perlu diperbaiki dulu", card, ReportCards.FIX))
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> advice(String heading, List<Row> card, String kind) {
    List<Row> lines =
        card.stream()
            .filter(row -> row.<String>getAs(ReportCards.KIND.name()).equals(kind))
            .sorted(Comparator.comparingLong(row -> row.<Long>getAs(ReportCards.PLACE.name())))
            .toList();
    List<String> told = new ArrayList<>(List.of("", heading));
    for (Row line : lines) {
      told.add(
          "  "
              + line.getAs(ReportCards.PLACE.name())
              + ". "
              + line.getAs(ReportCards.SENTENCE_EN.name()));
      told.add("     " + line.getAs(ReportCards.SENTENCE_ID.name()));
    }
    if (lines.isEmpty()) {
      told.add("  nothing that can be told from what is published");
    }
    return told;
  }

  /** Whether two scores are the same but for rounding in the last digits. */
  static boolean isSame(double one, double other) {
    return Math.abs(one - other) < HAIR;
  }

  static String number(Row row, Field field) {
    return FigureText.has(row, field)
        ? Numbers.decimal(row.<Double>getAs(field.name()), 2, Language.ENGLISH)
        : "-";
  }
}
