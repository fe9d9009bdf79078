package id.rapor.sample;

import static id.rapor.sample.Wrong.Stage.PAID;
import static id.rapor.sample.Wrong.Stage.PLANNED;
import static id.rapor.sample.Wrong.Stage.TIMED;
import static id.rapor.sample.Wrong.Stage.TOLD;

import id.rapor.sample.Agency.Habit;
import id.rapor.sample.Wrong.Subject;
import java.util.List;

/** The list of wrongs: one entry each. Those that need the most cases choose first. */
final class WrongList {
  static final List<Wrong> ALL =
      List.of(
          Wrong.ofAgency(
              "round_fee_heaping",
              PAID,
              0.15,
              450,
              WrongList::sellsServices,
              FeeWrongs::askRoundSums),
          Wrong.ofAgency(
                  "officer_concentration",
                  PAID,
                  1,
                  450,
                  WrongList::sellsServices,
                  FeeWrongs::askAlone)
              .by(Subject.OFFICER),
          Wrong.ofAgency(
              "fee_for_speed", PLANNED, 0.2, 400, WrongList::sellsUnseen, FeeWrongs::sellSpeed),
          Wrong.ofAgency(
                  "off_hours_favours",
                  PLANNED,
                  0.15,
                  400,
                  WrongList::takesDays,
                  FairnessWrongs::favourAtNight)
              .by(Subject.AGENCY),
          Wrong.ofAgency(
                  "favoured_pairs", PLANNED, 0.08, 350, WrongList::isAny, FairnessWrongs::favourOne)
              .by(Subject.PAIR),
          Wrong.ofAgency(
                  "group_disparity",
                  PLANNED,
                  1,
                  350,
                  WrongList::takesDays,
                  FairnessWrongs::slowNewcomers)
              .seenIn(Habit.GROUPS),
          Wrong.ofAgency(
                  "queue_jumping",
                  PLANNED,
                  0.3,
                  800,
                  WrongList::takesDays,
                  FairnessWrongs::jumpQueue)
              .seenIn(Habit.STARTS),
          Wrong.ofAgency(
              "complaints_ignored", TOLD, 1, 350, WrongList::isAny, VoiceWrongs::ignoreComplaints),
          Wrong.ofAgency(
              "closed_without_resolution", TOLD, 1, 350, WrongList::isAny, VoiceWrongs::brushOff),
          Wrong.ofAgency(
              "survey_gaming", TOLD, 0.7, 350, WrongList::isAny, VoiceWrongs::answerForThem),
          Wrong.ofAgency(
              "self_report_gap", TOLD, 0.9, 350, WrongList::isAny, VoiceWrongs::reportLonger),
          Wrong.ofAgency("loops", TOLD, 0.7, 250, WrongList::isAny, TraceWrongs::goRound)
              .seenIn(Habit.STEPS),
          Wrong.ofAgency(
                  "duplicate_documents", TOLD, 0.6, 250, WrongList::isAny, TraceWrongs::askTwice)
              .seenIn(Habit.DOCUMENTS),
          Wrong.ofAgency(
              "deadline_bunching", TIMED, 0.9, 300, WrongList::takesDays, TimeWrongs::closeAtLimit),
          Wrong.ofAgency(
                  "clock_stops_at_limit",
                  TIMED,
                  0.8,
                  300,
                  WrongList::takesDays,
                  TimeWrongs::stopClock)
              .seenIn(Habit.PAUSES),
          Wrong.ofAgency(
              "month_end_bunching",
              TIMED,
              0.9,
              200,
              WrongList::takesWeeks,
              TimeWrongs::closeAtMonthEnd),
          Wrong.ofAgency(
              "backdating", TIMED, 0.35, 200, WrongList::takesDays, TimeWrongs::backdate),
          Wrong.ofAgency("slow_agency", PLANNED, 1, 200, WrongList::takesDays, TimeWrongs::dawdle),
          Wrong.ofAgency(
              "excess_handling", TOLD, 0.7, 200, WrongList::isAny, TraceWrongs::sendBack),
          Wrong.ofCases(
              "fee_above_tariff", PAID, 0.08, WrongList::sellsServices, FeeWrongs::askMore),
          Wrong.ofCases(
              "fee_on_free_service", PAID, 0.05, WrongList::servesForFree, FeeWrongs::askForFree),
          Wrong.ofCases(
                  "fee_without_receipt",
                  PAID,
                  0.10,
                  WrongList::sellsServices,
                  FeeWrongs::giveNoReceipt)
              .seenIn(Habit.PAYMENTS),
          Wrong.ofCases("split_payments", PAID, 0.08, WrongList::sellsServices, FeeWrongs::split)
              .seenIn(Habit.PAYMENTS),
          Wrong.ofCases("slow_case", PLANNED, 0.05, WrongList::takesDays, TimeWrongs::letLie),
          Wrong.ofCases("stalled_case", PLANNED, 0.03, WrongList::takesDays, TimeWrongs::forget),
          Wrong.ofCases(
              "instant_completion", PLANNED, 0.04, WrongList::takesDays, TimeWrongs::wink));

  /** What share of the cases is most of them. */
  private static final double MOST = 0.6;

  /** Days of a working week. */
  private static final int WEEK = 5;

  private WrongList() {}

  private static boolean isAny(Agency agency) {
    return agency.cases() > 0;
  }

  /** Where most of what is asked for has a price. */
  private static boolean sellsServices(Agency agency) {
    return agency.asked(offer -> !offer.product().isFree()) >= MOST;
  }

  /** Where the register tells when work began, who buys speed is seen to jump the queue as well. */
  private static boolean sellsUnseen(Agency agency) {
    return sellsServices(agency) && !agency.does(Habit.STARTS);
  }

  private static boolean servesForFree(Agency agency) {
    return agency.kind() == Kind.DUKCAPIL;
  }

  private static boolean takesDays(Agency agency) {
    return agency.kind() != Kind.SATPAS && agency.kind() != Kind.PTSP;
  }

  /** Where most of what is asked for takes so long that some days more do not stand out. */
  private static boolean takesWeeks(Agency agency) {
    return agency.asked(offer -> offer.product().takesDays() && offer.limit() >= WEEK) >= MOST;
  }
}
