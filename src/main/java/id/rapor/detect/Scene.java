package id.rapor.detect;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;

import id.rapor.settings.Detection;
import id.rapor.table.Cases;
import id.rapor.table.Complaints;
import id.rapor.table.Documents;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.JudgedComplaints;
import id.rapor.table.Measurements;
import id.rapor.table.Pauses;
import id.rapor.table.Payments;
import id.rapor.table.PeriodMonths;
import id.rapor.table.Staffing;
import id.rapor.table.Steps;
import id.rapor.table.Surveys;
import id.rapor.table.Table;
import id.rapor.table.WorkingDays;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * What the detectors look at.
 *
 * @param tables reads any of {@link #TABLES}
 * @param agencies the reference table, or the agencies that the data names
 * @param months the months whose leads are asked for
 * @param settings which detectors run, and their parameters
 * @param asOf the moment that counts as now
 * @param zone the country's: that of an agency of whose cases nothing tells one
 */
public record Scene(
    Function<Table, Dataset<Row>> tables,
    Dataset<Row> agencies,
    NavigableSet<YearMonth> months,
    Detection settings,
    Instant asOf,
    ZoneId zone) {

  /** All that a detector may read. */
  public static final List<Table> TABLES =
      List.of(
          JudgedCases.TABLE,
          WorkingDays.TABLE,
          JudgedComplaints.TABLE,
          Measurements.TABLE,
          Steps.FEED.table(),
          Pauses.FEED.table(),
          Documents.FEED.table(),
          Payments.FEED.table(),
          Surveys.FEED.table(),
          Complaints.FEED.table(),
          Staffing.FEED.table());

  /** So many months, the last among them, a rule about anything larger than a case looks at. */
  private static final int WINDOW = 6;

  public Scene {
    months = new TreeSet<>(months);
  }

  /**
   * The country's month of as-of; where a place is already in the next one, its open cases still
   * count to this one.
   */
  YearMonth now() {
    return YearMonth.from(asOf.atZone(zone));
  }

  SparkSession spark() {
    return agencies.sparkSession();
  }

  /** The value of a detector's parameter. */
  double value(DetectorEntry entry, Parameter parameter) {
    return entry.value(parameter, settings);
  }

  /**
   * Every judged case, with the month to which it counts in {@link Measurements#PERIOD}: that in
   * which it was closed; that of as-of while it is open.
   */
  Dataset<Row> everyCase() {
    return table(JudgedCases.TABLE)
        .withColumn(
            Measurements.PERIOD.name(),
            coalesce(JudgedCases.CLOSED_MONTH.col(), lit(now().toString())));
  }

  /**
   * {@code rows} of agencies, which tell no zone, with the agency's and the local month of {@code
   * moment} in {@link Measurements#PERIOD}. An agency has the zone of its cases.
   */
  Dataset<Row> dated(Dataset<Row> rows, Field moment) {
    Dataset<Row> zones =
        table(JudgedCases.TABLE)
            .groupBy(Cases.AGENCY_ID.col())
            .agg(JudgedCases.ZONE.is(min(JudgedCases.ZONE.col())));
    return rows.join(broadcast(zones), new String[] {Cases.AGENCY_ID.name()}, "left")
        .withColumn(JudgedCases.ZONE.name(), coalesce(JudgedCases.ZONE.col(), lit(zone.getId())))
        .withColumn(Measurements.PERIOD.name(), date_format(Kinds.local(moment), "yyyy-MM"));
  }

  /** Of {@link #everyCase}, those that count to a month asked for. */
  Dataset<Row> cases() {
    return asked(everyCase());
  }

  /** Of {@link #everyCase}, those that a month asked for looks back on. */
  Dataset<Row> recentCases() {
    return within(everyCase());
  }

  /** Of {@code rows}, those whose {@link Measurements#PERIOD} is a month asked for. */
  Dataset<Row> asked(Dataset<Row> rows) {
    return rows.where(
        Measurements.PERIOD.col().isin(months.stream().map(YearMonth::toString).toArray()));
  }

  /**
   * Each of {@code rows} once for every month asked for that looks back on it, which then stands in
   * {@link Measurements#PERIOD} in the place of the row's own month. The window is the six months
   * up to it. Sums by month are far cheaper to pass than cases.
   */
  Dataset<Row> trailing(Dataset<Row> rows) {
    Field own = PeriodMonths.MONTH;
    List<Row> looks = new ArrayList<>();
    for (YearMonth month : months) {
      window(month)
          .forEach(back -> looks.add(RowFactory.create(month.toString(), back.toString())));
    }
    StructType schema =
        new StructType()
            .add(Measurements.PERIOD.name(), Measurements.PERIOD.type())
            .add(own.name(), own.type());
    return rows.withColumnRenamed(Measurements.PERIOD.name(), own.name())
        .join(broadcast(spark().createDataFrame(looks, schema)), own.name())
        .drop(own.name());
  }

  /** Of {@code rows}, those whose {@link Measurements#PERIOD} a month asked for looks back on. */
  Dataset<Row> within(Dataset<Row> rows) {
    NavigableSet<String> looked = new TreeSet<>();
    months.forEach(month -> window(month).forEach(each -> looked.add(each.toString())));
    return rows.where(Measurements.PERIOD.col().isin(looked.toArray()));
  }

  /** The months that a rule about anything larger than a case looks at, the last one's. */
  static List<YearMonth> window(YearMonth last) {
    return IntStream.range(0, WINDOW).mapToObj(last::minusMonths).toList();
  }

  /** Every payment of an amount above 0 up to as-of. */
  Dataset<Row> payments() {
    return table(Payments.FEED.table())
        .where(Payments.AMOUNT.col().gt(0).and(Payments.PAID_AT.col().leq(lit(asOf))));
  }

  /** The rows of one of {@link #TABLES} that were not taken back. */
  Dataset<Row> table(Table table) {
    Dataset<Row> rows = tables.apply(table);
    return table.fields().contains(Feed.RETRACTED)
        ? rows.where(not(coalesce(Feed.RETRACTED.col(), lit(false))))
        : rows;
  }
}
