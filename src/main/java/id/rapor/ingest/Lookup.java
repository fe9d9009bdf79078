package id.rapor.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;

import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.Places;
import id.rapor.table.RawLines;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sets beside each line what the reference knows of its agency, region and service. */
final class Lookup {
  private Lookup() {}

  static Dataset<Row> join(Dataset<Row> lines, Feed feed, Delivery.Known known) {
    Dataset<Row> agencies =
        look(
            asked(feed, Cases.AGENCY_ID, known.agencies()),
            lines,
            Cases.AGENCY_ID,
            RawLines.AGENCY_KNOWN,
            Optional.of(RawLines.AGENCY_ZONE));
    Dataset<Row> regions =
        look(
            asked(feed, Cases.REGION_CODE, known.regions()),
            agencies,
            Cases.REGION_CODE,
            RawLines.REGION_KNOWN,
            Optional.of(RawLines.REGION_ZONE));
    return look(
        asked(feed, Cases.SERVICE_ID, known.services()),
        regions,
        Cases.SERVICE_ID,
        RawLines.SERVICE_KNOWN,
        Optional.empty());
  }

  private static Optional<Dataset<Row>> asked(
      Feed feed, Field key, Optional<Dataset<Row>> reference) {
    boolean has = feed.columns().stream().anyMatch(field -> field.name().equals(key.name()));
    return has ? reference : Optional.empty();
  }

  private static Dataset<Row> look(
      Optional<Dataset<Row>> reference,
      Dataset<Row> lines,
      Field key,
      Field known,
      Optional<Field> zone) {
    if (reference.isEmpty()) {
      Dataset<Row> unchecked = lines.withColumn(known.name(), known.is(lit(true)));
      return zone.map(field -> unchecked.withColumn(field.name(), field.missing()))
          .orElse(unchecked);
    }
    Dataset<Row> names =
        zone.map(field -> reference.get().select(key.col(), field.is(Places.ZONE.col())))
            .orElseGet(() -> reference.get().select(key.col()))
            .withColumn(known.name(), known.is(lit(true)));
    return lines
        .join(broadcast(names), new String[] {key.name()}, "left")
        .withColumn(known.name(), known.col().isNotNull().or(key.col().isNull()));
  }
}
