package id.rapor.ingest;

import static id.rapor.ingest.Clause.refuse;
import static id.rapor.ingest.Clause.warn;
import static id.rapor.ingest.Conditions.any;
import static id.rapor.ingest.Conditions.anyBelow;
import static id.rapor.ingest.Conditions.before;
import static id.rapor.ingest.Conditions.below;
import static id.rapor.ingest.Conditions.day;
import static id.rapor.ingest.Conditions.filled;
import static id.rapor.ingest.Conditions.isTrue;
import static id.rapor.ingest.Conditions.midnight;
import static id.rapor.ingest.Conditions.noneOf;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.weekday;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.RawLines;
import java.util.List;
import org.apache.spark.sql.Column;

/** Rules on a case as such. */
final class CaseRules {
  /** No office calls an applicant in, or sends a file back, a hundred times. */
  private static final int MOST_COUNTED = 100;

  private static final int MINUTE_SECONDS = 60;

  /** A closing without a time of day is midnight: the pause may have lasted into that day. */
  private static final int DAY_MINUTES = 24 * 60;

  static final Clause UNKNOWN_STATUS =
      refuse(Cases.FEED)
          .at(Cases.STATUS)
          .when(noneOf(Cases.STATUS, "completed", "rejected", "withdrawn", "pending"))
          .says(
              "The status is none of completed, rejected, withdrawn, pending.",
              "Status bukan completed, rejected, withdrawn, atau pending.");
  static final Clause CLOSED_BEFORE_SUBMITTED =
      refuse(Cases.FEED)
          .at(Cases.CLOSED_AT, Cases.SUBMITTED_AT)
          .when(closedBeforeSubmitted())
          .says("It was closed before it was handed in.", "Ditutup sebelum diajukan.");
  static final Clause DECIDED_WITHOUT_TIME =
      refuse(Cases.FEED)
          .at(Cases.STATUS, Cases.CLOSED_AT)
          .when(
              Cases.STATUS.col().isin("completed", "rejected").and(Cases.CLOSED_AT.col().isNull()))
          .says(
              "It is completed or rejected, but nobody says when.",
              "Selesai atau ditolak tanpa waktu penutupan.");
  static final Clause CLOSED_YET_PENDING =
      warn(Cases.FEED)
          .at(Cases.STATUS, Cases.CLOSED_AT)
          .when(Cases.STATUS.col().equalTo("pending").and(Cases.CLOSED_AT.col().isNotNull()))
          .says(
              "It is pending, but has a closing time; it counts as open.",
              "Masih berjalan tetapi punya waktu penutupan; dihitung terbuka.");
  static final Clause WITHDRAWN_WITHOUT_TIME =
      warn(Cases.FEED)
          .at(Cases.STATUS, Cases.CLOSED_AT)
          .when(Cases.STATUS.col().equalTo("withdrawn").and(Cases.CLOSED_AT.col().isNull()))
          .says("It is withdrawn, but nobody says when.", "Ditarik tanpa waktu penutupan.");
  static final Clause CLOSED_AT_ONCE =
      warn(Cases.FEED)
          .at(Cases.CLOSED_AT, Cases.SUBMITTED_AT)
          .when(
              Cases.CLOSED_AT
                  .col()
                  .equalTo(Cases.SUBMITTED_AT.col())
                  .and(Cases.CLOSED_AT.col().notEqual(midnight(Cases.CLOSED_AT))))
          .says(
              "It was closed in the second in which it was handed in.",
              "Ditutup pada detik yang sama dengan pengajuan.");
  static final Clause COMPLETE_BEFORE_SUBMITTED =
      warn(Cases.FEED)
          .at(Cases.COMPLETE_AT, Cases.SUBMITTED_AT)
          .when(before(Cases.COMPLETE_AT, Cases.SUBMITTED_AT))
          .says(
              "The file was complete before it was handed in.", "Berkas lengkap sebelum diajukan.");
  static final Clause COMPLETE_AFTER_CLOSED =
      warn(Cases.FEED)
          .at(Cases.COMPLETE_AT, Cases.CLOSED_AT)
          .when(before(Cases.CLOSED_AT, Cases.COMPLETE_AT))
          .says(
              "The file was complete only after it was decided.",
              "Berkas lengkap setelah diputuskan.");
  static final Clause STARTED_BEFORE_SUBMITTED =
      warn(Cases.FEED)
          .at(Cases.STARTED_AT, Cases.SUBMITTED_AT)
          .when(day(Cases.STARTED_AT).lt(day(Cases.SUBMITTED_AT)))
          .says(
              "Work on it began on a day before it was handed in.",
              "Dikerjakan pada hari sebelum diajukan.");
  static final Clause STARTED_AFTER_CLOSED =
      warn(Cases.FEED)
          .at(Cases.STARTED_AT, Cases.CLOSED_AT)
          .when(day(Cases.STARTED_AT).gt(day(Cases.CLOSED_AT)))
          .says(
              "Work on it began on a day after it was closed.",
              "Mulai dikerjakan pada hari setelah ditutup.");
  static final Clause PROMISED_BEFORE_SUBMITTED =
      warn(Cases.FEED)
          .at(Cases.PROMISED_AT, Cases.SUBMITTED_AT)
          .when(day(Cases.PROMISED_AT).lt(day(Cases.SUBMITTED_AT)))
          .says(
              "It was promised for a day before it was handed in.",
              "Dijanjikan untuk hari sebelum diajukan.");
  static final Clause CLOSED_ON_CLOSED_DAY =
      warn(Cases.FEED)
          .at(Cases.CLOSED_AT)
          .when(onClosedDay(Cases.CLOSED_AT))
          .says(
              "It was closed on a day on which the office does not open.",
              "Ditutup pada hari kantor tutup.");
  static final Clause COUNTER_ON_CLOSED_DAY =
      warn(Cases.FEED)
          .at(Cases.CHANNEL, Cases.SUBMITTED_AT)
          .when(Cases.CHANNEL.col().equalTo("counter").and(onClosedDay(Cases.SUBMITTED_AT)))
          .says(
              "It was handed in at the counter on a day on which the office does not open.",
              "Diajukan di loket pada hari kantor tutup.");
  static final Clause PAUSED_LONGER_THAN_OPEN =
      warn(Cases.FEED)
          .at(Cases.PAUSED_MINUTES, Cases.SUBMITTED_AT, Cases.CLOSED_AT)
          .when(pausedLongerThanOpen())
          .says(
              "The clock was stopped for longer than the case was open.",
              "Jeda lebih lama daripada umur permohonan.");
  static final Clause NEGATIVE_FEE =
      refuse(Cases.FEED)
          .at(Cases.FEE_PAID)
          .when(below(Cases.FEE_PAID, 0))
          .says("The fee is below zero.", "Biaya kurang dari nol.");
  static final Clause NEGATIVE_COUNT =
      refuse(Cases.FEED)
          .at(Cases.PAUSED_MINUTES, Cases.VISITS, Cases.RETURNS, Cases.DOCUMENTS_REQUESTED)
          .when(
              anyBelow(
                  0, Cases.PAUSED_MINUTES, Cases.VISITS, Cases.RETURNS, Cases.DOCUMENTS_REQUESTED))
          .says(
              "Minutes paused, visits, returns or documents are below zero.",
              "Menit jeda, kunjungan, pengembalian, atau dokumen kurang dari nol.");
  static final Clause IMPLAUSIBLE_COUNT =
      warn(Cases.FEED)
          .at(Cases.VISITS, Cases.RETURNS, Cases.DOCUMENTS_REQUESTED)
          .when(
              any(
                  List.of(Cases.VISITS, Cases.RETURNS, Cases.DOCUMENTS_REQUESTED),
                  count -> count.col().gt(MOST_COUNTED)))
          .says(
              "Visits, returns or documents are more than a hundred.",
              "Kunjungan, pengembalian, atau dokumen lebih dari seratus.");
  static final Clause NEGATIVE_QUANTITY =
      refuse(Cases.FEED)
          .at(Cases.FEE_QUANTITY)
          .when(below(Cases.FEE_QUANTITY, 0))
          .says("The quantity of the fee is below zero.", "Kuantitas biaya kurang dari nol.");
  static final Clause FEE_FOR_NOTHING =
      warn(Cases.FEED)
          .at(Cases.FEE_PAID, Cases.FEE_QUANTITY)
          .when(paid().and(Cases.FEE_QUANTITY.col().equalTo(0)))
          .says("A fee was paid for a quantity of zero.", "Biaya dibayar untuk kuantitas nol.");
  static final Clause FEE_DESPITE_WAIVER =
      warn(Cases.FEED)
          .at(Cases.FEE_PAID, Cases.FEE_WAIVER)
          .when(paid().and(filled(Cases.FEE_WAIVER)))
          .says(
              "A fee was paid although a waiver is stated.",
              "Biaya dibayar walaupun ada pembebasan.");
  static final Clause GROUND_WITHOUT_PRIORITY =
      warn(Cases.FEED)
          .at(Cases.PRIORITY_GROUND, Cases.PRIORITISED)
          .when(filled(Cases.PRIORITY_GROUND).and(isTrue(Cases.PRIORITISED).equalTo(false)))
          .says(
              "A ground for priority is stated, but it was not taken out of order.",
              "Ada alasan prioritas tetapi tidak didahulukan.");

  private CaseRules() {}

  /** A closing without a time of day is local midnight: it counts as some time on that day. */
  private static Column closedBeforeSubmitted() {
    return before(Cases.CLOSED_AT, Cases.SUBMITTED_AT)
        .and(Cases.CLOSED_AT.col().notEqual(midnight(Cases.SUBMITTED_AT)));
  }

  private static Column paid() {
    return Cases.FEE_PAID.col().gt(0);
  }

  private static Column pausedLongerThanOpen() {
    Column open =
        unix_seconds(Cases.CLOSED_AT.col())
            .minus(unix_seconds(Cases.SUBMITTED_AT.col()))
            .divide(MINUTE_SECONDS);
    return Cases.PAUSED_MINUTES.col().gt(open.plus(DAY_MINUTES));
  }

  /** By the days of the case's region, else of the agency's; then by the agency's week. */
  private static Column onClosedDay(Field time) {
    Column outOfTurn =
        when(
                Cases.REGION_CODE.col().isNotNull(),
                listed(time, RawLines.REGION_DAYS, RawLines.REGION_FIRST_DAY))
            .otherwise(listed(time, RawLines.AGENCY_DAYS, RawLines.AGENCY_FIRST_DAY));
    Column ofWeek = get(RawLines.AGENCY_WEEK.col(), weekday(day(time)));
    return coalesce(outOfTurn, ofWeek, lit(true)).equalTo(false).and(time.col().isNotNull());
  }

  private static Column listed(Field time, Field days, Field first) {
    return get(days.col(), datediff(day(time), first.col()));
  }
}
