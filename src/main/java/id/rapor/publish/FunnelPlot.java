package id.rapor.publish;

import id.rapor.table.Field;
import id.rapor.table.Funnels;
import id.rapor.table.Measurements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;

/**
 * A funnel plot (Spiegelhalter, 2005): each agency by its size, across, and its rate, upwards,
 * within limits that grow narrow with the size.
 *
 * @param inside a path of those that give no evidence of a difference
 * @param watch those outside the 95 % limits
 * @param different those outside the 99.8 % limits
 * @param near the 95 % limits
 * @param far the 99.8 % limits
 * @param target the rate of all together
 * @param told the same in a sentence
 */
record FunnelPlot(
    String inside,
    String watch,
    String different,
    String near,
    String far,
    String target,
    List<Canvas.Tick> sizes,
    List<Canvas.Tick> rates,
    String told) {
  /** Limits are drawn through so many sizes at most. */
  private static final int STOPS = 60;

  private static final double ROOM = 1.15;

  FunnelPlot {
    sizes = List.copyOf(sizes);
    rates = List.copyOf(rates);
  }

  /** The plot of the rows of one metric; empty if they are too few to show a funnel. */
  static Optional<FunnelPlot> of(Collection<Row> funnel, FigureText text) {
    List<Row> rows = funnel.stream().sorted(Comparator.comparingDouble(FunnelPlot::size)).toList();
    if (rows.size() < 3) {
      return Optional.empty();
    }
    Canvas canvas = canvas(rows);
    double target = real(rows.get(0), Funnels.TARGET);
    return Optional.of(
        new FunnelPlot(
            dots(rows, canvas, reading -> !reading.equals("watch") && !reading.equals("different")),
            dots(rows, canvas, "watch"::equals),
            dots(rows, canvas, "different"::equals),
            limits(rows, canvas, Funnels.LOW_95, Funnels.HIGH_95),
            limits(rows, canvas, Funnels.LOW_998, Funnels.HIGH_998),
            canvas.level(target),
            sizes(rows, canvas, text),
            Canvas.round(canvas.low(), canvas.high()).stream()
                .map(rate -> new Canvas.Tick(text.number(rate), canvas.down(rate)))
                .toList(),
            told(rows, target, text)));
  }

  /** Sizes stand by their logarithm, so that the many small agencies are not one heap. */
  private static Canvas canvas(List<Row> rows) {
    double least = rows.stream().mapToDouble(row -> real(row, Measurements.VALUE)).min().orElse(0);
    double most = rows.stream().mapToDouble(row -> real(row, Measurements.VALUE)).max().orElse(0);
    double low = Math.max(0, Math.min(least, real(rows.get(rows.size() / 2), Funnels.LOW_998)));
    double high = Math.max(most, real(rows.get(rows.size() / 2), Funnels.HIGH_998));
    double margin = Math.max(0.5, (high - low) / 20);
    return new Canvas(
        Canvas.LARGE,
        Math.log(size(rows.get(0)) / ROOM),
        Math.log(size(rows.get(rows.size() - 1)) * ROOM),
        Math.max(0, low - margin),
        Math.min(100, high + margin));
  }

  private static String dots(List<Row> rows, Canvas canvas, Predicate<String> wanted) {
    return canvas.dots(
        rows.stream()
            .filter(row -> wanted.test(Cells.text(row, Funnels.READING).orElse("")))
            .map(row -> point(row, Measurements.VALUE))
            .toList());
  }

  private static String limits(List<Row> rows, Canvas canvas, Field low, Field high) {
    List<Row> stops = new ArrayList<>();
    int step = Math.max(1, rows.size() / STOPS);
    for (int at = 0; at < rows.size(); at += step) {
      stops.add(rows.get(at));
    }
    stops.add(rows.get(rows.size() - 1));
    return canvas.line(stops.stream().map(row -> point(row, low)).toList())
        + canvas.line(stops.stream().map(row -> point(row, high)).toList());
  }

  private static List<Canvas.Tick> sizes(List<Row> rows, Canvas canvas, FigureText text) {
    List<Canvas.Tick> ticks = new ArrayList<>();
    double least = size(rows.get(0));
    double most = size(rows.get(rows.size() - 1));
    for (long power = 1; power <= most; power *= 10) {
      for (long times : most / least > 200 ? new long[] {1} : new long[] {1, 2, 5}) {
        if (times * power >= least && times * power <= most) {
          String at = canvas.across(Math.log((double) (times * power)));
          ticks.add(new Canvas.Tick(text.whole(times * power), at));
        }
      }
    }
    return ticks;
  }

  private static String told(List<Row> rows, double target, FigureText text) {
    return text.labels()
        .text(
            "funnel_told",
            text.whole(rows.size()),
            text.number(target),
            text.whole(count(rows, "different")),
            text.whole(count(rows, "watch")));
  }

  private static long count(List<Row> rows, String reading) {
    return rows.stream()
        .filter(row -> Cells.text(row, Funnels.READING).orElse("").equals(reading))
        .count();
  }

  private static Canvas.Point point(Row row, Field value) {
    return new Canvas.Point(Math.log(size(row)), real(row, value));
  }

  private static double size(Row row) {
    return Math.max(1, Cells.whole(row, Measurements.N).orElse(1L));
  }

  private static double real(Row row, Field field) {
    return Cells.real(row, field).orElse(0.0);
  }
}
