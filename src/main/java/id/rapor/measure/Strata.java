package id.rapor.measure;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The monthly state of the metrics that are told of services: what each counts and sums by agency,
 * service, class, channel and month, and how it becomes that of periods.
 *
 * <p>The metrics stand side by side, so that a row is as wide as there are metrics and there are as
 * few rows as there are strata: telling each metric in a row of its own comes last. All rows of an
 * agency lie together, so that only national sums, which are few, move between them.
 */
final class Strata {
  static final List<Field> STRATUM = List.of(Cases.SERVICE_ID, Cases.SERVICE_CLASS, Cases.CHANNEL);

  /** What a monthly row is of. */
  static final List<Field> KEY =
      Stream.concat(Stream.of(Cases.AGENCY_ID, PeriodMonths.MONTH), STRATUM.stream()).toList();

  private static final Field FLOWS =
      Field.required("flows", Field.TRUTH, "whether flows of the period take the month");
  private static final Field STOCKS =
      Field.required("stocks", Field.TRUTH, "whether stocks of the period are those of the month");

  private final Dataset<Row> monthly;
  private final List<Metric> metrics;
  private final List<Metric> adjusted;
  private final Dataset<Row> months;
  private final Optional<Dataset<Row>> rates;

  /**
   * Sums at hand.
   *
   * @param monthly a row for each {@link #KEY}, with the {@link #sums} of all {@code metrics}
   */
  Strata(Dataset<Row> monthly, List<Metric> metrics, Dataset<Row> months) {
    this.monthly = monthly;
    this.metrics = metrics;
    this.months = months;
    adjusted = metrics.stream().filter(Metric::isAdjusted).toList();
    rates =
        adjusted.isEmpty()
            ? Optional.empty()
            : Optional.of(CaseMix.rates(merged(adjusted), adjusted).cache());
  }

  /** The sums of all {@code metrics} in {@code months}. */
  static Strata of(Facts facts, List<Metric> metrics, Dataset<Row> months) {
    return new Strata(monthly(facts, metrics, months).cache(), metrics, months);
  }

  /** Whether {@code metric} is counted here. */
  static boolean hold(Metric metric) {
    return metric.isByService()
        && !metric.joinsBases()
        && metric.form().isSummed()
        && metric.form() != Form.OFFERED
        && (metric.merging() == Merging.FLOW || metric.merging() == Merging.STOCK);
  }

  /** The sums of {@code metric} that a monthly row holds; the others follow from n or are empty. */
  static List<Field> sums(Metric metric) {
    Set<Field> added = new HashSet<>();
    metric.terms().forEach(term -> added.addAll(States.added(metric, term).keySet()));
    if (metric.terms().stream().allMatch(Term::countsRows)) {
      added.removeAll(List.of(States.WHOLE, States.ROWS));
    }
    return States.SUMS.stream().filter(added::contains).toList();
  }

  /** The column that holds {@code sum} of {@code metric}; codes have no hyphen. */
  static String name(Metric metric, Field sum) {
    return metric.code() + "-" + sum.name();
  }

  private static Dataset<Row> monthly(Facts facts, List<Metric> metrics, Dataset<Row> months) {
    Column taken = Spans.taken(PeriodMonths.MONTH, months);
    Map<Base, List<Metric>> byBase = new LinkedHashMap<>();
    metrics.forEach(
        metric ->
            byBase
                .computeIfAbsent(metric.terms().get(0).base(), any -> new ArrayList<>())
                .add(metric));
    List<Dataset<Row>> all = new ArrayList<>();
    byBase.forEach((base, counted) -> all.add(monthly(facts.of(base), counted, taken)));
    return all.stream()
        .reduce((one, other) -> one.unionByName(other, true))
        .orElseThrow()
        .repartition(Cases.AGENCY_ID.col());
  }

  /** Each row counts to every month that any of its terms counts by, to each with its terms. */
  private static Dataset<Row> monthly(Dataset<Row> rows, List<Metric> metrics, Column taken) {
    Column[] months =
        metrics.stream()
            .flatMap(metric -> metric.terms().stream())
            .map(term -> term.month().col())
            .distinct()
            .toArray(Column[]::new);
    List<Column> sums = new ArrayList<>();
    for (Metric metric : metrics) {
      sums(metric).forEach(sum -> sums.add(sum(added(metric, sum)).as(name(metric, sum))));
    }
    return Unrolled.values(States.placed(rows), PeriodMonths.MONTH, distinct(months))
        .where(taken)
        .groupBy(columns(KEY))
        .agg(sums.get(0), rest(sums));
  }

  /** Empty where an earlier one is the same. */
  private static Column[] distinct(Column[] months) {
    return IntStream.range(0, months.length)
        .mapToObj(
            i ->
                Arrays.stream(months, 0, i)
                    .map(earlier -> months[i].eqNullSafe(earlier))
                    .reduce(Column::or)
                    .map(said -> when(not(said), months[i]))
                    .orElse(months[i]))
        .toArray(Column[]::new);
  }

  private static Column added(Metric metric, Field sum) {
    return metric.terms().stream()
        .filter(term -> States.added(metric, term).containsKey(sum))
        .map(
            term ->
                when(
                        term.month().col().equalTo(PeriodMonths.MONTH.col()),
                        States.added(metric, term).get(sum))
                    .otherwise(lit(0L)))
        .reduce(Column::plus)
        .orElseThrow();
  }

  /**
   * One row for each period, agency, service (and all of them) and metric, in the shape of {@link
   * Rollup#of}.
   *
   * @param fixed {@link id.rapor.table.NationalRates} at which the mix of cases is adjusted;
   *     without them each period's own
   */
  Dataset<Row> rolledUp(Optional<Dataset<Row>> fixed) {
    if (rates.isEmpty()) {
      return told(byAgency(merged(metrics), metrics), metrics);
    }
    Dataset<Row> applied =
        fixed.map(given -> CaseMix.fixed(given, adjusted, months)).orElseGet(rates::get);
    Dataset<Row> sums = byAgency(CaseMix.expected(merged(metrics), applied, adjusted), metrics);
    return told(
        sums.join(
            broadcast(CaseMix.national(applied, adjusted)),
            new String[] {Measurements.PERIOD.name(), Cases.SERVICE_ID.name()},
            "left"),
        metrics);
  }

  /** Each period's own {@link id.rapor.table.NationalRates}; empty if no metric is adjusted. */
  Optional<Dataset<Row>> rates() {
    return rates.map(found -> CaseMix.told(found, adjusted));
  }

  /** The sums of each period, by stratum of each agency. */
  private Dataset<Row> merged(List<Metric> some) {
    Dataset<Row> taken =
        months
            .groupBy(Measurements.PERIOD.col(), PeriodMonths.MONTH.col())
            .agg(FLOWS.is(takes(Merging.FLOW)), STOCKS.is(takes(Merging.STOCK)))
            .where(FLOWS.col().or(STOCKS.col()));
    List<Column> sums = new ArrayList<>();
    for (Metric metric : some) {
      Column takes = (metric.merging() == Merging.STOCK ? STOCKS : FLOWS).col();
      for (Field sum : sums(metric)) {
        Column column = col(name(metric, sum));
        sums.add(sum(when(takes, column)).as(name(metric, sum)));
      }
    }
    List<Field> key = new ArrayList<>(List.of(Measurements.PERIOD, Cases.AGENCY_ID));
    key.addAll(STRATUM);
    return monthly
        .join(broadcast(taken), PeriodMonths.MONTH.name())
        .groupBy(columns(key))
        .agg(sums.get(0), rest(sums));
  }

  private static Column takes(Merging merging) {
    return bool_or(PeriodMonths.MERGING.col().equalTo(merging.code()));
  }

  /** Sums of each agency's services, and of all of them. */
  private static Dataset<Row> byAgency(Dataset<Row> strata, List<Metric> metrics) {
    List<Column> sums = new ArrayList<>();
    for (Metric metric : metrics) {
      Stream.concat(
              sums(metric).stream(),
              metric.isAdjusted() ? CaseMix.EXPECTATIONS.stream() : Stream.of())
          .map(sum -> name(metric, sum))
          .forEach(name -> sums.add(sum(col(name)).as(name)));
    }
    Column[] services = columns(Spans.KEY);
    Dataset<Row> each = strata.groupBy(services).agg(sums.get(0), rest(sums));
    return Spans.inServices(each).groupBy(services).agg(sums.get(0), rest(sums));
  }

  /** A row for each metric that any row counted to. */
  private static Dataset<Row> told(Dataset<Row> sums, List<Metric> metrics) {
    Column[] told =
        metrics.stream()
            .map(metric -> when(held(metric, States.ROWS).gt(0), told(metric)))
            .toArray(Column[]::new);
    return Unrolled.structs(sums, Spans.KEY, Measurements.METRIC, told);
  }

  private static Column told(Metric metric) {
    List<Column> told = new ArrayList<>(List.of(Measurements.METRIC.is(lit(metric.code()))));
    told.addAll(Rollup.traits(metric));
    States.SUMS.forEach(sum -> told.add(sum.is(held(metric, sum))));
    for (Field sum : List.of(Rollup.EXPECTED, Rollup.NATIONAL)) {
      told.add(sum.is(metric.isAdjusted() ? col(name(metric, sum)) : lit(null)));
    }
    told.add(loose(metric, Rollup.LOOSE_WHOLE, States.WHOLE));
    told.add(loose(metric, Rollup.LOOSE_PART, States.PART));
    return struct(told.toArray(Column[]::new));
  }

  private static Column loose(Metric metric, Field loose, Field all) {
    return loose.is(metric.isAdjusted() ? col(name(metric, loose)) : held(metric, all));
  }

  /** A sum of a row: as it is held, as it follows from n, or empty. */
  static Column held(Metric metric, Field sum) {
    if (sums(metric).contains(sum)) {
      return col(name(metric, sum));
    }
    if (sum.equals(States.ROWS)) {
      return col(name(metric, Measurements.N));
    }
    return sum.equals(States.WHOLE)
        ? col(name(metric, Measurements.N)).multiply((long) States.HUNDRED)
        : sum.missing();
  }

  static Column[] columns(List<Field> fields) {
    return fields.stream().map(Field::col).toArray(Column[]::new);
  }

  static Column[] rest(List<Column> columns) {
    return columns.subList(1, columns.size()).toArray(Column[]::new);
  }
}
