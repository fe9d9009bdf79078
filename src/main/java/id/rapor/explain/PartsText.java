package id.rapor.explain;

import id.rapor.score.ScorePart;
import id.rapor.settings.Aggregation.Mean;
import id.rapor.table.Metrics;
import id.rapor.table.PerspectiveScores;
import id.rapor.text.Language;
import id.rapor.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/** Takes the score of a perspective apart into its metrics. */
final class PartsText {
  private PartsText() {}

  static List<String> lines(Row score, List<ScorePart> parts, Mean mean) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Perspective " + score.getAs(Metrics.PERSPECTIVE.name()));
    lines.addAll(ScoreText.score(score));
    lines.addAll(sheet(parts).lines());
    List<ScorePart> missing = parts.stream().filter(part -> !part.isPresent()).toList();
    if (!missing.isEmpty()) {
      lines.add("  missing:");
      missing.forEach(part -> lines.add("    " + part.metric() + ": " + part.lack()));
    }
    if (FigureText.has(score, PerspectiveScores.SCORE)) {
      lines.add(verdict(score.<Double>getAs(PerspectiveScores.SCORE.name()), parts, mean));
    }
    return lines;
  }

  private static Sheet sheet(List<ScorePart> parts) {
    Sheet sheet =
        new Sheet(
            List.of("metric", ">n", ">value", ">60 at", ">100 at", ">points", ">error", ">weight"));
    parts.stream()
        .filter(ScorePart::isPresent)
        .forEach(
            part ->
                sheet.add(
                    List.of(
                        part.metric(),
                        Numbers.whole(part.n(), Language.ENGLISH),
                        number(part.value()),
                        number(part.standard()),
                        number(part.target()),
                        number(part.points()),
                        number(part.error()),
                        Numbers.percent(part.weight(), 1, Language.ENGLISH))));
    return sheet;
  }

  private static String verdict(double published, List<ScorePart> parts, Mean mean) {
    double sum = 0;
    for (ScorePart part : parts) {
      if (part.isPresent()) {
        sum += part.weight() * (mean == Mean.GEOMETRIC ? log(part.points()) : part.points());
      }
    }
    double score = mean == Mean.GEOMETRIC ? Math.exp(sum) : sum;
    return ScoreText.isSame(score, published)
        ? "  Their weighted " + mean.code() + " mean is the published score."
        : "  Their weighted "
            + mean.code()
            + " mean is "
            + number(score)
            + ", not what is published: settings differ from those of the last run; give the same --settings, or run again.";
  }

  /** Points below 1 count as 1, as they do in the score. */
  private static double log(double points) {
    return Math.log(Math.max(1, points));
  }

  private static String number(double value) {
    return Numbers.decimal(value, 2, Language.ENGLISH);
  }
}
