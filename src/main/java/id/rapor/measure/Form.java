package id.rapor.measure;

import java.util.Locale;

/** How sums become a value with its standard error and interval. */
enum Form {
  /** Percent of rows that meet a condition: Agresti-Coull error, Wilson interval. */
  SHARE,
  /** Mean of a whole number: error from its variance. */
  MEAN,
  /** One sum over another, row by row: error by the delta method. */
  RATIO,
  /** Events over an exposure: Poisson error, Byar's interval. */
  RATE,
  /** Sums over all there is: no sampling error by declaration. */
  CENSUS,
  /** Answers over the number that Krejcie and Morgan (1970) ask of the whole, at most 100. */
  COVERAGE,
  /** Percent of services that all rows speak for. */
  OFFERED,
  /** Index of the nine survey elements. */
  INDEX,
  /** The lowest of the nine elements. */
  WEAKEST,
  /** Kaplan-Meier median of working time. */
  MEDIAN,
  /** Kaplan-Meier 90th percentile of working time. */
  NINETIETH,
  /** 90th percentile over median within a service. */
  CERTAINTY,
  /** Median of a number that rows hold. */
  MIDDLE,
  /** Largest difference between groups of applicants within strata. */
  GAP,
  /** Percent of what was to be delivered: no sampling error by declaration. */
  DELIVERED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether its value follows from the monthly sums of its terms. */
  boolean isSummed() {
    return switch (this) {
      case SHARE, MEAN, RATIO, RATE, CENSUS, COVERAGE, OFFERED -> true;
      default -> false;
    };
  }

  /** Whether its error is that of a sample of rows, each with what it adds to the value. */
  boolean isSampled() {
    return this == SHARE || this == MEAN || this == RATIO;
  }

  boolean isDuration() {
    return this == MEDIAN || this == NINETIETH || this == CERTAINTY;
  }

  boolean isSurvey() {
    return this == INDEX || this == WEAKEST;
  }
}
