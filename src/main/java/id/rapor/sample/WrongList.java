package id.rapor.sample;

import static id.rapor.sample.Wrong.Stage.PAID;
import static id.rapor.sample.Wrong.Stage.PLANNED;
import static id.rapor.sample.Wrong.Stage.TIMED;
import static id.rapor.sample.Wrong.Stage.TOLD;

import id.rapor.sample.Agency.Habit;
import id.rapor.sample.Wrong.Subject;
import java.util.List;
import java.util.function.Predicate;

/** The list of wrongs: one entry each. Those that need the most cases choose first. */
final class WrongList {
  private static final Predicate<Agency> ANYWHERE = agency -> true;
  private static final Predicate<Agency> PAID_SERVICES =
      agency -> agency.kind() != Kind.DUKCAPIL && agency.kind() != Kind.PTSP;
  private static final Predicate<Agency> FREE_SERVICES = agency -> agency.kind() == Kind.DUKCAPIL;
  private static final Predicate<Agency> LIMITS_IN_DAYS =
      agency -> agency.kind() != Kind.SATPAS && agency.kind() != Kind.PTSP;

  static final List<Wrong> ALL =
      List.of(
          Wrong.ofAgency(
              "round_fee_heaping", PAID, 0.25, 450, PAID_SERVICES, FeeWrongs::askRoundSums),
          Wrong.ofAgency("officer_concentration", PAID, 1, 450, PAID_SERVICES, FeeWrongs::askAlone)
              .by(Subject.OFFICER),
          Wrong.ofAgency("fee_for_speed", PLANNED, 0.2, 400, PAID_SERVICES, FeeWrongs::sellSpeed),
          Wrong.ofAgency(
                  "off_hours_favours", PLANNED, 0.15, 400, ANYWHERE, FairnessWrongs::favourAtNight)
              .by(Subject.AGENCY),
          Wrong.ofAgency("favoured_pairs", PLANNED, 0.08, 350, ANYWHERE, FairnessWrongs::favourOne)
              .by(Subject.PAIR),
          Wrong.ofAgency(
                  "group_disparity", PLANNED, 1, 350, LIMITS_IN_DAYS, FairnessWrongs::slowNewcomers)
              .seenIn(Habit.GROUPS),
          Wrong.ofAgency(
                  "queue_jumping", PLANNED, 0.3, 350, LIMITS_IN_DAYS, FairnessWrongs::jumpQueue)
              .seenIn(Habit.STARTS),
          Wrong.ofAgency(
              "complaints_ignored", TOLD, 1, 350, ANYWHERE, VoiceWrongs::ignoreComplaints),
          Wrong.ofAgency(
              "closed_without_resolution", TOLD, 1, 350, ANYWHERE, VoiceWrongs::brushOff),
          Wrong.ofAgency("survey_gaming", TOLD, 0.7, 350, ANYWHERE, VoiceWrongs::answerForThem),
          Wrong.ofAgency("self_report_gap", TOLD, 0.9, 350, ANYWHERE, VoiceWrongs::reportLonger),
          Wrong.ofAgency("loops", TOLD, 0.7, 250, ANYWHERE, TraceWrongs::goRound)
              .seenIn(Habit.STEPS),
          Wrong.ofAgency("duplicate_documents", TOLD, 0.6, 250, ANYWHERE, TraceWrongs::askTwice)
              .seenIn(Habit.DOCUMENTS),
          Wrong.ofAgency(
              "deadline_bunching", TIMED, 0.9, 300, LIMITS_IN_DAYS, TimeWrongs::closeAtLimit),
          Wrong.ofAgency(
                  "clock_stops_at_limit", TIMED, 0.8, 300, LIMITS_IN_DAYS, TimeWrongs::stopClock)
              .seenIn(Habit.PAUSES),
          Wrong.ofAgency(
              "month_end_bunching", TIMED, 0.7, 250, LIMITS_IN_DAYS, TimeWrongs::closeAtMonthEnd),
          Wrong.ofAgency("backdating", TIMED, 0.35, 200, LIMITS_IN_DAYS, TimeWrongs::backdate),
          Wrong.ofAgency("slow_agency", PLANNED, 1, 200, LIMITS_IN_DAYS, TimeWrongs::dawdle),
          Wrong.ofAgency("excess_handling", TOLD, 0.7, 200, ANYWHERE, TraceWrongs::sendBack),
          Wrong.ofCases("fee_above_tariff", PAID, 0.08, PAID_SERVICES, FeeWrongs::askMore),
          Wrong.ofCases("fee_on_free_service", PAID, 0.05, FREE_SERVICES, FeeWrongs::askForFree),
          Wrong.ofCases("fee_without_receipt", PAID, 0.10, PAID_SERVICES, FeeWrongs::giveNoReceipt)
              .seenIn(Habit.PAYMENTS),
          Wrong.ofCases("split_payments", PAID, 0.08, PAID_SERVICES, FeeWrongs::split)
              .seenIn(Habit.PAYMENTS),
          Wrong.ofCases("slow_case", PLANNED, 0.03, LIMITS_IN_DAYS, TimeWrongs::letLie),
          Wrong.ofCases("stalled_case", PLANNED, 0.03, LIMITS_IN_DAYS, TimeWrongs::forget),
          Wrong.ofCases("instant_completion", PLANNED, 0.04, LIMITS_IN_DAYS, TimeWrongs::wink));

  private WrongList() {}
}
