package id.rapor.sample;

import id.rapor.sample.Draft.Answer;
import id.rapor.sample.Draft.Grievance;
import java.util.ArrayList;
import java.util.List;

/** What applicants say: survey answers and complaints. */
final class Voices {
  static final int ELEMENTS = 9;

  /** How people judge each element beside the whole. */
  private static final double[] LEANING = {
    0.02, -0.04, -0.10, 0.08, 0.04, 0.06, 0.04, -0.06, -0.04
  };

  private static final double RESPONDENT_SIGMA = 0.25;
  private static final double ELEMENT_SIGMA = 0.45;
  private static final double LATE_MALUS = 0.25;

  private static final List<String[]> SENTENCES = Lists.read("answers.txt");

  private Voices() {}

  static void raise(Draft draft, Draw draw) {
    double rate = Math.max(0.10, Math.min(0.5, 60.0 / draft.agency.cases()));
    boolean isAsked = draw.happens(rate);
    boolean complains = draw.happens(0.02 + 0.04 * (1 - draft.agency.quality().courtesy()));
    if (isAsked && draft.closed != Draft.NEVER) {
      draft.answer = answer(draft, draw);
    }
    if (complains) {
      draft.grievance = grievance(draft, draw);
    }
  }

  private static Answer answer(Draft draft, Draw draw) {
    long day = Math.floorDiv(draft.closingKnown, (long) Span.DAY) + 1 + draw.below(3);
    long answeredAt = day * Span.DAY + 9 * 3600 + draw.below(11 * 3600);
    double mood =
        draft.agency.quality().satisfaction()
            + RESPONDENT_SIGMA * draw.normal()
            - (draft.closed > draft.due() ? LATE_MALUS : 0);
    List<Integer> elements = new ArrayList<>(ELEMENTS);
    for (int element = 0; element < ELEMENTS; element++) {
      double felt = mood + LEANING[element] + ELEMENT_SIGMA * draw.normal();
      elements.add((int) Math.max(1, Math.min(4, Math.round(felt))));
    }
    double elapsed = (draft.closed - draft.submitted) / (double) Span.DAY;
    double remembered = elapsed * (1 + 0.08 * draw.normal());
    double days = Math.max(0, Math.round(remembered * 2) / 2.0);
    return new Answer(answeredAt, elements, 100_000_000L + draw.below(900_000_000), days);
  }

  /** A complaint about {@code draft}, made while it was open or shortly after. */
  static Grievance grievance(Draft draft, Draw draw) {
    double rude = 1 - draft.agency.quality().courtesy();
    long received = received(draft, draw);
    double lot = draw.unit();
    String complaintClass =
        lot < 0.4 ? "information" : lot < 0.85 ? "no_examination" : "examination";
    int limit = lot < 0.4 ? 5 : lot < 0.85 ? 14 : 60;
    long responded =
        Math.max(inDaytime(received, draw.around(0.9 + 1.2 * rude, 0.5)), received + 900);
    long answered = inDaytime(received, limit * draw.around(0.42 + 0.36 * rude, 0.35));
    long resolved = Math.max(answered, responded + 900);
    boolean isAccepted = draw.happens(0.95 - 0.23 * rude);
    boolean isReopened = !isAccepted && draw.happens(0.3);
    return new Grievance(
        category(draw.unit()),
        complaintClass,
        received,
        responded,
        resolved,
        draw.happens(0.05) ? "rejected" : "resolved",
        isAccepted,
        isReopened ? inDaytime(resolved, draw.between(2, 20)) : Draft.NEVER,
        reply(draft, draw));
  }

  /** Some time of the day, while the case was open or within two days. */
  private static long received(Draft draft, Draw draw) {
    long life = Math.min(draft.closed - draft.submitted, 30L * Span.DAY) + 2L * Span.DAY;
    long around = draft.submitted + (long) (draw.unit() * life);
    long daytime =
        Math.floorDiv(around, (long) Span.DAY) * Span.DAY + 8 * 3600 + draw.below(9 * 3600);
    return Math.max(daytime, draft.submitted + 600);
  }

  /** {@code days} after {@code local}, moved to between 8 and 17 o'clock of that day. */
  private static long inDaytime(long local, double days) {
    long moment = local + (long) (days * Span.DAY);
    return Math.floorDiv(moment, (long) Span.DAY) * Span.DAY + 8 * 3600 + moment % (9 * 3600);
  }

  private static String category(double lot) {
    String[] names = {"time", "procedure", "conduct", "cost", "discrimination", "bribery"};
    double[] upTo = {0.42, 0.64, 0.80, 0.90, 0.94, 0.97};
    for (int i = 0; i < names.length; i++) {
      if (lot < upTo[i]) {
        return names[i];
      }
    }
    return "other";
  }

  /** An answer that speaks of this very case: opening, what was done, what comes next. */
  private static String reply(Draft draft, Draw draw) {
    StringBuilder reply = new StringBuilder();
    for (String part : List.of("open", "done", "next")) {
      List<String[]> choice = SENTENCES.stream().filter(line -> line[0].equals(part)).toList();
      String sentence = choice.get(draw.below(choice.size()))[1];
      reply.append(reply.length() == 0 ? "" : " ").append(sentence.replace("%s", draft.id));
    }
    return reply.toString();
  }
}
