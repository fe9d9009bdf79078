package id.rapor.table;

/**
 * One row is one accepted line that speaks of a case, beside what the tables know of that case; on
 * the way only, never stored.
 */
public final class LinkedLines {
  public static final Field FEED = Quarantine.FEED;
  public static final Field MOMENT =
      Field.optional("rapor__moment", Field.TIME, "when the line's event happened");
  public static final Field CASE_KNOWN =
      Field.optional("rapor__case_known", Field.TRUTH, "true where the case is known");
  public static final Field SUBMITTED_AT =
      Field.optional("rapor__submitted_at", Field.TIME, "when the case was handed in");
  public static final Field CLOSED_AT =
      Field.optional("rapor__closed_at", Field.TIME, "when the case was decided");
  public static final Field PAYMENT_KNOWN =
      Field.optional("rapor__payment_known", Field.TRUTH, "true where a payment is known");
  public static final Field PAYMENTS_KNOWN =
      Field.optional(
          "rapor__payments_known", Field.TRUTH, "true where the agency delivers payments");
  public static final Field FOUND =
      Field.required("rapor__found", Field.TEXTS, "the rules that the line breaks");

  private LinkedLines() {}
}
