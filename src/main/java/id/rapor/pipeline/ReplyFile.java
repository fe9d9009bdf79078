package id.rapor.pipeline;

import static org.apache.spark.sql.functions.broadcast;

import id.rapor.measure.Catalogue;
import id.rapor.measure.Metric;
import id.rapor.settings.Period;
import id.rapor.settings.Problems;
import id.rapor.settings.Scoring;
import id.rapor.table.Cases;
import id.rapor.table.League;
import id.rapor.table.Measurements;
import id.rapor.table.Replies;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * {@code replies.csv} beside the warehouse: what agencies say of their figures, kept by those who
 * publish them. Its columns are those of {@link Replies}; {@code metric} is the name of a league
 * table, {@code overall} where it is empty.
 */
final class ReplyFile {
  static final String NAME = "replies.csv";

  private ReplyFile() {}

  /**
   * {@code league} with the replies to its rows, of the whole country and of all peer groups alike.
   *
   * @param agencies those that there are, by agency_id
   * @param data folder with {@code warehouse/}
   * @throws id.rapor.settings.UserError naming every line that is wrong
   */
  static Dataset<Row> answered(
      Dataset<Row> league, Dataset<Row> agencies, Path data, Scoring scoring) {
    SparkSession spark = league.sparkSession();
    Dataset<Row> replies =
        spark
            .createDataFrame(
                read(spark, data, () -> Known.of(agencies, scoring)), Replies.TABLE.schema())
            .select(
                Measurements.PERIOD.col(),
                Cases.AGENCY_ID.col(),
                Measurements.METRIC.col().as(League.LEAGUE.name()),
                Replies.CONTESTED.col(),
                Replies.TEXT.col().as(League.REPLY.name()));
    String[] key = {Measurements.PERIOD.name(), Cases.AGENCY_ID.name(), League.LEAGUE.name()};
    return League.TABLE.shape(
        league
            .drop(League.CONTESTED.name(), League.REPLY.name())
            .join(broadcast(replies), key, "left"));
  }

  /**
   * Looks the replies over before anything is computed.
   *
   * @param agencies ids of the agencies that there are; empty if only the data names them
   * @throws id.rapor.settings.UserError naming every line that is wrong
   */
  static void check(SparkSession spark, Set<String> agencies, Path data, Scoring scoring) {
    read(spark, data, () -> new Known(agencies, Known.leagues(scoring)));
  }

  private static List<Row> read(SparkSession spark, Path data, Supplier<Known> about) {
    Path file = data.resolve(NAME);
    Problems problems = new Problems();
    List<Row> lines = KeptFile.lines(spark, file, Replies.TABLE);
    Known known = lines.isEmpty() ? Known.NOTHING : about.get();
    Set<Row> keys = new HashSet<>();
    List<Row> replies = new ArrayList<>();
    for (int place = 0; place < lines.size(); place++) {
      Row reply = reply(lines.get(place));
      String where = file + ", record " + (place + 1) + ": ";
      known.faults(reply, lines.get(place)).forEach(fault -> problems.add(where + fault));
      if (!keys.add(RowFactory.create(reply.get(0), reply.get(1), reply.get(2)))) {
        problems.add(where + "a second reply to the same figure; keep one line for each");
      }
      replies.add(reply);
    }
    problems.throwIfAny("read the replies");
    return replies;
  }

  private static Row reply(Row line) {
    String contested = line.getString(4);
    return RowFactory.create(
        line.getString(0),
        line.getString(1),
        line.isNullAt(2) ? League.OVERALL : line.getString(2),
        line.getString(3),
        contested != null && contested.equalsIgnoreCase("true"));
  }

  /** Whom (anybody if it names none) and what a reply may be about. */
  private record Known(Set<String> agencies, Set<String> leagues) {
    static final Known NOTHING = new Known(Set.of(), Set.of());

    static Known of(Dataset<Row> agencies, Scoring scoring) {
      Set<String> ids = new HashSet<>();
      agencies
          .select(Cases.AGENCY_ID.col())
          .distinct()
          .collectAsList()
          .forEach(row -> ids.add(row.getString(0)));
      return new Known(ids, leagues(scoring));
    }

    static Set<String> leagues(Scoring scoring) {
      Set<String> leagues = new HashSet<>(scoring.perspectives().keySet());
      leagues.add(League.OVERALL);
      Catalogue.applying(scoring).stream().map(Metric::code).forEach(leagues::add);
      return leagues;
    }

    List<String> faults(Row reply, Row line) {
      List<String> faults = new ArrayList<>();
      String period = reply.getString(0);
      String agency = reply.getString(1);
      String league = reply.getString(2);
      String contested = line.getString(4);
      if (period == null || Period.parse(period).isEmpty()) {
        faults.add("period is " + period + ", expected one such as 2025-Q1");
      }
      if (agency == null || !(agencies.isEmpty() || agencies.contains(agency))) {
        faults.add("agency_id is " + agency + ", expected one of the reference agencies");
      }
      if (!leagues.contains(league) && !league.startsWith(League.SERVICE)) {
        faults.add(
            "metric is "
                + league
                + ", expected overall, a perspective, a metric or service:<service_id>; see `rapor"
                + " show leagues`");
      }
      if (contested != null && !contested.matches("(?i)true|false")) {
        faults.add("contested is " + contested + ", expected true or false");
      }
      return faults;
    }
  }
}
