package id.rapor.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the values of all agencies spread, as bars.
 *
 * @param bars one path for all bars
 * @param standard where the standard stands, per cent from the left; empty where there is none
 * @param told the same in a sentence
 * @param data the same in numbers
 */
record Histogram(
    String bars, String standard, List<Canvas.Tick> ticks, String told, List<Bar> data) {
  private static final int BARS = 24;

  Histogram {
    ticks = List.copyOf(ticks);
    data = List.copyOf(data);
  }

  /** One bar: from where to where it stands, and how many agencies lie there. */
  record Bar(String from, String to, String count) {}

  /**
   * The histogram of at least one value.
   *
   * @param sorted the values from the least to the greatest
   * @param standard the standard in the same unit, where all have the same
   * @param told the spread in a sentence
   */
  static Histogram of(
      List<Double> sorted, Optional<Double> standard, FigureText text, String told) {
    double least = Math.min(sorted.get(0), standard.orElse(sorted.get(0)));
    double most = Math.max(sorted.get(sorted.size() - 1), standard.orElse(sorted.get(0)));
    int[] counts = counts(sorted, least, most);
    int tallest = java.util.Arrays.stream(counts).max().orElse(1);
    Canvas canvas = new Canvas(Canvas.LARGE, least, most, 0, tallest);
    StringBuilder bars = new StringBuilder();
    List<Bar> data = new ArrayList<>();
    double width = (most - least) / BARS;
    for (int at = 0; at < BARS && most > least; at++) {
      if (counts[at] > 0) {
        double from = least + at * width;
        bars.append(canvas.bar(from, from + width, counts[at]));
        data.add(new Bar(text.number(from), text.number(from + width), text.whole(counts[at])));
      }
    }
    return new Histogram(
        bars.toString(),
        standard.map(canvas::across).orElse(""),
        Canvas.round(least, most).stream()
            .map(tick -> new Canvas.Tick(text.number(tick), canvas.across(tick)))
            .toList(),
        told,
        data);
  }

  private static int[] counts(List<Double> values, double least, double most) {
    int[] counts = new int[BARS];
    for (double value : values) {
      double place = most > least ? (value - least) / (most - least) * BARS : 0;
      counts[Math.min(BARS - 1, (int) place)]++;
    }
    return counts;
  }
}
