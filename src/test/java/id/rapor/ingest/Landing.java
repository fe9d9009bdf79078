package id.rapor.ingest;

import id.rapor.TestSpark;
import id.rapor.ingest.Delivery.Known;
import id.rapor.ingest.Delivery.Terms;
import id.rapor.reference.Reference;
import id.rapor.settings.Source;
import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.Provenance;
import id.rapor.table.Quarantine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A folder that files are laid into and taken in from. */
record Landing(Path input) {
  private static final SparkSession SPARK = TestSpark.session();
  static final String HEADER = "case_id,agency_id,service_id,submitted_at,closed_at,status\n";
  static final Terms TERMS =
      new Terms(
          new Known(Optional.empty(), Optional.empty(), Optional.empty()),
          ZoneId.of("Asia/Jakarta"),
          new IdentityKey("0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
          "run",
          Instant.parse("2026-11-01T00:00:00Z"));

  Landing {
    try {
      Files.createDirectories(input.resolve("landing/cases"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String name, String text) throws IOException {
    Files.writeString(input.resolve("landing/cases").resolve(name), text);
  }

  Intake take(Feed feed, Optional<Dataset<Row>> held) {
    return take(Inbox.sources(List.of(), input), feed, held);
  }

  Intake take(List<Source> sources, Feed feed, Optional<Dataset<Row>> held) {
    return Delivery.find(sources, input, Optional.empty()).read(SPARK, feed, TERMS, held);
  }

  /** As the next delivery after {@code first}, to what that has brought. */
  Intake takeAfter(Intake first, List<Source> sources, Feed feed) {
    List<Row> files = first.accounts().stream().map(account -> account.row("run")).toList();
    return Delivery.find(
            sources,
            input,
            Optional.of(SPARK.createDataFrame(files, id.rapor.table.Files.TABLE.schema())))
        .read(
            SPARK,
            feed,
            TERMS,
            Optional.of(feed.table().shape(first.accepted().localCheckpoint())));
  }

  /** With the zones and days of {@code reference}. */
  Intake take(Source source, Feed feed, Reference reference) {
    Terms terms =
        new Terms(
            new Known(
                Optional.of(reference.agencyDays(SPARK)),
                Optional.of(reference.regionDays(SPARK)),
                Optional.empty()),
            TERMS.fallback(),
            TERMS.key(),
            TERMS.runId(),
            TERMS.now());
    return Delivery.find(List.of(source), input, Optional.empty())
        .read(SPARK, feed, terms, Optional.empty());
  }

  static Map<String, Row> accepted(Intake intake) {
    return intake.accepted().collectAsList().stream()
        .collect(
            java.util.stream.Collectors.toMap(row -> row.getAs(Cases.CASE_ID.name()), row -> row));
  }

  static Map<Long, Row> byLine(Dataset<Row> refused) {
    return refused.collectAsList().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                row -> row.getAs(Provenance.LINE.name()), row -> row));
  }

  static List<String> rules(Row refused) {
    return refused.getList(refused.fieldIndex(Quarantine.RULES.name()));
  }

  static String time(Row row) {
    Field field = Cases.SUBMITTED_AT;
    return Instant.ofEpochMilli(row.<Timestamp>getAs(field.name()).getTime()).toString();
  }
}
