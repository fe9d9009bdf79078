package id.rapor.stats;

/**
 * What a process that wobbles within its natural limits does to a fixed standard, so long as
 * nothing about it changes.
 *
 * <p>Source: NHS England, Making Data Count.
 */
public enum Assurance {
  /** The whole wobble lies on the good side of the standard. */
  PASSES,
  /** The whole wobble lies on the bad side: only another process would meet it. */
  FAILS,
  /** The standard lies within the wobble: it is met or missed by chance. */
  VARIES;

  /**
   * The judgement of one standard.
   *
   * @param low natural lower limit, in the unit of the standard; inclusive, as is {@code high}
   * @param isHigherBetter whether the standard is a least value rather than a greatest
   */
  public static Assurance of(double standard, double low, double high, boolean isHigherBetter) {
    if (standard >= low && standard <= high) {
      return VARIES;
    }
    return standard < low == isHigherBetter ? PASSES : FAILS;
  }
}
