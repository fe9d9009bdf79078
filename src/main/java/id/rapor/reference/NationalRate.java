package id.rapor.reference;

import static java.util.Objects.requireNonNull;

import id.rapor.settings.Period;
import id.rapor.table.Cases;
import id.rapor.table.Measurements;
import id.rapor.table.NationalRates;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

/** The national rate of one metric in one stratum of the reference period. */
public record NationalRate(
    Period period,
    String metric,
    String serviceId,
    Optional<String> serviceClass,
    Optional<String> channel,
    long agencies,
    BigDecimal numerator,
    BigDecimal denominator) {

  private static final long MOST_AGENCIES = 1_000_000;
  private static final int HUNDREDTHS = 2;

  /** Stands in a record that is not used, as its line is told to be broken. */
  private static final Period NONE = Period.holding(YearMonth.of(1, 1), Period.Kind.YEAR);

  public NationalRate {
    requireNonNull(period);
    requireNonNull(metric);
    requireNonNull(serviceId);
    requireNonNull(serviceClass);
    requireNonNull(channel);
    requireNonNull(numerator);
    requireNonNull(denominator);
  }

  static NationalRate of(CsvLine line) {
    line.required(NationalRates.AGENCIES);
    line.required(NationalRates.NUMERATOR);
    line.required(NationalRates.DENOMINATOR);
    return new NationalRate(
        line.parsedRequired(
                Measurements.PERIOD,
                "a period such as 2025 or 2025-H2",
                code -> Period.parse(code).orElseThrow(IllegalArgumentException::new))
            .orElse(NONE),
        line.required(Measurements.METRIC),
        line.required(Cases.SERVICE_ID),
        line.text(Cases.SERVICE_CLASS),
        line.text(Cases.CHANNEL),
        line.whole(NationalRates.AGENCIES, 1, MOST_AGENCIES).orElse(0L),
        line.amount(NationalRates.NUMERATOR, HUNDREDTHS).orElse(BigDecimal.ZERO),
        line.amount(NationalRates.DENOMINATOR, HUNDREDTHS).orElse(BigDecimal.ZERO));
  }
}
