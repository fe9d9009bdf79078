package id.rapor.publish;

import id.rapor.text.Numbers;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A horizontal scale of a drawing: values become places in per cent of its width.
 *
 * @param first the value at the left end
 * @param last the value at the right end
 * @param margin per cent of the width left free at both ends, so that a dot there is whole
 */
record Scale(double first, double last, double margin) {
  private static final int QUARTERS = 4;
  private static final double NEAR = 0.01;
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

  /**
   * Whole numbers at the ends, the quarters and the middle, where one stands there or nearly:
   * within a hundredth of the width.
   */
  List<Integer> quarters() {
    return IntStream.rangeClosed(0, QUARTERS)
        .mapToDouble(at -> first + at * (last - first) / QUARTERS)
        .filter(value -> Math.abs(value - Math.rint(value)) <= NEAR * (last - first))
        .mapToObj(value -> (int) Math.rint(value))
        .distinct()
        .toList();
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
