package id.rapor.pipeline;

import id.rapor.reference.Reference;
import id.rapor.settings.Period;
import id.rapor.settings.UserError;
import id.rapor.table.Cases;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import id.rapor.table.Table;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * What every stage of one run works with. What takes a look at the data is found out when first
 * asked for.
 */
final class Job {
  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Reference reference;
  private final Request request;
  private Optional<Instant> asOf;
  private Optional<List<Period>> touched = Optional.empty();

  Job(SparkSession spark, Warehouse warehouse, Reference reference, Request request) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.reference = reference;
    this.request = request;
    this.asOf = request.asOf();
  }

  SparkSession spark() {
    return spark;
  }

  Warehouse warehouse() {
    return warehouse;
  }

  Reference reference() {
    return reference;
  }

  Request request() {
    return request;
  }

  /** The moment that counts as now. */
  Instant asOf() {
    if (asOf.isEmpty()) {
      asOf = Optional.of(AsOf.newest(warehouse));
    }
    return asOf.get();
  }

  /** Whether every period is computed, so that tables are written anew as a whole. */
  boolean whole() {
    return request.period().isEmpty();
  }

  /**
   * The periods to compute: every one that a judged case touches, or the one asked for and the one
   * before it.
   */
  List<Period> periods() {
    if (touched.isEmpty()) {
      List<YearMonth> months = months();
      requireCases(months);
      touched =
          Optional.of(
              request
                  .period()
                  .map(asked -> withPrevious(asked, months))
                  .orElseGet(() -> List.copyOf(request.settings().periods().touching(months))));
    }
    return touched.get();
  }

  private void requireCases(List<YearMonth> months) {
    if (request.asOf().isPresent() && months.isEmpty()) {
      throw new UserError(
          "Cannot compute anything: no case was handed in by "
              + asOf()
              + ", expected a moment after the first one; give a later --as-of.");
    }
  }

  /**
   * @throws UserError if no case touches {@code asked}: an edition without any figure would stand
   *     for good
   */
  private static List<Period> withPrevious(Period asked, List<YearMonth> months) {
    if (months.stream().noneMatch(asked.months()::contains)) {
      throw new UserError(
          "Cannot compute "
              + asked.code()
              + ": no case was handed in, due or closed in it"
              + (months.isEmpty()
                  ? ""
                  : ", expected a period with one from "
                      + months.get(0)
                      + " to "
                      + months.get(months.size() - 1))
              + "; choose another --period, or a later --as-of.");
    }
    return asked.previous().map(before -> List.of(before, asked)).orElse(List.of(asked));
  }

  List<String> periodCodes() {
    return periods().stream().map(Period::code).toList();
  }

  /** The agencies of the reference; where there are none, those that the data names. */
  Dataset<Row> agencies() {
    return Named.agencies(spark, reference, warehouse);
  }

  /** agency_id and zone, for agencies whose region has one. */
  Dataset<Row> zones() {
    return reference.agencyZones(spark);
  }

  /** Months in which a case was due, closed or submitted, up to that of as-of. */
  private List<YearMonth> months() {
    YearMonth now = YearMonth.from(asOf().atZone(request.settings().zone()));
    Column months =
        functions.explode(
            functions.array_compact(
                functions.array(
                    JudgedCases.COHORT_MONTH.col(),
                    JudgedCases.CLOSED_MONTH.col(),
                    JudgedCases.SUBMITTED_MONTH.col())));
    List<YearMonth> found = new ArrayList<>();
    for (Row row : warehouse.read(JudgedCases.TABLE).select(months).distinct().collectAsList()) {
      YearMonth month = YearMonth.parse(row.getString(0));
      if (!month.isAfter(now)) {
        found.add(month);
      }
    }
    return new ArrayList<>(new TreeSet<>(found));
  }

  /**
   * The cases as of {@link #asOf}: one handed in later is not known yet, one closed later is still
   * open.
   */
  Dataset<Row> cases() {
    Dataset<Row> cases = warehouse.read(Cases.FEED.table());
    if (request.asOf().isEmpty()) {
      return cases;
    }
    Column then = functions.lit(java.sql.Timestamp.from(asOf()));
    Column later = functions.coalesce(Cases.CLOSED_AT.col().gt(then), functions.lit(false));
    return cases
        .where(Cases.SUBMITTED_AT.col().leq(then))
        .withColumn(
            Cases.STATUS.name(), functions.when(later, "pending").otherwise(Cases.STATUS.col()))
        .withColumn(
            Cases.CLOSED_AT.name(), functions.when(later.equalTo(false), Cases.CLOSED_AT.col()));
  }

  /** The rows of {@code table} that are of the run's periods. */
  Dataset<Row> ofPeriods(Table table) {
    return warehouse.read(table).where(Measurements.PERIOD.col().isin(periodCodes().toArray()));
  }

  /** Writes {@code table}, or of a run over some periods theirs; returns how many rows it wrote. */
  long store(Table table, Dataset<Row> rows) {
    return whole()
        ? warehouse.replace(table, rows)
        : warehouse.replace(table, rows, Measurements.PERIOD, periodCodes());
  }
}
