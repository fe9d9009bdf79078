package id.rapor.sample;

import id.rapor.sample.Draft.Fate;
import id.rapor.sample.Draft.Payment;
import id.rapor.sample.Product.FeeMoment;
import java.time.LocalDate;

/** What a case must pay and what it paid. */
final class Fees {
  /** Days after a change of tariff in which some still pay the old one: lawful by grace. */
  private static final int GRACE_DAYS = 6;

  private static final long INSTALMENT_FROM = 1_000_000;

  /** Excess is never a multiple of this, but where round sums are the very wrong. */
  private static final long ROUND = 50_000;

  private Fees() {}

  /** Settles the fee of {@code draft}, whose times are known. */
  static void charge(Draft draft, Draw draw) {
    Product product = draft.product();
    if (product.hasFormula()) {
      draft.quantity = (long) draw.around(product.perUnit() < 1000 ? 400 : 60, 0.6) + 2;
    }
    waive(draft, draw);
    draft.expected = draft.waiver.isEmpty() ? tariff(draft.standard, draft.quantity) : 0;
    long paidAt = moment(draft, draw);
    if (paidAt == Draft.NEVER) {
      return;
    }
    pay(draft, amount(draft, draw), paidAt, method(draw));
    if (draft.paid == draft.expected && draft.paid >= INSTALMENT_FROM && draw.happens(0.03)) {
      payInTwo(draft, draft.paid / 2, draft.paid - draft.paid / 2, draw.below(7200));
      draft.likeness(LookAlikes.INSTALMENTS);
    }
  }

  /** Replaces what was paid by one payment. */
  static void pay(Draft draft, long amount, long paidAt, String method) {
    draft.payments.clear();
    draft.paid = amount;
    draft.paidAt = paidAt;
    draft.receipt = amount == 0 ? "" : receipt(draft);
    if (amount > 0) {
      draft.payments.add(new Payment(1, paidAt, amount, draft.receipt, method));
    }
  }

  /** Pays {@code amount} instead, at the same moment. */
  static void payInstead(Draft draft, long amount) {
    String method = draft.payments.isEmpty() ? "cash" : draft.payments.get(0).method();
    pay(draft, amount, draft.paidAt, method);
  }

  /** Replaces what was paid by two payments, the second {@code work} working seconds later. */
  static void payInTwo(Draft draft, long first, long second, long work) {
    long later = draft.calendar().after(draft.paidAt, work + 60);
    payInstead(draft, first);
    draft.payments.add(new Payment(2, later, second, draft.receipt + "B", "cash"));
    draft.paid = first + second;
    draft.paidAt = later;
  }

  /** {@code expected} and a share above it, in whole thousands, the excess not a round sum. */
  static long above(long expected, double share) {
    long excess = Math.max(5, Math.round(expected * share / 1000)) * 1000;
    return expected + (excess % ROUND == 0 ? excess + 1000 : excess);
  }

  private static long tariff(Standard standard, long quantity) {
    return standard.fee() + standard.perUnit() * quantity;
  }

  private static void waive(Draft draft, Draw draw) {
    double lot = draw.unit();
    for (Exemption exemption : Exemption.ALL) {
      if (exemption.serviceId().equals(draft.product().serviceId())
          && !draft.product().isExpress()
          && lot < exemption.share()) {
        draft.waiver = exemption.ground();
        draft.likeness(LookAlikes.WAIVER);
      }
    }
  }

  private static long moment(Draft draft, Draw draw) {
    WorkCalendar calendar = draft.calendar();
    double lot = draw.unit();
    if (draft.product().feeMoment() == FeeMoment.START) {
      return calendar.after(draft.complete, (long) (lot * Math.min(draft.wait, 1800)));
    }
    if (draft.fate != Fate.COMPLETED || draft.closed == Draft.NEVER) {
      return Draft.NEVER;
    }
    return calendar.at(
        calendar.worked(draft.closed) - (long) (lot * Math.min(600, draft.work / 4)));
  }

  private static long amount(Draft draft, Draw draw) {
    double slip = 0.03 * (1 - draft.agency.quality().thrift());
    if (draft.expected == 0) {
      return 0;
    }
    if (draft.surcharge > 0) {
      draft.fault("fee_above_tariff");
      return above(draft.expected, draft.surcharge);
    }
    if (isJustChanged(draft) && draw.happens(0.6)) {
      draft.likeness(LookAlikes.TARIFF_CHANGE);
      return tariff(draft.offer.standards().get(0), draft.quantity);
    }
    return draw.happens(slip)
        ? (long) (draft.expected * draw.between(0.5, 0.95)) / 1000 * 1000
        : draft.expected;
  }

  private static boolean isJustChanged(Draft draft) {
    LocalDate from = draft.standard.from();
    return !from.equals(LocalDate.MIN)
        && draft.submitted < (from.toEpochDay() + GRACE_DAYS) * Span.DAY;
  }

  private static String method(Draw draw) {
    double lot = draw.unit();
    return lot < 0.3 ? "cash" : lot < 0.6 ? "transfer" : lot < 0.85 ? "qris" : "card";
  }

  /** Sixteen letters and digits as on a state receipt, plainly invented. */
  private static String receipt(Draft draft) {
    String agency = Integer.toString(10_000 + draft.agency.index()).substring(1);
    return "SYN" + agency + draft.id.substring(0, 4) + draft.id.substring(5);
  }
}
