package id.rapor.score;

import id.rapor.settings.Scoring;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What the mean of all that has a value would be if one metric did otherwise. Of an agency with an
 * overall score, that mean is the score before any cap.
 *
 * @param entries those that have a value, of perspectives with a weight
 * @param readings by metric
 * @param ceiling the highest overall score that the agency can have; empty where it has none
 */
record Prospects(
    List<CardEntry> entries,
    Map<String, Reading> readings,
    Scoring scoring,
    OptionalDouble ceiling) {

  Prospects {
    entries = List.copyOf(entries);
  }

  /** One line for each entry. */
  List<CardLine> lines() {
    double[] points =
        entries.stream().mapToDouble(each -> each.metric().score(reading(each).scaled())).toArray();
    double now = mean(points);
    return IntStream.range(0, points.length).mapToObj(at -> line(at, points, now)).toList();
  }

  private CardLine line(int at, double[] points, double now) {
    double[] better = points.clone();
    better[at] = points[at] < CardLine.AT_STANDARD ? CardLine.AT_STANDARD : CardLine.AT_TARGET;
    double then = mean(better);
    OptionalDouble gain =
        ceiling.isEmpty()
            ? ceiling
            : OptionalDouble.of(
                Math.min(ceiling.getAsDouble(), then) - Math.min(ceiling.getAsDouble(), now));
    return new CardLine(entries.get(at), reading(entries.get(at)), then - now, gain);
  }

  private double mean(double[] points) {
    double[] scores = new double[scoring.perspectives().size()];
    double[] weights = new double[scores.length];
    int count = 0;
    for (Map.Entry<String, Double> each : new TreeMap<>(scoring.perspectives()).entrySet()) {
      int[] own =
          IntStream.range(0, points.length)
              .filter(at -> entries.get(at).metric().perspective().equals(each.getKey()))
              .toArray();
      if (own.length > 0) {
        scores[count] =
            Estimate.mean(
                scoring.aggregation().within(),
                Arrays.stream(own).mapToDouble(at -> points[at]).toArray(),
                Arrays.stream(own).mapToDouble(at -> entries.get(at).metric().weight()).toArray());
        weights[count++] = each.getValue();
      }
    }
    return count == 0
        ? 0
        : Estimate.mean(
            scoring.aggregation().across(),
            Arrays.copyOf(scores, count),
            Arrays.copyOf(weights, count));
  }

  private Reading reading(CardEntry entry) {
    return readings.get(entry.metric().code());
  }
}
