package id.rapor.ingest;

import static id.rapor.ingest.Rule.Severity.REFUSE;
import static id.rapor.ingest.Rule.Severity.WARN;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_utc_timestamp;

import id.rapor.table.Budgets;
import id.rapor.table.Cases;
import id.rapor.table.Complaints;
import id.rapor.table.Feed;
import id.rapor.table.Feeds;
import id.rapor.table.Field;
import id.rapor.table.Pauses;
import id.rapor.table.Payments;
import id.rapor.table.RawLines;
import id.rapor.table.Staffing;
import id.rapor.table.Steps;
import id.rapor.table.Surveys;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Column;

/**
 * The rules that every line is held against. A line gets all that it breaks at once; one that
 * breaks only warnings is accepted and marked.
 */
public enum Rule {
  MALFORMED_LINE(
      REFUSE,
      Feeds.ALL,
      "The line has more or fewer values than the file has columns.",
      "Jumlah isian baris tidak sama dengan jumlah kolom."),
  REQUIRED(
      REFUSE, Feeds.ALL, "A column that must be filled is empty.", "Kolom wajib tidak terisi."),
  WRONG_TYPE(
      REFUSE,
      Feeds.ALL,
      "A value is not of its column's type.",
      "Isian tidak sesuai dengan jenis kolomnya."),
  UNKNOWN_AGENCY(
      REFUSE,
      Feeds.ALL,
      "The reference names no such agency.",
      "Instansi tidak ada dalam tabel acuan.",
      RawLines.AGENCY_KNOWN.col().equalTo(false)),
  UNKNOWN_REGION(
      WARN,
      List.of(Cases.FEED, Surveys.FEED, Complaints.FEED),
      "The reference names no such region.",
      "Wilayah tidak ada dalam tabel acuan.",
      RawLines.REGION_KNOWN.col().equalTo(false)),
  UNKNOWN_SERVICE(
      WARN,
      List.of(Cases.FEED, Surveys.FEED, Complaints.FEED),
      "The reference names no such service.",
      "Layanan tidak ada dalam tabel acuan.",
      RawLines.SERVICE_KNOWN.col().equalTo(false)),
  UNKNOWN_CASE_STATUS(
      REFUSE,
      List.of(Cases.FEED),
      "The status is none of completed, rejected, withdrawn, pending.",
      "Status bukan completed, rejected, withdrawn, atau pending.",
      oneOf(Cases.STATUS, "completed", "rejected", "withdrawn", "pending")),
  CLOSED_BEFORE_SUBMITTED(
      REFUSE,
      List.of(Cases.FEED),
      "It was closed before it was handed in.",
      "Ditutup sebelum diajukan.",
      closedBeforeSubmitted()),
  DECIDED_WITHOUT_TIME(
      REFUSE,
      List.of(Cases.FEED),
      "It is completed or rejected, but nobody says when.",
      "Selesai atau ditolak tanpa waktu penutupan.",
      Cases.STATUS.col().isin("completed", "rejected").and(Cases.CLOSED_AT.col().isNull())),
  CLOSED_YET_PENDING(
      WARN,
      List.of(Cases.FEED),
      "It is pending, but has a closing time; it counts as open.",
      "Masih berjalan tetapi punya waktu penutupan; dihitung terbuka.",
      Cases.STATUS.col().equalTo("pending").and(Cases.CLOSED_AT.col().isNotNull())),
  COMPLETE_BEFORE_SUBMITTED(
      WARN,
      List.of(Cases.FEED),
      "The file was complete before it was handed in.",
      "Berkas lengkap sebelum diajukan.",
      Cases.COMPLETE_AT.col().lt(Cases.SUBMITTED_AT.col())),
  COMPLETE_AFTER_CLOSED(
      WARN,
      List.of(Cases.FEED),
      "The file was complete only after it was decided.",
      "Berkas lengkap setelah diputuskan.",
      Cases.COMPLETE_AT.col().gt(Cases.CLOSED_AT.col())),
  NEGATIVE_FEE(
      REFUSE,
      List.of(Cases.FEED),
      "The fee is below zero.",
      "Biaya kurang dari nol.",
      below(Cases.FEE_PAID, 0)),
  NEGATIVE_COUNT(
      REFUSE,
      List.of(Cases.FEED),
      "Minutes paused, visits, returns or documents are below zero.",
      "Menit jeda, kunjungan, pengembalian, atau dokumen kurang dari nol.",
      anyBelow(0, Cases.PAUSED_MINUTES, Cases.VISITS, Cases.RETURNS, Cases.DOCUMENTS_REQUESTED)),
  NEGATIVE_QUANTITY(
      REFUSE,
      List.of(Cases.FEED),
      "The quantity of the fee is below zero.",
      "Kuantitas biaya kurang dari nol.",
      below(Cases.FEE_QUANTITY, 0)),
  STEP_ENDED_BEFORE_STARTED(
      REFUSE,
      List.of(Steps.FEED),
      "The step ended before it began.",
      "Tahap berakhir sebelum dimulai.",
      Steps.ENDED_AT.col().lt(Steps.STARTED_AT.col())),
  RESUMED_BEFORE_PAUSED(
      REFUSE,
      List.of(Pauses.FEED),
      "The clock ran again before it was stopped.",
      "Waktu berjalan lagi sebelum dihentikan.",
      Pauses.RESUMED_AT.col().lt(Pauses.PAUSED_AT.col())),
  NEGATIVE_PAYMENT(
      REFUSE,
      List.of(Payments.FEED),
      "The payment is below zero.",
      "Pembayaran kurang dari nol.",
      below(Payments.AMOUNT, 0)),
  WRONG_SURVEY_SCALE(
      REFUSE,
      List.of(Surveys.FEED),
      "An answer is not 1, 2, 3 or 4.",
      "Jawaban bukan 1, 2, 3, atau 4.",
      offScale()),
  UNKNOWN_COMPLAINT_STATUS(
      REFUSE,
      List.of(Complaints.FEED),
      "The status is none of open, resolved, rejected.",
      "Status bukan open, resolved, atau rejected.",
      oneOf(Complaints.STATUS, "open", "resolved", "rejected")),
  UNKNOWN_COMPLAINT_CLASS(
      WARN,
      List.of(Complaints.FEED),
      "The class is none of information, no_examination, examination.",
      "Kelas bukan information, no_examination, atau examination.",
      oneOf(Complaints.CLASS, "information", "no_examination", "examination")),
  RESOLVED_BEFORE_RECEIVED(
      REFUSE,
      List.of(Complaints.FEED),
      "It was resolved before it came in.",
      "Diselesaikan sebelum diterima.",
      Complaints.RESOLVED_AT.col().lt(Complaints.RECEIVED_AT.col())),
  WRONG_MONTH(
      REFUSE,
      List.of(Staffing.FEED, Budgets.FEED),
      "The period is no month, YYYY-MM.",
      "Periode bukan bulan, YYYY-MM.",
      Staffing.PERIOD.col().rlike("^\\d{4}-(0[1-9]|1[0-2])$").equalTo(false)),
  NEGATIVE_STAFF(
      REFUSE,
      List.of(Staffing.FEED),
      "A number of officers is below zero.",
      "Jumlah petugas kurang dari nol.",
      anyBelow(
          0,
          Staffing.HEADCOUNT,
          Staffing.TRAINED_ALL,
          Staffing.TRAINED_TECHNICAL,
          Staffing.TRAINED_COMMUNICATION,
          Staffing.TRAINED_ETHICS)),
  MORE_TRAINED_THAN_STAFF(
      REFUSE,
      List.of(Staffing.FEED),
      "More officers are trained than there are.",
      "Petugas terlatih lebih banyak daripada petugas.",
      Staffing.TRAINED_ALL.col().gt(Staffing.HEADCOUNT.col())),
  NEGATIVE_BUDGET(
      REFUSE,
      List.of(Budgets.FEED),
      "Budget or spending is below zero.",
      "Anggaran atau belanja kurang dari nol.",
      anyBelow(0, Budgets.ALLOCATED, Budgets.REALISED));

  /** What becomes of a line that breaks the rule. */
  public enum Severity {
    /** It goes to quarantine. */
    REFUSE,
    /** It is accepted and marked. */
    WARN
  }

  private final Severity severity;
  private final List<Feed> feeds;
  private final String sentenceEn;
  private final String sentenceId;
  private final Optional<Column> broken;

  Rule(Severity severity, List<Feed> feeds, String sentenceEn, String sentenceId) {
    this(severity, feeds, sentenceEn, sentenceId, null);
  }

  Rule(Severity severity, List<Feed> feeds, String sentenceEn, String sentenceId, Column broken) {
    this.severity = severity;
    this.feeds = feeds;
    this.sentenceEn = sentenceEn;
    this.sentenceId = sentenceId;
    this.broken = Optional.ofNullable(broken);
  }

  /** The name in quarantine; never changes. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Severity severity() {
    return severity;
  }

  public List<Feed> feeds() {
    return feeds;
  }

  public String sentenceEn() {
    return sentenceEn;
  }

  public String sentenceId() {
    return sentenceId;
  }

  /**
   * True for a typed line that breaks it; empty for the rules of form, which {@code Checking}
   * finds.
   */
  Optional<Column> broken() {
    return broken;
  }

  private static Column oneOf(Field field, Object... codes) {
    return field.col().isNotNull().and(field.col().isin(codes).equalTo(false));
  }

  private static Column below(Field field, int least) {
    return field.col().lt(least);
  }

  /** A closing without a time of day is local midnight: it counts as some time on that day. */
  private static Column closedBeforeSubmitted() {
    Column zone = RawLines.ZONE.col();
    Column dayOfSubmission =
        to_utc_timestamp(
            date_trunc("day", from_utc_timestamp(Cases.SUBMITTED_AT.col(), zone)), zone);
    return Cases.CLOSED_AT
        .col()
        .lt(Cases.SUBMITTED_AT.col())
        .and(Cases.CLOSED_AT.col().notEqual(dayOfSubmission));
  }

  private static Column anyBelow(int least, Field... fields) {
    Column any = lit(false);
    for (Field field : fields) {
      any = any.or(coalesce(below(field, least), lit(false)));
    }
    return any;
  }

  private static Column offScale() {
    Column any = lit(false);
    for (Field element : Surveys.ELEMENTS) {
      any = any.or(coalesce(element.col().between(1, 4).equalTo(false), lit(false)));
    }
    return any;
  }
}
