package id.rapor.settings;

/**
 * Key {@code satisfaction_weights}: what each of the nine elements of the satisfaction index (SKM,
 * PermenPANRB 14/2017) weighs.
 */
public enum SatisfactionWeights {
  /**
   * One ninth, so that a perfect survey is 100. The default: it is what the weights are to add up
   * to.
   */
  EXACT("exact", 1),
  /**
   * 0.11 as it is printed, for figures that are to equal those made by hand: a perfect survey is
   * 99.
   */
  PRINTED("printed-0.11", 0.99);

  private final String code;
  private final double sum;

  SatisfactionWeights(String code, double sum) {
    this.code = code;
    this.sum = sum;
  }

  /** Its name in a settings file. */
  public String code() {
    return code;
  }

  /** What nine of them add up to. */
  public double sum() {
    return sum;
  }
}
