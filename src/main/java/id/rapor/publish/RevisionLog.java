package id.rapor.publish;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.League;
import id.rapor.table.Measurements;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.Revisions;
import id.rapor.table.Scorecards;
import id.rapor.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Finds what an edition tells otherwise than the one before it. */
final class RevisionLog {
  private static final String RANK = "rank";

  private RevisionLog() {}

  /** An edition without one before it revises nothing. */
  static Dataset<Row> none(Contents contents) {
    return spark(contents).createDataFrame(List.of(), Revisions.TABLE.schema());
  }

  /**
   * The figures of {@code contents} that differ from those in the folder {@code before} as they are
   * published, whatever little by; rows of {@link Revisions}.
   */
  static Dataset<Row> of(Contents contents, int number, Path before, String reason) {
    Dataset<Row> now =
        figures(
            Precision.of(Collected.ofPeriod(contents, contents.league())),
            Precision.of(Collected.ofPeriod(contents, contents.scorecards())),
            Precision.of(Collected.ofPeriod(contents, contents.measurements())),
            Revisions.NEW);
    Dataset<Row> then =
        figures(
            frozen(contents, before, League.TABLE),
            frozen(contents, before, Scorecards.TABLE),
            frozen(contents, before, Measurements.TABLE),
            Revisions.OLD);
    String[] key = {Cases.AGENCY_ID.name(), Revisions.FIGURE.name()};
    return Revisions.TABLE.shape(
        then.join(now, key, "full")
            .where(Revisions.OLD.col().eqNullSafe(Revisions.NEW.col()).equalTo(false))
            .withColumn(Measurements.PERIOD.name(), lit(contents.period().code()))
            .withColumn(Revisions.EDITION.name(), lit((long) number))
            .withColumn(Revisions.REASON.name(), lit(reason)));
  }

  private static Dataset<Row> frozen(Contents contents, Path folder, Table table) {
    Path file = folder.resolve(table.name() + ".parquet");
    return Precision.of(table.complete(spark(contents).read().parquet(file.toString())));
  }

  private static Dataset<Row> figures(
      Dataset<Row> league, Dataset<Row> scorecards, Dataset<Row> measurements, Field as) {
    Column national =
        League.LEAGUE
            .col()
            .equalTo(League.OVERALL)
            .and(Scorecards.PEER_GROUP.col().equalTo(League.WHOLE_COUNTRY));
    Column value = coalesce(Measurements.ADJUSTED_VALUE.col(), Measurements.VALUE.col());
    Column every = Cases.SERVICE_ID.col().equalTo(Measurements.ALL_SERVICES);
    return figures(league.where(national), figure(lit(RANK), League.RANK.col(), as))
        .union(figures(scorecards, scores(as)))
        .union(figures(measurements.where(every), figure(Measurements.METRIC.col(), value, as)))
        .where(as.col().isNotNull());
  }

  private static Column[] scores(Field as) {
    return Stream.concat(
            Stream.of(figure(lit(League.OVERALL), PerspectiveScores.SCORE.col(), as)),
            Stream.of(
                    Scorecards.FINANCE, Scorecards.PROCESS, Scorecards.CUSTOMER, Scorecards.GROWTH)
                .map(one -> figure(lit(one.name()), one.col(), as)))
        .toArray(Column[]::new);
  }

  private static Column figure(Column name, Column value, Field as) {
    return struct(Revisions.FIGURE.is(name), as.is(value));
  }

  private static Dataset<Row> figures(Dataset<Row> rows, Column... figures) {
    return rows.select(Cases.AGENCY_ID.col(), inline(array(figures)));
  }

  private static SparkSession spark(Contents contents) {
    return contents.scorecards().sparkSession();
  }
}
