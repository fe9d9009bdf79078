package id.rapor.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Amounts of money as text: {@code Rp1.350.000}, {@code USD 12,50}. */
public final class Money {
  /** The currency that is written with its sign. */
  public static final String RUPIAH = "IDR";

  private static final int USUAL_DECIMALS = 2;
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  /** Currencies whose minor unit is not the hundredth (ISO 4217, list one). */
  private static final Map<String, Integer> DECIMALS =
      Map.ofEntries(
          Map.entry("JPY", 0),
          Map.entry("KRW", 0),
          Map.entry("VND", 0),
          Map.entry("CLP", 0),
          Map.entry("PYG", 0),
          Map.entry("ISK", 0),
          Map.entry("UGX", 0),
          Map.entry("RWF", 0),
          Map.entry("XAF", 0),
          Map.entry("XOF", 0),
          Map.entry("BHD", 3),
          Map.entry("IQD", 3),
          Map.entry("JOD", 3),
          Map.entry("KWD", 3),
          Map.entry("OMR", 3),
          Map.entry("TND", 3));

  private Money() {}

  /**
   * An amount in a currency. Rupiah bear {@code Rp} without a space and show sen only where there
   * are any; other currencies bear their code and a plain space, with the decimals of ISO 4217.
   *
   * @param currency ISO 4217 code
   */
  public static String amount(BigDecimal amount, String currency, Language language) {
    return written(
        amount.setScale(decimals(amount, currency), RoundingMode.HALF_UP), currency, language);
  }

  /**
   * A computed amount, such as a mean or a sum per 1,000 cases: as {@link #amount}, but from 1,000
   * (as it would be printed) on without decimals, as no figure is known that well. NaN and the
   * infinities become a dash.
   *
   * @param currency ISO 4217 code
   */
  public static String figure(double amount, String currency, Language language) {
    if (!Double.isFinite(amount)) {
      return Numbers.decimal(amount, 0, language);
    }
    BigDecimal exact = BigDecimal.valueOf(amount);
    BigDecimal rounded = exact.setScale(decimals(exact, currency), RoundingMode.HALF_UP);
    return written(
        rounded.abs().compareTo(THOUSAND) < 0 ? rounded : exact.setScale(0, RoundingMode.HALF_UP),
        currency,
        language);
  }

  /** How a currency is called beside bare numbers: {@code Rp}, {@code USD}. */
  public static String sign(String currency) {
    return currency.equals(RUPIAH) ? "Rp" : currency;
  }

  private static String written(BigDecimal rounded, String currency, Language language) {
    String unit = sign(currency) + (currency.equals(RUPIAH) ? "" : " ");
    return (rounded.signum() < 0 ? "-" : "") + unit + Numbers.grouped(rounded.abs(), language);
  }

  private static int decimals(BigDecimal amount, String currency) {
    if (!currency.equals(RUPIAH)) {
      return DECIMALS.getOrDefault(currency, USUAL_DECIMALS);
    }
    boolean hasSen =
        amount.setScale(USUAL_DECIMALS, RoundingMode.HALF_UP).remainder(BigDecimal.ONE).signum()
            != 0;
    return hasSen ? USUAL_DECIMALS : 0;
  }
}
