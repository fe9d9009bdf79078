package id.rapor.table;

import static id.rapor.table.Cases.AGENCY_ID;

import java.util.List;

/** One row is one payment for a case. */
public final class Payments {
  public static final Field PAYMENT_ID =
      Field.required("payment_id", Field.TEXT, "unique within the agency");
  public static final Field CASE_ID =
      Field.required("case_id", Field.TEXT, "the case that was paid for");
  public static final Field PAID_AT = Field.required("paid_at", Field.TIME, "when it was paid");
  public static final Field AMOUNT = Field.required("amount", Field.MONEY, "how much was paid");
  public static final Field METHOD =
      Field.optional("method", Field.TEXT, "cash, transfer, card, ...");

  public static final Feed FEED =
      Feed.of(
          "payments",
          "one payment",
          List.of(AGENCY_ID, PAYMENT_ID),
          List.of(PAYMENT_ID, CASE_ID, AGENCY_ID, PAID_AT, AMOUNT, Cases.RECEIPT_NO, METHOD));

  private Payments() {}
}
