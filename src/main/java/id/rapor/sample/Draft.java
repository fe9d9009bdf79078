package id.rapor.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One case while it is made, with all that happens around it. Mutable on purpose: the wrongs change
 * an ordinary case step by step, and there are many millions of them.
 *
 * <p>Times are local wall-clock seconds since 1970, {@link #NEVER} when it does not happen; work is
 * in working seconds of the office.
 */
final class Draft {
  static final long NEVER = Long.MAX_VALUE;

  /** How a case ends. */
  enum Fate {
    COMPLETED,
    REJECTED,
    WITHDRAWN;

    private final String code = name().toLowerCase(Locale.ROOT);

    String code() {
      return code;
    }
  }

  /** One payment; {@code receipt} is empty when none was given. */
  record Payment(int number, long paidAt, long amount, String receipt, String method) {}

  record Step(String activity, int officer, long startedAt, long endedAt) {}

  record Pause(long pausedAt, long resumedAt, String reason) {}

  record Asked(String document, long requestedAt) {}

  /** One answered questionnaire; {@code device} is a number, {@code days} as the applicant says. */
  record Answer(long answeredAt, List<Integer> elements, long device, double days) {}

  /** One complaint; times that do not come are {@link #NEVER}. */
  record Grievance(
      String category,
      String complaintClass,
      long receivedAt,
      long respondedAt,
      long resolvedAt,
      String outcome,
      boolean isAccepted,
      long reopenedAt,
      String answer) {}

  final Agency agency;
  final int month;
  final long ordinal;
  final String id;
  final List<String> faults = new ArrayList<>(0);
  final List<String> likenesses = new ArrayList<>(0);
  final List<Payment> payments = new ArrayList<>(1);
  final List<Step> steps = new ArrayList<>(0);
  final List<Pause> pauses = new ArrayList<>(0);
  final List<Asked> documents = new ArrayList<>(0);

  Office office;
  Offer offer;
  Standard standard;
  String channel;
  String group;
  long applicant;
  int officer;
  boolean isPrioritised;
  String ground = "";
  String waiver = "";
  long quantity;
  int visits;
  int returns;
  int documentsRequested;
  Fate fate;

  /** Working seconds from complete to closed without pauses, and from complete to started. */
  long work;

  long wait;
  long lag;
  boolean isNeverClosed;
  boolean isInTheEvening;

  /** Where in the work a pause falls, 0 to 1, and its working seconds; 0 seconds = no pause. */
  double pauseStart;

  long pauseWork;

  long submitted;
  long complete;
  long promised;
  long started;
  long closed;

  /** When the register came to know that the case is closed. */
  long closingKnown;

  /** Surcharge as a share of the tariff, decided before the fee is. */
  double surcharge;

  long expected;
  long paid;
  long paidAt = NEVER;
  String receipt = "";
  Answer answer;
  Grievance grievance;

  /** Whether the source takes the case back in the end. */
  boolean isRetracted;

  /** The moment as of which a row of this case is written: what comes later is left out. */
  long horizon;

  Draft(Agency agency, int month, long ordinal, String id) {
    this.agency = agency;
    this.month = month;
    this.ordinal = ordinal;
    this.id = id;
  }

  WorkCalendar calendar() {
    return office.calendar();
  }

  Product product() {
    return offer.product();
  }

  boolean isKnown(long local) {
    return local < horizon;
  }

  boolean isClosingKnown() {
    return isKnown(closingKnown);
  }

  boolean isPaid() {
    return paidAt != NEVER;
  }

  /** Working seconds of all pauses that ended, as far as known. */
  long pausedWork() {
    long sum = 0;
    for (Pause pause : pauses) {
      if (isKnown(pause.resumedAt())) {
        sum += calendar().worked(pause.resumedAt()) - calendar().worked(pause.pausedAt());
      }
    }
    return sum;
  }

  /** The moment by which it must be decided; {@link #NEVER} without a published limit. */
  long due() {
    Product product = product();
    int limit = offer.limit();
    if (limit == 0) {
      return NEVER;
    }
    long due =
        switch (product.unit()) {
          case "working_days" -> calendar().endOfOpenDay(complete, limit);
          case "calendar_days" -> (Math.floorDiv(complete, (long) Span.DAY) + limit + 1) * Span.DAY;
          case "working_hours" -> calendar().after(complete, limit * 3600L);
          default -> complete + limit * 60L;
        };
    long paused = pausedWork();
    return paused == 0 ? due : calendar().after(due, paused);
  }

  /** Moves the decision to {@code local}, and with it when the register knows of it. */
  void close(long local) {
    closed = local;
    closingKnown = local;
  }

  /** What the usual agency would need for such a case, working seconds. */
  double peerMedian() {
    return product().allowance(office.hours().daySeconds()) * StrictMath.exp(offer.peerMedian());
  }

  /** The newest event that is known: when this version of the row was written, at the earliest. */
  long lastEvent() {
    long last = submitted;
    last = later(last, complete);
    last = later(last, started);
    last = later(last, closingKnown);
    last = later(last, paidAt);
    for (Pause pause : pauses) {
      last = later(later(last, pause.pausedAt()), pause.resumedAt());
    }
    return last;
  }

  /** Notes that the case is a wrong that the detector {@code code} should find. */
  void fault(String code) {
    faults.add(code);
  }

  /** Notes that the case looks like a wrong and is none. */
  void likeness(String kind) {
    likenesses.add(kind);
  }

  private long later(long last, long event) {
    return event > last && isKnown(event) ? event : last;
  }
}
