package id.rapor.detect;

/**
 * A number that settings may change.
 *
 * @param published its value where they do not
 * @param meaning what it does, its unit and whether it is inclusive
 * @param source where {@code published} comes from
 */
public record Parameter(String name, double published, String meaning, String source) {

  /** Every detector has it: above this share of those tested its findings are marked as crowded. */
  public static final Parameter MOST_FLAGGED =
      new Parameter(
          "most_flagged",
          0.05,
          "share of those tested above which the findings of a month, if 10 or more, are marked as crowded, exclusive",
          "own: a rule that flags more than one in twenty tells of the rule or the data first");
}
