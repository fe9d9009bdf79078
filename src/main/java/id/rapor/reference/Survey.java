package id.rapor.reference;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_seconds;

import id.rapor.settings.UserError;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the driver must know of the cases before it lays out calendars: the places that they name
 * and the span of time that they fill. One pass over the cases, and one row per place.
 *
 * @param first the earliest moment that any clock needs
 * @param last the latest of closings, starts and as-of
 * @param pausedMinutes the most that any case was paused, as stated by it
 * @param longestSeconds the longest that any case took or has been open
 */
record Survey(
    List<Place> places, Instant first, Instant last, long pausedMinutes, long longestSeconds) {
  /** More places than this are no map of offices, and too many to send to every task. */
  private static final int MOST_PLACES = 500_000;

  /**
   * @param cases with the columns that {@link Judge} prepares
   * @throws UserError if the cases name too many places
   */
  static Survey of(Dataset<Row> cases, Instant asOf) {
    Column ended = coalesce(Cases.CLOSED_AT.col(), lit(asOf));
    Column started = JudgedCases.CLOCK_START_AT.col();
    List<Row> rows =
        cases
            .groupBy(PlaceRows.KEY.stream().map(Field::col).toArray(Column[]::new))
            .agg(
                min(unix_seconds(least(started, Cases.SUBMITTED_AT.col()))),
                max(unix_seconds(greatest(started, Cases.SUBMITTED_AT.col(), ended))),
                max(Cases.PAUSED_MINUTES.col()),
                max(unix_seconds(ended).minus(unix_seconds(started))))
            .limit(MOST_PLACES + 1)
            .collectAsList();
    throwIfTooMany(rows.size());
    long now = asOf.getEpochSecond();
    return new Survey(
        rows.stream().map(Survey::place).sorted().toList(),
        Instant.ofEpochSecond(numbers(rows, 4).min().orElse(now)),
        Instant.ofEpochSecond(Math.max(now, numbers(rows, 5).max().orElse(now))),
        numbers(rows, 6).max().orElse(0),
        Math.max(0, numbers(rows, 7).max().orElse(0)));
  }

  private static void throwIfTooMany(int places) {
    if (places > MOST_PLACES) {
      throw new UserError(
          "Cannot judge the cases: they name more than "
              + MOST_PLACES
              + " places (agency, office, region and source), expected at most that many; look for"
              + " free text or case numbers in office_id or region_code and mend the source's"
              + " mapping.");
    }
  }

  /** The same where no feed of pauses can stop a clock. */
  Survey withoutStops() {
    return new Survey(places, first, last, pausedMinutes, 0);
  }

  private static LongStream numbers(List<Row> rows, int column) {
    return rows.stream().filter(row -> !row.isNullAt(column)).mapToLong(row -> row.getLong(column));
  }

  private static Place place(Row row) {
    return new Place(row.getString(0), row.getString(1), row.getString(2), row.getString(3));
  }
}
