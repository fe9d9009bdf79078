package id.rapor.sample;

/** Wrongs of money. */
final class FeeWrongs {
  static final String ABOVE = "fee_above_tariff";

  private static final long SPLIT_FROM = 75_000;

  /** Parts further apart, over a long weekend, are no longer one payment cut in two. */
  private static final long SPLIT_WITHIN = 3L * Span.DAY;

  private FeeWrongs() {}

  /** Takes 20 to 100 % more than the tariff. */
  static boolean askMore(Draft draft, Draw draw, Guilt guilt) {
    if (!owes(draft, guilt)) {
      return false;
    }
    Fees.payInstead(draft, Fees.above(draft.expected, draw.between(0.2, 1.0)));
    return true;
  }

  /** Takes money for what is free. */
  static boolean askForFree(Draft draft, Draw draw, Guilt guilt) {
    if (!draft.product().isFree() || !isSettled(draft, guilt)) {
      return false;
    }
    Fees.payInstead(draft, 1000L * (20 + draw.below(100)));
    return true;
  }

  /** Takes the lawful fee and gives no receipt. */
  static boolean giveNoReceipt(Draft draft, Draw draw, Guilt guilt) {
    if (!owes(draft, guilt)) {
      return false;
    }
    draft.receipt = "";
    draft.payments.replaceAll(
        payment ->
            new Draft.Payment(
                payment.number(), payment.paidAt(), payment.amount(), "", payment.method()));
    return true;
  }

  /** Takes too much in two payments, neither of which is above the tariff. */
  static boolean split(Draft draft, Draw draw, Guilt guilt) {
    if (!owes(draft, guilt) || draft.expected < SPLIT_FROM) {
      return false;
    }
    long first = (long) (draft.expected * draw.between(0.7, 1.0)) / 1000 * 1000;
    long second = (long) (draft.expected * draw.between(0.4, 0.9)) / 1000 * 1000;
    long firstPaidAt = draft.paidAt;
    Fees.payInTwo(draft, first, second, draft.office.hours().daySeconds());
    boolean isTogether = draft.paidAt - firstPaidAt <= SPLIT_WITHIN;
    if (!isTogether || !guilt.span().knows(draft.paidAt)) {
      Fees.payInstead(draft, draft.expected);
      return false;
    }
    draft.fault(ABOVE);
    return true;
  }

  /** Takes a round sum on top. */
  static boolean askRoundSums(Draft draft, Draw draw, Guilt guilt) {
    if (!owes(draft, guilt)) {
      return false;
    }
    Fees.payInstead(draft, draft.expected + 50_000L * (1 + draw.below(3)));
    draft.fault(ABOVE);
    return true;
  }

  /** One officer alone takes more, in most of the cases handled. */
  static boolean askAlone(Draft draft, Draw draw, Guilt guilt) {
    if (draft.officer != guilt.officer() || draw.happens(0.25) || !owes(draft, guilt)) {
      return false;
    }
    Fees.payInstead(draft, Fees.above(draft.expected, draw.between(0.2, 1.0)));
    draft.fault(ABOVE);
    return true;
  }

  /** Who pays more is served in a third of the time. */
  static boolean sellSpeed(Draft draft, Draw draw, Guilt guilt) {
    if (draft.standard.fee() == 0 || draft.product().isExpress()) {
      return false;
    }
    draft.surcharge = draw.between(0.15, 0.6);
    draft.work = (long) (draft.work * 0.35);
    draft.wait = (long) (draft.wait * 0.3);
    return true;
  }

  /** Instalments stay innocent. */
  private static boolean owes(Draft draft, Guilt guilt) {
    return draft.expected > 0 && draft.payments.size() < 2 && isSettled(draft, guilt);
  }

  private static boolean isSettled(Draft draft, Guilt guilt) {
    return draft.isPaid() && guilt.span().knows(draft.paidAt);
  }
}
