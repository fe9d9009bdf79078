package id.rapor.ingest;

import id.rapor.table.Feed;
import id.rapor.table.Field;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;

/**
 * The rules that every line is held against: what each says, and in which file its condition
 * stands. A line gets all that it breaks at once; one that breaks only warnings is accepted and
 * marked. To add a rule, add its clause there and one constant here.
 */
public enum Rule {
  MALFORMED_LINE(
      LineRules.MALFORMED,
      "The line has more or fewer values than the file has columns.",
      "Jumlah isian baris tidak sama dengan jumlah kolom."),
  REQUIRED(
      LineRules.REQUIRED, "A column that must be filled is empty.", "Kolom wajib tidak terisi."),
  WRONG_TYPE(
      LineRules.WRONG_TYPE,
      "A value is not of its column's type.",
      "Isian tidak sesuai dengan jenis kolomnya."),
  UNKNOWN_AGENCY(
      LineRules.UNKNOWN_AGENCY,
      "The reference names no such agency.",
      "Instansi tidak ada dalam tabel acuan."),
  UNKNOWN_REGION(
      LineRules.UNKNOWN_REGION,
      "The reference names no such region.",
      "Wilayah tidak ada dalam tabel acuan."),
  UNKNOWN_SERVICE(
      LineRules.UNKNOWN_SERVICE,
      "The reference names no such service.",
      "Layanan tidak ada dalam tabel acuan."),
  DUPLICATE_KEY(
      LineRules.DUPLICATE_KEY,
      "Its file tells the row twice, differently, as of one moment; the later line counts.",
      "Berkas memuat baris ini dua kali dengan isi berbeda; baris terakhir dipakai."),
  FUTURE_TIME(
      LineRules.FUTURE_TIME,
      "A time lies more than a day after the moment at which the line was read.",
      "Ada waktu lebih dari sehari setelah baris dibaca."),
  TIME_AFTER_RECORDING(
      LineRules.TIME_AFTER_RECORDING,
      "A time lies more than a day after the moment at which the line was recorded.",
      "Ada waktu lebih dari sehari setelah baris dicatat."),
  PLACEHOLDER_TIME(
      LineRules.PLACEHOLDER_TIME,
      "A time lies before 1971, which is how systems write that they know none.",
      "Ada waktu sebelum 1971, tanda waktu yang tidak diketahui."),
  IMPOSSIBLE_DURATION(
      LineRules.IMPOSSIBLE_DURATION,
      "From beginning to end it took more than ten years.",
      "Dari awal hingga akhir lebih dari sepuluh tahun."),
  UNKNOWN_CASE_STATUS(
      CaseRules.UNKNOWN_STATUS,
      "The status is none of completed, rejected, withdrawn, pending.",
      "Status bukan completed, rejected, withdrawn, atau pending."),
  CLOSED_BEFORE_SUBMITTED(
      CaseRules.CLOSED_BEFORE_SUBMITTED,
      "It was closed before it was handed in.",
      "Ditutup sebelum diajukan."),
  DECIDED_WITHOUT_TIME(
      CaseRules.DECIDED_WITHOUT_TIME,
      "It is completed or rejected, but nobody says when.",
      "Selesai atau ditolak tanpa waktu penutupan."),
  WITHDRAWN_WITHOUT_TIME(
      CaseRules.WITHDRAWN_WITHOUT_TIME,
      "It is withdrawn, but nobody says when.",
      "Ditarik tanpa waktu penutupan."),
  CLOSED_YET_PENDING(
      CaseRules.CLOSED_YET_PENDING,
      "It is pending, but has a closing time; it counts as open.",
      "Masih berjalan tetapi punya waktu penutupan; dihitung terbuka."),
  CLOSED_AT_ONCE(
      CaseRules.CLOSED_AT_ONCE,
      "It was closed in the second in which it was handed in.",
      "Ditutup pada detik yang sama dengan pengajuan."),
  CLOSED_ON_CLOSED_DAY(
      CaseRules.CLOSED_ON_CLOSED_DAY,
      "It was closed on a day on which the office does not open.",
      "Ditutup pada hari kantor tutup."),
  COUNTER_ON_CLOSED_DAY(
      CaseRules.COUNTER_ON_CLOSED_DAY,
      "It was handed in at the counter on a day on which the office does not open.",
      "Diajukan di loket pada hari kantor tutup."),
  COMPLETE_BEFORE_SUBMITTED(
      CaseRules.COMPLETE_BEFORE_SUBMITTED,
      "The file was complete before it was handed in.",
      "Berkas lengkap sebelum diajukan."),
  COMPLETE_AFTER_CLOSED(
      CaseRules.COMPLETE_AFTER_CLOSED,
      "The file was complete only after it was decided.",
      "Berkas lengkap setelah diputuskan."),
  STARTED_BEFORE_SUBMITTED(
      CaseRules.STARTED_BEFORE_SUBMITTED,
      "Work on it began on a day before it was handed in.",
      "Dikerjakan pada hari sebelum diajukan."),
  STARTED_AFTER_CLOSED(
      CaseRules.STARTED_AFTER_CLOSED,
      "Work on it began on a day after it was closed.",
      "Mulai dikerjakan pada hari setelah ditutup."),
  PROMISED_BEFORE_SUBMITTED(
      CaseRules.PROMISED_BEFORE_SUBMITTED,
      "It was promised for a day before it was handed in.",
      "Dijanjikan untuk hari sebelum diajukan."),
  PAUSED_LONGER_THAN_OPEN(
      CaseRules.PAUSED_LONGER_THAN_OPEN,
      "The clock was stopped for longer than the case was open.",
      "Jeda lebih lama daripada umur permohonan."),
  NEGATIVE_FEE(CaseRules.NEGATIVE_FEE, "The fee is below zero.", "Biaya kurang dari nol."),
  NEGATIVE_COUNT(
      CaseRules.NEGATIVE_COUNT,
      "Minutes paused, visits, returns or documents are below zero.",
      "Menit jeda, kunjungan, pengembalian, atau dokumen kurang dari nol."),
  IMPLAUSIBLE_COUNT(
      CaseRules.IMPLAUSIBLE_COUNT,
      "Visits, returns or documents are more than a hundred.",
      "Kunjungan, pengembalian, atau dokumen lebih dari seratus."),
  NEGATIVE_QUANTITY(
      CaseRules.NEGATIVE_QUANTITY,
      "The quantity of the fee is below zero.",
      "Kuantitas biaya kurang dari nol."),
  FEE_FOR_NOTHING(
      CaseRules.FEE_FOR_NOTHING,
      "A fee was paid for a quantity of zero.",
      "Biaya dibayar untuk kuantitas nol."),
  FEE_DESPITE_WAIVER(
      CaseRules.FEE_DESPITE_WAIVER,
      "A fee was paid although a waiver is stated.",
      "Biaya dibayar walaupun ada pembebasan."),
  GROUND_WITHOUT_PRIORITY(
      CaseRules.GROUND_WITHOUT_PRIORITY,
      "A ground for priority is stated, but it was not taken out of order.",
      "Ada alasan prioritas tetapi tidak didahulukan."),
  FEE_WITHOUT_PAYMENT(
      TableRules.FEE_WITHOUT_PAYMENT,
      "A fee was paid, but of the agency's payments so far none is for it.",
      "Biaya dibayar tetapi tidak ada di antara pembayaran instansi sejauh ini."),
  UNKNOWN_CASE(
      TableRules.UNKNOWN_CASE,
      "Nobody has told of the case so far.",
      "Permohonannya belum pernah dilaporkan."),
  PAYMENT_WITHOUT_CASE(
      TableRules.PAYMENT_WITHOUT_CASE,
      "It was paid for a case that nobody has told of so far.",
      "Dibayar untuk permohonan yang belum pernah dilaporkan."),
  PAYMENT_BEFORE_CASE(
      TableRules.PAYMENT_BEFORE_CASE,
      "It was paid more than a day before the case was handed in.",
      "Dibayar lebih dari sehari sebelum permohonan diajukan."),
  STEP_BEFORE_CASE(
      TableRules.STEP_BEFORE_CASE,
      "The step began more than a day before the case was handed in.",
      "Tahap dimulai lebih dari sehari sebelum permohonan diajukan."),
  STEP_ENDED_BEFORE_STARTED(
      RecordRules.STEP_ENDED_BEFORE_STARTED,
      "The step ended before it began.",
      "Tahap berakhir sebelum dimulai."),
  PAUSE_BEFORE_CASE(
      TableRules.PAUSE_BEFORE_CASE,
      "The clock was stopped more than a day before the case was handed in.",
      "Waktu dihentikan lebih dari sehari sebelum permohonan diajukan."),
  PAUSE_AFTER_CLOSING(
      TableRules.PAUSE_AFTER_CLOSING,
      "The clock was stopped more than a day after the case was closed.",
      "Waktu dihentikan lebih dari sehari setelah permohonan ditutup."),
  RESUMED_BEFORE_PAUSED(
      RecordRules.RESUMED_BEFORE_PAUSED,
      "The clock ran again before it was stopped.",
      "Waktu berjalan lagi sebelum dihentikan."),
  NEGATIVE_PAYMENT(
      RecordRules.NEGATIVE_PAYMENT, "The payment is below zero.", "Pembayaran kurang dari nol."),
  EMPTY_PAYMENT(
      RecordRules.EMPTY_PAYMENT, "The payment is of nothing.", "Pembayaran bernilai nol."),
  WRONG_SURVEY_SCALE(
      RecordRules.WRONG_SCALE, "An answer is not 1, 2, 3 or 4.", "Jawaban bukan 1, 2, 3, atau 4."),
  SURVEY_WITHOUT_ANSWERS(
      RecordRules.NO_ANSWERS,
      "None of the nine elements is answered.",
      "Tidak satu pun dari sembilan unsur dijawab."),
  SURVEY_BEFORE_CLOSING(
      TableRules.SURVEY_BEFORE_CLOSING,
      "It was answered more than a day before the case was closed.",
      "Dijawab lebih dari sehari sebelum permohonan ditutup."),
  NEGATIVE_REPORTED_DAYS(
      RecordRules.NEGATIVE_DAYS,
      "The days that the applicant reports are below zero.",
      "Lama hari menurut pemohon kurang dari nol."),
  UNKNOWN_COMPLAINT_STATUS(
      RecordRules.UNKNOWN_STATUS,
      "The status is none of open, resolved, rejected.",
      "Status bukan open, resolved, atau rejected."),
  UNKNOWN_COMPLAINT_CLASS(
      RecordRules.UNKNOWN_CLASS,
      "The class is none of information, no_examination, examination.",
      "Kelas bukan information, no_examination, atau examination."),
  UNKNOWN_COMPLAINT_CATEGORY(
      RecordRules.UNKNOWN_CATEGORY,
      "The category is none of the seven that complaints are sorted by.",
      "Kategori bukan salah satu dari tujuh kategori pengaduan."),
  RESOLVED_BEFORE_RECEIVED(
      RecordRules.RESOLVED_BEFORE_RECEIVED,
      "It was resolved before it came in.",
      "Diselesaikan sebelum diterima."),
  ANSWERED_BEFORE_RECEIVED(
      RecordRules.ANSWERED_BEFORE_RECEIVED,
      "It was answered before it came in.",
      "Ditanggapi sebelum diterima."),
  REOPENED_BEFORE_RESOLVED(
      RecordRules.REOPENED_BEFORE_RESOLVED,
      "It was opened again before it was resolved.",
      "Dibuka kembali sebelum diselesaikan."),
  RESOLVED_WITHOUT_TIME(
      RecordRules.RESOLVED_WITHOUT_TIME,
      "It is resolved, but nobody says when.",
      "Selesai tanpa waktu penyelesaian."),
  RESOLVED_YET_OPEN(
      RecordRules.RESOLVED_YET_OPEN,
      "It is open and was never opened again, but has a time of resolution.",
      "Masih terbuka tetapi punya waktu penyelesaian."),
  WRONG_MONTH(
      RecordRules.WRONG_MONTH, "The period is no month, YYYY-MM.", "Periode bukan bulan, YYYY-MM."),
  FUTURE_MONTH(
      RecordRules.FUTURE_MONTH,
      "The month had not begun when the line was read.",
      "Bulannya belum mulai ketika baris dibaca."),
  NEGATIVE_STAFF(
      RecordRules.NEGATIVE_STAFF,
      "A number of officers is below zero.",
      "Jumlah petugas kurang dari nol."),
  MORE_TRAINED_THAN_STAFF(
      RecordRules.MORE_TRAINED_THAN_STAFF,
      "More officers are trained than there are.",
      "Petugas terlatih lebih banyak daripada petugas."),
  MORE_FILLED_THAN_POSTS(
      RecordRules.MORE_FILLED_THAN_POSTS,
      "More posts of leadership are filled than there are.",
      "Jabatan pimpinan terisi lebih banyak daripada jabatannya."),
  NEGATIVE_BUDGET(
      RecordRules.NEGATIVE_BUDGET,
      "Budget or spending is below zero.",
      "Anggaran atau belanja kurang dari nol.");

  /** What becomes of a line that breaks the rule. */
  public enum Severity {
    /** It goes to quarantine. */
    REFUSE,
    /** It is accepted and marked. */
    WARN
  }

  private final Clause clause;
  private final String sentenceEn;
  private final String sentenceId;

  Rule(Clause clause, String sentenceEn, String sentenceId) {
    this.clause = clause;
    this.sentenceEn = sentenceEn;
    this.sentenceId = sentenceId;
  }

  /** The name in quarantine; never changes. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Severity severity() {
    return clause.severity();
  }

  public List<Feed> feeds() {
    return clause.feeds();
  }

  /** The columns that it speaks of; empty = any. */
  public List<Field> fields() {
    return clause.fields();
  }

  public String sentenceEn() {
    return sentenceEn;
  }

  public String sentenceId() {
    return sentenceId;
  }

  /** What a line is held against. */
  Clause.Against against() {
    return clause.against();
  }

  /** True for a line of {@code feed} that breaks it. */
  Column broken(Feed feed) {
    return clause.broken().apply(feed);
  }
}
