package id.rapor.ingest;

import static id.rapor.ingest.Clause.warn;
import static id.rapor.ingest.Conditions.daysApart;

import id.rapor.table.Cases;
import id.rapor.table.Complaints;
import id.rapor.table.Documents;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.LinkedLines;
import id.rapor.table.Pauses;
import id.rapor.table.Payments;
import id.rapor.table.Steps;
import id.rapor.table.Surveys;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * Rules on what a line says of a case that other lines tell of: they see the cases and payments
 * accepted up to the delivery that brings the line, and that delivery's own. Times without an hour
 * are midnight, so that an order is wrong only by more than a day.
 */
final class TableRules {
  private static final long DAYS = 1;

  /** When the line's event happened, by feed; only lines of these feeds name a case. */
  static final Map<Feed, Field> MOMENTS =
      Map.of(
          Steps.FEED, Steps.STARTED_AT,
          Pauses.FEED, Pauses.PAUSED_AT,
          Documents.FEED, Documents.REQUESTED_AT,
          Payments.FEED, Payments.PAID_AT,
          Surveys.FEED, Surveys.ANSWERED_AT,
          Complaints.FEED, Complaints.RECEIVED_AT);

  static final Clause UNKNOWN_CASE =
      warn(Steps.FEED, Pauses.FEED, Documents.FEED, Surveys.FEED, Complaints.FEED)
          .at(Cases.AGENCY_ID, Cases.CASE_ID)
          .whenInTables(feed -> LinkedLines.CASE_KNOWN.col().isNull())
          .says("Nobody has told of the case so far.", "Permohonannya belum pernah dilaporkan.");
  static final Clause PAYMENT_WITHOUT_CASE =
      warn(Payments.FEED)
          .at(Cases.AGENCY_ID, Cases.CASE_ID)
          .whenInTables(feed -> LinkedLines.CASE_KNOWN.col().isNull())
          .says(
              "It was paid for a case that nobody has told of so far.",
              "Dibayar untuk permohonan yang belum pernah dilaporkan.");
  static final Clause FEE_WITHOUT_PAYMENT =
      warn(Cases.FEED)
          .at(Cases.FEE_PAID)
          .whenInTables(
              feed ->
                  LinkedLines.PAYMENTS_KNOWN
                      .col()
                      .isNotNull()
                      .and(LinkedLines.PAYMENT_KNOWN.col().isNull()))
          .says(
              "A fee was paid, but of the agency's payments so far none is for it.",
              "Biaya dibayar tetapi tidak ada di antara pembayaran instansi sejauh ini.");
  static final Clause STEP_BEFORE_CASE =
      beforeSubmission(Steps.FEED, Steps.STARTED_AT)
          .says(
              "The step began more than a day before the case was handed in.",
              "Tahap dimulai lebih dari sehari sebelum permohonan diajukan.");
  static final Clause PAUSE_BEFORE_CASE =
      beforeSubmission(Pauses.FEED, Pauses.PAUSED_AT)
          .says(
              "The clock was stopped more than a day before the case was handed in.",
              "Waktu dihentikan lebih dari sehari sebelum permohonan diajukan.");
  static final Clause PAYMENT_BEFORE_CASE =
      beforeSubmission(Payments.FEED, Payments.PAID_AT)
          .says(
              "It was paid more than a day before the case was handed in.",
              "Dibayar lebih dari sehari sebelum permohonan diajukan.");
  static final Clause PAUSE_AFTER_CLOSING =
      warn(Pauses.FEED)
          .at(Pauses.PAUSED_AT)
          .whenInTables(
              feed -> daysApart(LinkedLines.CLOSED_AT.col(), LinkedLines.MOMENT.col(), DAYS))
          .says(
              "The clock was stopped more than a day after the case was closed.",
              "Waktu dihentikan lebih dari sehari setelah permohonan ditutup.");
  static final Clause SURVEY_BEFORE_CLOSING =
      warn(Surveys.FEED)
          .at(Surveys.ANSWERED_AT)
          .whenInTables(
              feed -> daysApart(LinkedLines.MOMENT.col(), LinkedLines.CLOSED_AT.col(), DAYS))
          .says(
              "It was answered more than a day before the case was closed.",
              "Dijawab lebih dari sehari sebelum permohonan ditutup.");

  private TableRules() {}

  private static Clause beforeSubmission(Feed feed, Field moment) {
    Column early = daysApart(LinkedLines.MOMENT.col(), LinkedLines.SUBMITTED_AT.col(), DAYS);
    return warn(feed).at(moment).whenInTables(any -> early);
  }
}
