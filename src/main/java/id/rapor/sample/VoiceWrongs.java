package id.rapor.sample;

import id.rapor.sample.Draft.Answer;
import id.rapor.sample.Draft.Grievance;
import java.util.Collections;
import java.util.List;

/** Wrongs in how an agency hears its applicants. */
final class VoiceWrongs {
  /** Where complaints are the matter there are more of them. */
  private static final double MORE_COMPLAINTS = 0.08;

  private static final String TEMPLATE = "Terima kasih atas laporan Anda. Aduan telah selesai.";

  private VoiceWrongs() {}

  /** Most complaints are never answered. */
  static boolean ignoreComplaints(Draft draft, Draw draw, Guilt guilt) {
    if (!complains(draft, draw) || draw.happens(0.2)) {
      return false;
    }
    Grievance said = draft.grievance;
    draft.grievance =
        new Grievance(
            said.category(),
            said.complaintClass(),
            said.receivedAt(),
            Draft.NEVER,
            Draft.NEVER,
            "",
            false,
            Draft.NEVER,
            "");
    return true;
  }

  /** Complaints are closed the same day with one sentence for all. */
  static boolean brushOff(Draft draft, Draw draw, Guilt guilt) {
    if (!complains(draft, draw) || draw.happens(0.15)) {
      return false;
    }
    Grievance said = draft.grievance;
    long resolved = said.receivedAt() + 1800 + draw.below(3600);
    boolean isReopened = draw.happens(0.45);
    long reopened = resolved + (2 + draw.below(15)) * (long) Span.DAY;
    draft.grievance =
        new Grievance(
            said.category(),
            said.complaintClass(),
            said.receivedAt(),
            resolved - 600,
            resolved,
            "resolved",
            draw.happens(0.2),
            isReopened ? reopened : Draft.NEVER,
            TEMPLATE);
    return true;
  }

  /** The office answers for the applicants: all fours, from one device, in bursts. */
  static boolean answerForThem(Draft draft, Draw draw, Guilt guilt) {
    if (draft.answer == null) {
      return false;
    }
    List<Integer> fours = Collections.nCopies(Voices.ELEMENTS, 4);
    // All of a week's answers within three minutes of one afternoon.
    long week = 7L * Span.DAY;
    long burst = (Math.floorDiv(draft.answer.answeredAt(), week) + 1) * week + 15 * 3600;
    draft.answer =
        new Answer(
            burst + draw.below(180),
            fours,
            10_000_000L + guilt.agency().index(),
            draft.answer.days());
    return true;
  }

  /** Applicants say that it took far longer than the register has it. */
  static boolean reportLonger(Draft draft, Draw draw, Guilt guilt) {
    if (draft.answer == null) {
      return false;
    }
    double days = Math.round((draft.answer.days() * draw.between(2.5, 4) + 3) * 2) / 2.0;
    draft.answer =
        new Answer(draft.answer.answeredAt(), draft.answer.elements(), draft.answer.device(), days);
    return true;
  }

  private static boolean complains(Draft draft, Draw draw) {
    if (draft.grievance == null && draw.happens(MORE_COMPLAINTS)) {
      draft.grievance = Voices.grievance(draft, draw);
    }
    return draft.grievance != null;
  }
}
