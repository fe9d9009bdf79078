package id.rapor.pipeline;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import id.rapor.settings.UserError;
import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.Feeds;
import id.rapor.table.Field;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What counts as now: the newest time of any event accepted so far, never a promised one and never
 * later than the wall clock.
 */
final class AsOf {
  private static final String NEWEST = "newest";

  private AsOf() {}

  static Instant newest(Warehouse warehouse) {
    List<Dataset<Row>> perFeed = new ArrayList<>();
    for (Feed feed : Feeds.ALL) {
      warehouse.find(feed.table()).ifPresent(rows -> perFeed.add(newest(feed, rows)));
    }
    Instant now = Instant.now();
    return perFeed.stream()
        .reduce(Dataset::unionAll)
        .flatMap(all -> Optional.ofNullable(all.agg(max(NEWEST)).head().getTimestamp(0)))
        .map(Timestamp::toInstant)
        .map(newest -> newest.isAfter(now) ? now : newest)
        .orElseThrow(
            () ->
                new UserError(
                    "Cannot tell what counts as now: no row with a time was accepted; look into table quarantine, or give --as-of."));
  }

  private static Dataset<Row> newest(Feed feed, Dataset<Row> rows) {
    Column[] times =
        feed.columns().stream()
            .filter(field -> field.type().equals(Field.TIME) && !field.equals(Cases.PROMISED_AT))
            .map(field -> max(field.col()))
            .toArray(Column[]::new);
    Column latest = times.length == 1 ? times[0] : greatest(times);
    return rows.where(coalesce(Feed.RETRACTED.col(), lit(false)).equalTo(false))
        .agg(latest.as(NEWEST));
  }
}
