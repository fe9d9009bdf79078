package id.rapor.publish;

import java.time.YearMonth;
import java.util.List;

/**
 * The months of one figure as a curve, each drawing a path on {@link Canvas}.
 *
 * @param file the file of the page about the metric, without the ending; empty for the score
 * @param curve through the months
 * @param signals the months that the chart calls out of the ordinary
 * @param band the natural limits, or for the score its intervals
 * @param level what the curve wobbles about, or for the score the standard
 * @param top the greatest value of the drawing
 * @param bottom the least
 * @param first the first month
 * @param last the last month
 * @param told the same in a sentence
 * @param months the same in numbers
 */
record Trend(
    String name,
    String file,
    String curve,
    String signals,
    String band,
    String level,
    String top,
    String bottom,
    String first,
    String last,
    String told,
    List<Month> months) {
  Trend {
    months = List.copyOf(months);
  }

  /** One month in numbers: the value with its limits, or for the score its interval. */
  record Month(YearMonth month, String told) {}
}
