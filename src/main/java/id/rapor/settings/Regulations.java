package id.rapor.settings;

import static java.util.Objects.requireNonNull;

/**
 * Where a regulation is read in more than one way, the one that holds.
 *
 * @param weights key {@code satisfaction_weights}
 * @param clocks key {@code complaints}
 */
public record Regulations(SatisfactionWeights weights, ComplaintClocks clocks) {
  public static final Regulations DEFAULTS =
      new Regulations(SatisfactionWeights.EXACT, ComplaintClocks.DEFAULTS);

  public Regulations {
    requireNonNull(weights);
    requireNonNull(clocks);
  }
}
