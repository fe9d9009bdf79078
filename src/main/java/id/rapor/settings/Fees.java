package id.rapor.settings;

/**
 * How a fee is held against its tariff.
 *
 * @param graceDays key {@code grace_days}: days around a change of tariff in which either is right,
 *     inclusive; default 7 (payment and announcement dates differ)
 * @param toleranceShare key {@code tolerance_share}: tolerance as a share of the tariff where its
 *     row names none; default 0.005 (rounding)
 */
public record Fees(int graceDays, double toleranceShare) {
  public static final Fees DEFAULTS = new Fees(7, 0.005);
}
