package id.rapor.ingest;

import static id.rapor.ingest.Clause.refuse;
import static id.rapor.ingest.Clause.warn;
import static id.rapor.ingest.Conditions.above;
import static id.rapor.ingest.Conditions.any;
import static id.rapor.ingest.Conditions.anyBelow;
import static id.rapor.ingest.Conditions.before;
import static id.rapor.ingest.Conditions.below;
import static id.rapor.ingest.Conditions.noneOf;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_format;

import id.rapor.table.Budgets;
import id.rapor.table.Complaints;
import id.rapor.table.Field;
import id.rapor.table.Pauses;
import id.rapor.table.Payments;
import id.rapor.table.RawLines;
import id.rapor.table.Staffing;
import id.rapor.table.Steps;
import id.rapor.table.Surveys;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** Rules on what stands beside cases: steps, pauses, payments, surveys, complaints, months. */
final class RecordRules {
  private static final String MONTH = "^\\d{4}-(0[1-9]|1[0-2])$";

  /** Of the officers there are. */
  private static final List<Field> OF_HEADCOUNT =
      List.of(
          Staffing.TRAINED_ALL,
          Staffing.TRAINED_TECHNICAL,
          Staffing.TRAINED_COMMUNICATION,
          Staffing.TRAINED_ETHICS,
          Staffing.SUPERVISED);

  /** All numbers of a month of staff. */
  private static final List<Field> COUNTED =
      Staffing.FEED.columns().stream()
          .filter(field -> field.type().equals(Field.WHOLE) || field.type().equals(Field.REAL))
          .toList();

  static final Clause STEP_ENDED_BEFORE_STARTED =
      refuse(Steps.FEED)
          .at(Steps.ENDED_AT, Steps.STARTED_AT)
          .when(before(Steps.ENDED_AT, Steps.STARTED_AT))
          .says("The step ended before it began.", "Tahap berakhir sebelum dimulai.");
  static final Clause RESUMED_BEFORE_PAUSED =
      refuse(Pauses.FEED)
          .at(Pauses.RESUMED_AT, Pauses.PAUSED_AT)
          .when(before(Pauses.RESUMED_AT, Pauses.PAUSED_AT))
          .says(
              "The clock ran again before it was stopped.",
              "Waktu berjalan lagi sebelum dihentikan.");
  static final Clause NEGATIVE_PAYMENT =
      refuse(Payments.FEED)
          .at(Payments.AMOUNT)
          .when(below(Payments.AMOUNT, 0))
          .says("The payment is below zero.", "Pembayaran kurang dari nol.");
  static final Clause EMPTY_PAYMENT =
      warn(Payments.FEED)
          .at(Payments.AMOUNT)
          .when(Payments.AMOUNT.col().equalTo(0))
          .says("The payment is of nothing.", "Pembayaran bernilai nol.");
  static final Clause WRONG_SCALE =
      refuse(Surveys.FEED)
          .at(Surveys.ELEMENTS.toArray(Field[]::new))
          .when(any(Surveys.ELEMENTS, element -> element.col().between(1, 4).equalTo(false)))
          .says("An answer is not 1, 2, 3 or 4.", "Jawaban bukan 1, 2, 3, atau 4.");
  static final Clause NO_ANSWERS =
      warn(Surveys.FEED)
          .at(Surveys.ELEMENTS.toArray(Field[]::new))
          .when(coalesce(Surveys.ELEMENTS.stream().map(Field::col).toArray(Column[]::new)).isNull())
          .says(
              "None of the nine elements is answered.",
              "Tidak satu pun dari sembilan unsur dijawab.");
  static final Clause NEGATIVE_DAYS =
      refuse(Surveys.FEED)
          .at(Surveys.REPORTED_DAYS)
          .when(below(Surveys.REPORTED_DAYS, 0))
          .says(
              "The days that the applicant reports are below zero.",
              "Lama hari menurut pemohon kurang dari nol.");
  static final Clause UNKNOWN_STATUS =
      refuse(Complaints.FEED)
          .at(Complaints.STATUS)
          .when(noneOf(Complaints.STATUS, "open", "resolved", "rejected"))
          .says(
              "The status is none of open, resolved, rejected.",
              "Status bukan open, resolved, atau rejected.");
  static final Clause UNKNOWN_CLASS =
      warn(Complaints.FEED)
          .at(Complaints.CLASS)
          .when(noneOf(Complaints.CLASS, "information", "no_examination", "examination"))
          .says(
              "The class is none of information, no_examination, examination.",
              "Kelas bukan information, no_examination, atau examination.");
  static final Clause UNKNOWN_CATEGORY =
      warn(Complaints.FEED)
          .at(Complaints.CATEGORY)
          .when(
              noneOf(
                  Complaints.CATEGORY,
                  "time",
                  "cost",
                  "procedure",
                  "discrimination",
                  "bribery",
                  "conduct",
                  "other"))
          .says(
              "The category is none of the seven that complaints are sorted by.",
              "Kategori bukan salah satu dari tujuh kategori pengaduan.");
  static final Clause RESOLVED_BEFORE_RECEIVED =
      refuse(Complaints.FEED)
          .at(Complaints.RESOLVED_AT, Complaints.RECEIVED_AT)
          .when(before(Complaints.RESOLVED_AT, Complaints.RECEIVED_AT))
          .says("It was resolved before it came in.", "Diselesaikan sebelum diterima.");
  static final Clause ANSWERED_BEFORE_RECEIVED =
      warn(Complaints.FEED)
          .at(Complaints.FIRST_RESPONSE_AT, Complaints.RECEIVED_AT)
          .when(before(Complaints.FIRST_RESPONSE_AT, Complaints.RECEIVED_AT))
          .says("It was answered before it came in.", "Ditanggapi sebelum diterima.");
  static final Clause REOPENED_BEFORE_RESOLVED =
      warn(Complaints.FEED)
          .at(Complaints.REOPENED_AT, Complaints.RESOLVED_AT)
          .when(before(Complaints.REOPENED_AT, Complaints.RESOLVED_AT))
          .says(
              "It was opened again before it was resolved.",
              "Dibuka kembali sebelum diselesaikan.");
  static final Clause RESOLVED_WITHOUT_TIME =
      warn(Complaints.FEED)
          .at(Complaints.STATUS, Complaints.RESOLVED_AT)
          .when(
              Complaints.STATUS
                  .col()
                  .equalTo("resolved")
                  .and(Complaints.RESOLVED_AT.col().isNull()))
          .says("It is resolved, but nobody says when.", "Selesai tanpa waktu penyelesaian.");
  static final Clause RESOLVED_YET_OPEN =
      warn(Complaints.FEED)
          .at(Complaints.STATUS, Complaints.RESOLVED_AT, Complaints.REOPENED_AT)
          .when(
              Complaints.STATUS
                  .col()
                  .equalTo("open")
                  .and(Complaints.RESOLVED_AT.col().isNotNull())
                  .and(Complaints.REOPENED_AT.col().isNull()))
          .says(
              "It is open and was never opened again, but has a time of resolution.",
              "Masih terbuka tetapi punya waktu penyelesaian.");
  static final Clause WRONG_MONTH =
      refuse(Staffing.FEED, Budgets.FEED)
          .at(Staffing.PERIOD)
          .when(Staffing.PERIOD.col().rlike(MONTH).equalTo(false))
          .says("The period is no month, YYYY-MM.", "Periode bukan bulan, YYYY-MM.");
  static final Clause FUTURE_MONTH =
      warn(Staffing.FEED, Budgets.FEED)
          .at(Staffing.PERIOD)
          .when(Staffing.PERIOD.col().rlike(MONTH).and(Staffing.PERIOD.col().gt(thisMonth())))
          .says(
              "The month had not begun when the line was read.",
              "Bulannya belum mulai ketika baris dibaca.");
  static final Clause NEGATIVE_STAFF =
      refuse(Staffing.FEED)
          .at(COUNTED.toArray(Field[]::new))
          .when(any(COUNTED, counted -> below(counted, 0)))
          .says(
              "A number of officers, posts, actions or hours of training is below zero.",
              "Jumlah petugas, jabatan, tindak lanjut, atau jam pelatihan kurang dari nol.");
  static final Clause MORE_TRAINED_THAN_STAFF =
      refuse(Staffing.FEED)
          .at(
              Stream.concat(OF_HEADCOUNT.stream(), Stream.of(Staffing.HEADCOUNT))
                  .toArray(Field[]::new))
          .when(any(OF_HEADCOUNT, part -> above(part, Staffing.HEADCOUNT)))
          .says(
              "More officers are trained or supervised than there are.",
              "Petugas yang terlatih atau disupervisi lebih banyak daripada petugas.");
  static final Clause MORE_FILLED_THAN_POSTS =
      refuse(Staffing.FEED)
          .at(Staffing.LEADERSHIP_POSTS_FILLED, Staffing.LEADERSHIP_POSTS)
          .when(above(Staffing.LEADERSHIP_POSTS_FILLED, Staffing.LEADERSHIP_POSTS))
          .says(
              "More posts of leadership are filled than there are.",
              "Jabatan pimpinan terisi lebih banyak daripada jabatannya.");
  static final Clause MORE_CLOSED_THAN_DUE =
      refuse(Staffing.FEED)
          .at(Staffing.ACTIONS_CLOSED, Staffing.ACTIONS_DUE)
          .when(above(Staffing.ACTIONS_CLOSED, Staffing.ACTIONS_DUE))
          .says(
              "More follow-up actions are closed than were due.",
              "Tindak lanjut yang selesai lebih banyak daripada yang jatuh tempo.");
  static final Clause NEGATIVE_BUDGET =
      refuse(Budgets.FEED)
          .at(Budgets.ALLOCATED, Budgets.REALISED)
          .when(anyBelow(0, Budgets.ALLOCATED, Budgets.REALISED))
          .says("Budget or spending is below zero.", "Anggaran atau belanja kurang dari nol.");

  private RecordRules() {}

  private static Column thisMonth() {
    return date_format(LineFunctions.wallClock(RawLines.NOW.col(), RawLines.ZONE.col()), "yyyy-MM");
  }
}
