package id.rapor.ingest;

import static id.rapor.ingest.Clause.refuseAny;
import static id.rapor.ingest.Clause.warn;
import static id.rapor.ingest.Conditions.any;
import static id.rapor.ingest.Conditions.daysApart;
import static org.apache.spark.sql.functions.lit;

import id.rapor.table.Cases;
import id.rapor.table.Complaints;
import id.rapor.table.Documents;
import id.rapor.table.Feed;
import id.rapor.table.Feeds;
import id.rapor.table.Field;
import id.rapor.table.Pauses;
import id.rapor.table.Payments;
import id.rapor.table.RawLines;
import id.rapor.table.Steps;
import id.rapor.table.Surveys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;

/** Rules that lines of many feeds are held against: form, names of the reference, and times. */
final class LineRules {
  /**
   * A clock may run ahead and a day may begin earlier in another zone; more than a day does not.
   */
  private static final long CLOCK_DAYS = 1;

  /** Ten years: no service of the real sets takes half as long (the longest took 1,956 days). */
  private static final long LONGEST_DAYS = 3653;

  /** 1900-01-01 and 1970-01-01 are what systems write where they know no time. */
  private static final Instant FIRST_RECORDS = Instant.parse("1971-01-01T00:00:00Z");

  private static final Map<Feed, List<Field>> SPANS =
      Map.of(
          Cases.FEED, List.of(Cases.SUBMITTED_AT, Cases.CLOSED_AT),
          Steps.FEED, List.of(Steps.STARTED_AT, Steps.ENDED_AT),
          Pauses.FEED, List.of(Pauses.PAUSED_AT, Pauses.RESUMED_AT),
          Complaints.FEED, List.of(Complaints.RECEIVED_AT, Complaints.RESOLVED_AT));

  static final Clause UNREADABLE =
      refuseAny()
          .says(
              "The file is broken or lacks required columns; nothing of it counts, and it stands as one line.",
              "Berkas rusak atau kolom wajibnya tidak ada; isinya tidak dipakai dan dicatat sebagai satu baris.");
  static final Clause MALFORMED =
      refuseAny()
          .says(
              "The line has more or fewer values than the file has columns, or is no JSON object.",
              "Jumlah isian baris tidak sama dengan jumlah kolom, atau barisnya bukan objek JSON.");
  static final Clause REQUIRED =
      refuseAny().says("A column that must be filled is empty.", "Kolom wajib tidak terisi.");
  static final Clause WRONG_TYPE =
      refuseAny()
          .says(
              "A value is not of its column's type.", "Isian tidak sesuai dengan jenis kolomnya.");
  static final Clause UNKNOWN_AGENCY =
      refuseAny()
          .at(Cases.AGENCY_ID)
          .when(unknown(Cases.AGENCY_ID, RawLines.AGENCY_KNOWN))
          .says("The reference names no such agency.", "Instansi tidak ada dalam tabel acuan.");
  static final Clause UNKNOWN_REGION =
      warn(Cases.FEED, Surveys.FEED, Complaints.FEED)
          .at(Cases.REGION_CODE)
          .when(unknown(Cases.REGION_CODE, RawLines.REGION_KNOWN))
          .says("The reference names no such region.", "Wilayah tidak ada dalam tabel acuan.");
  static final Clause UNKNOWN_SERVICE =
      warn(Cases.FEED, Surveys.FEED, Complaints.FEED)
          .at(Cases.SERVICE_ID)
          .when(unknown(Cases.SERVICE_ID, RawLines.SERVICE_KNOWN))
          .says("The reference names no such service.", "Layanan tidak ada dalam tabel acuan.");
  static final Clause DUPLICATE_KEY =
      warn(keyed())
          .amongVersions()
          .says(
              "Its file tells the row twice, differently, as of one moment; the later line counts.",
              "Berkas memuat baris ini dua kali dengan isi berbeda; baris terakhir dipakai.");
  static final Clause FUTURE_TIME =
      warn(dated())
          .when(
              feed ->
                  any(events(feed), time -> daysApart(RawLines.NOW.col(), time.col(), CLOCK_DAYS)))
          .says(
              "A time lies more than a day after the moment at which the line was read.",
              "Ada waktu lebih dari sehari setelah baris dibaca.");

  /** Refused as it decides which version counts: it would outdo every correction until then. */
  static final Clause RECORDED_IN_FUTURE =
      refuseAny()
          .at(Feed.RECORDED_AT)
          .when(daysApart(RawLines.NOW.col(), Feed.RECORDED_AT.col(), CLOCK_DAYS))
          .says(
              "The line was recorded more than a day after the moment at which it was read.",
              "Baris dicatat lebih dari sehari setelah dibaca.");

  static final Clause TIME_AFTER_RECORDING =
      warn(dated())
          .at(Feed.RECORDED_AT)
          .when(
              feed ->
                  any(
                      events(feed),
                      time -> daysApart(Feed.RECORDED_AT.col(), time.col(), CLOCK_DAYS)))
          .says(
              "A time lies more than a day after the moment at which the line was recorded.",
              "Ada waktu lebih dari sehari setelah baris dicatat.");
  static final Clause PLACEHOLDER_TIME =
      warn(dated())
          .when(feed -> any(events(feed), time -> time.col().lt(lit(FIRST_RECORDS))))
          .says(
              "A time lies before 1971, which is how systems write that they know none.",
              "Ada waktu sebelum 1971, tanda waktu yang tidak diketahui.");
  static final Clause IMPOSSIBLE_DURATION =
      warn(Cases.FEED, Steps.FEED, Pauses.FEED, Complaints.FEED)
          .when(LineRules::tooLong)
          .says(
              "From beginning to end it took more than ten years.",
              "Dari awal hingga akhir lebih dari sepuluh tahun.");

  private LineRules() {}

  private static Column unknown(Field code, Field known) {
    return code.col().isNotNull().and(known.col().isNull());
  }

  /** Steps that are equal are told apart by their place: no two have one key. */
  private static Feed[] keyed() {
    return Feeds.ALL.stream().filter(feed -> !feed.equals(Steps.FEED)).toArray(Feed[]::new);
  }

  private static Feed[] dated() {
    return new Feed[] {
      Cases.FEED,
      Steps.FEED,
      Pauses.FEED,
      Documents.FEED,
      Payments.FEED,
      Surveys.FEED,
      Complaints.FEED
    };
  }

  /** When something happened: neither what was promised nor when it was written down. */
  private static List<Field> events(Feed feed) {
    return feed.columns().stream()
        .filter(field -> field.type().equals(Field.TIME))
        .filter(field -> !field.equals(Cases.PROMISED_AT) && !field.equals(Feed.RECORDED_AT))
        .toList();
  }

  private static Column tooLong(Feed feed) {
    List<Field> span = SPANS.get(feed);
    return daysApart(span.get(0).col(), span.get(1).col(), LONGEST_DAYS);
  }
}
