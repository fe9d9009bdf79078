package id.rapor.publish;

import java.util.List;

/**
 * The page about one service.
 *
 * @param category its kind as the reference table has it; may be empty
 * @param metric the name of the metric that its league ranks
 * @param metricFile the file of the page about that metric, without the ending
 * @param standards what was published about it, in force during the period
 * @param lines the agencies that offer it
 * @param more about those that the table leaves out
 */
record ServicePage(
    String code,
    String name,
    String category,
    String told,
    String metric,
    String metricFile,
    List<Standard> standards,
    List<PlaceLine> lines,
    String more,
    boolean isRanked,
    boolean isAdjusted) {

  ServicePage {
    standards = List.copyOf(standards);
    lines = List.copyOf(lines);
  }

  /** One published standard: for whom, from when to when, tariff, time limit, and the law. */
  record Standard(String whom, String span, String fee, String limit, String law) {}
}
