package id.rapor.explain;

/**
 * What a reader wants explained.
 *
 * @param metric the metric's code
 * @param period the period's code
 * @param service the service's code, or {@code *} for all of them together
 * @param rows how many rows of each kind to show
 */
public record Asked(String agency, String metric, String period, String service, int rows) {}
