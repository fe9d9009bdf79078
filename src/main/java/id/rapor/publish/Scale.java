package id.rapor.publish;

import id.rapor.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * A horizontal scale of a drawing: values become places in per cent of its width.
 *
 * @param first the value at the left end
 * @param last the value at the right end
 * @param margin per cent of the width left free at both ends, so that a dot there is whole
 */
record Scale(double first, double last, double margin) {
  /** Steps between grid lines are one of these times a power of ten. */
  private static final int[] STEPS = {1, 2, 5};

  private static final int MOST_STEPS = 6;
  private static final double MIDDLE = 50;
  private static final double HUNDRED = 100;

  /** Where {@code value} stands, for example {@code 12.5%}. */
  String at(double value) {
    return percent(place(value));
  }

  /** How wide the way from {@code low} to {@code high} is. */
  String width(double low, double high) {
    return percent(place(high) - place(low));
  }

  /** The ends and round numbers between them, never crowded. */
  List<Integer> gridLines() {
    int from = (int) Math.ceil(first);
    int to = (int) Math.floor(last);
    List<Integer> lines = new ArrayList<>(List.of(from));
    int step = step(to - from);
    for (int line = (from / step + 1) * step; line < to; line += step) {
      if (line - from >= step * 0.6 && to - line >= step * 0.6) {
        lines.add(line);
      }
    }
    if (to > from) {
      lines.add(to);
    }
    return lines;
  }

  private static int step(int length) {
    for (int power = 1; ; power *= 10) {
      for (int step : STEPS) {
        if (length <= (long) step * power * MOST_STEPS) {
          return step * power;
        }
      }
    }
  }

  private double place(double value) {
    if (last <= first) {
      return MIDDLE;
    }
    double inside = Math.min(last, Math.max(first, value));
    return margin + (HUNDRED - 2 * margin) * (inside - first) / (last - first);
  }

  private static String percent(double place) {
    return Numbers.rounded(place, 2).stripTrailingZeros().toPlainString() + "%";
  }
}
