package id.rapor.pipeline;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import id.rapor.settings.UserError;
import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.Feeds;
import id.rapor.table.Field;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What counts as now: the newest time of any event accepted so far, never a promised one. A time
 * later than the wall clock is an error of typing and tells nothing.
 */
final class AsOf {
  private AsOf() {}

  static Instant newest(Warehouse warehouse) {
    Instant now = Instant.now();
    return SideBySide.each(
            Feeds.ALL,
            feed -> warehouse.find(feed.table()).flatMap(rows -> newest(feed, rows, now)))
        .stream()
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .orElseThrow(
            () ->
                new UserError(
                    "Cannot tell what counts as now: no row with a time was accepted; look into table quarantine, or give --as-of."));
  }

  private static Optional<Instant> newest(Feed feed, Dataset<Row> rows, Instant now) {
    Column[] times =
        feed.columns().stream()
            .filter(field -> field.type().equals(Field.TIME) && !field.equals(Cases.PROMISED_AT))
            .map(field -> when(field.col().leq(lit(now)), field.col()))
            .toArray(Column[]::new);
    Column latest = times.length == 1 ? times[0] : greatest(times);
    Column stands = coalesce(Feed.RETRACTED.col(), lit(false)).equalTo(false);
    return Optional.ofNullable(rows.agg(max(when(stands, latest))).head().getTimestamp(0))
        .map(Timestamp::toInstant);
  }
}
