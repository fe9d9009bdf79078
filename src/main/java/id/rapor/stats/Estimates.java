package id.rapor.stats;

/** What is asked of estimates and their standard errors before anything is said of ranks. */
final class Estimates {
  private Estimates() {}

  static void check(double[] estimates, double[] standardErrors) {
    if (estimates.length != standardErrors.length) {
      throw new IllegalArgumentException(
          "Cannot rank: there are "
              + estimates.length
              + " estimates and "
              + standardErrors.length
              + " standard errors, expected one for each; leave out units that lack one.");
    }
    for (int i = 0; i < estimates.length; i++) {
      double error = standardErrors[i];
      if (!Double.isFinite(estimates[i]) || !Double.isFinite(error) || error < 0) {
        throw new IllegalArgumentException(
            "Cannot rank: unit "
                + i
                + " is "
                + estimates[i]
                + " with standard error "
                + error
                + ", expected numbers and an error of at least 0; leave out units without a value.");
      }
    }
  }
}
