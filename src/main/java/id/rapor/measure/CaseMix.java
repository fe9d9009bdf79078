package id.rapor.measure;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.NationalRates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the mix of cases would lead one to expect of an agency: indirect standardisation over
 * service x class x channel at national rates, the same period's or those of a fixed reference.
 * Strata of fewer than 3 agencies have no rate worth the name and are left as they are.
 */
final class CaseMix {
  private static final long LEAST_AGENCIES = 3;
  private static final int DECIMALS = 12;

  /** What is expected of each stratum, and what is left as it is. */
  static final List<Field> EXPECTATIONS =
      List.of(Rollup.EXPECTED, Rollup.LOOSE_WHOLE, Rollup.LOOSE_PART);

  private static final String OWN = "own";
  private static final String NATION = "nation";
  private static final Field NATION_WHOLE =
      Field.optional("nation_whole", Field.WHOLE, "hundredths below the line, of all agencies");
  private static final Field NATION_PART =
      Field.optional("nation_part", Field.WHOLE, "hundredths above the line, of all agencies");

  private CaseMix() {}

  /** What the nation's agencies add up to, by stratum, and how many they are. */
  static Dataset<Row> rates(Dataset<Row> merged, List<Metric> adjusted) {
    List<Column> sums = new ArrayList<>();
    for (Metric metric : adjusted) {
      sums.add(
          count_if(Strata.held(metric, States.ROWS).gt(0))
              .as(Strata.name(metric, NationalRates.AGENCIES)));
      sums.add(sum(Strata.held(metric, States.WHOLE)).as(Strata.name(metric, NATION_WHOLE)));
      sums.add(sum(Strata.held(metric, States.PART)).as(Strata.name(metric, NATION_PART)));
    }
    List<Field> key = new ArrayList<>(List.of(Measurements.PERIOD));
    key.addAll(Strata.STRATUM);
    return merged.groupBy(Strata.columns(key)).agg(sums.get(0), Strata.rest(sums));
  }

  /** {@code rates} as rows of {@link NationalRates}, where an agency can be held against them. */
  static Dataset<Row> told(Dataset<Row> rates, List<Metric> adjusted) {
    Column[] told =
        adjusted.stream()
            .map(
                metric ->
                    when(
                        isTight(metric),
                        struct(
                            Measurements.METRIC.is(lit(metric.code())),
                            NationalRates.AGENCIES.is(
                                col(Strata.name(metric, NationalRates.AGENCIES))),
                            NationalRates.NUMERATOR.is(units(metric, NATION_PART)),
                            NationalRates.DENOMINATOR.is(units(metric, NATION_WHOLE)))))
            .toArray(Column[]::new);
    List<Field> key = new ArrayList<>(List.of(Measurements.PERIOD));
    key.addAll(Strata.STRATUM);
    return NationalRates.TABLE.shape(Unrolled.structs(rates, key, Measurements.METRIC, told));
  }

  private static Column units(Metric metric, Field hundredths) {
    return col(Strata.name(metric, hundredths)).divide(States.HUNDRED);
  }

  /** {@code rows} of {@link NationalRates} as {@link #rates} of every period of {@code months}. */
  static Dataset<Row> fixed(Dataset<Row> rows, List<Metric> adjusted, Dataset<Row> months) {
    List<Column> rates = new ArrayList<>();
    for (Metric metric : adjusted) {
      rates.add(of(metric, NationalRates.AGENCIES.col(), NationalRates.AGENCIES));
      rates.add(of(metric, hundredths(NationalRates.NUMERATOR), NATION_PART));
      rates.add(of(metric, hundredths(NationalRates.DENOMINATOR), NATION_WHOLE));
    }
    return rows.groupBy(Strata.columns(Strata.STRATUM))
        .agg(rates.get(0), Strata.rest(rates))
        .crossJoin(broadcast(months.select(Measurements.PERIOD.col()).distinct()));
  }

  private static Column of(Metric metric, Column value, Field field) {
    Column own = when(Measurements.METRIC.col().equalTo(metric.code()), value);
    return max(own).as(Strata.name(metric, field));
  }

  private static Column hundredths(Field amount) {
    return amount.col().multiply((int) States.HUNDRED).cast(Field.WHOLE);
  }

  /** Whether the stratum has a rate that an agency can be held against. */
  private static Column isTight(Metric metric) {
    return coalesce(
        col(Strata.name(metric, NationalRates.AGENCIES))
            .geq(LEAST_AGENCIES)
            .and(col(Strata.name(metric, NATION_WHOLE)).gt(0)),
        lit(false));
  }

  static Dataset<Row> expected(Dataset<Row> merged, Dataset<Row> rates, List<Metric> adjusted) {
    Column same = Measurements.PERIOD.in(OWN).equalTo(Measurements.PERIOD.in(NATION));
    for (Field field : Strata.STRATUM) {
      same = same.and(field.in(OWN).eqNullSafe(field.in(NATION)));
    }
    Dataset<Row> joined = merged.as(OWN).join(broadcast(rates.as(NATION)), same, "left");
    Map<String, Column> columns = new LinkedHashMap<>();
    for (Metric metric : adjusted) {
      Column rate =
          col(Strata.name(metric, NATION_PART))
              .cast(Field.REAL)
              .divide(col(Strata.name(metric, NATION_WHOLE)).cast(Field.REAL));
      Column whole = Strata.held(metric, States.WHOLE);
      Column atRate = round(whole.divide(States.HUNDRED).multiply(rate), DECIMALS);
      columns.put(
          Strata.name(metric, Rollup.EXPECTED),
          Rollup.EXPECTED.is(when(isTight(metric), atRate).otherwise(0)));
      columns.put(
          Strata.name(metric, Rollup.LOOSE_WHOLE), when(isTight(metric), 0L).otherwise(whole));
      columns.put(
          Strata.name(metric, Rollup.LOOSE_PART),
          when(isTight(metric), 0L).otherwise(Strata.held(metric, States.PART)));
    }
    return joined
        .withColumns(columns)
        .drop(
            Measurements.PERIOD.in(NATION),
            Strata.STRATUM.stream().map(field -> field.in(NATION)).toArray(Column[]::new));
  }

  /** The national part over whole of the strata that are adjusted, by service and of all. */
  static Dataset<Row> national(Dataset<Row> rates, List<Metric> adjusted) {
    List<Column> shares = new ArrayList<>();
    for (Metric metric : adjusted) {
      Column part =
          sum(when(isTight(metric), col(Strata.name(metric, NATION_PART)))).cast(Field.REAL);
      Column whole =
          sum(when(isTight(metric), col(Strata.name(metric, NATION_WHOLE)))).cast(Field.REAL);
      shares.add(when(whole.gt(0), part.divide(whole)).as(Strata.name(metric, Rollup.NATIONAL)));
    }
    return Spans.inServices(rates)
        .groupBy(Measurements.PERIOD.col(), Cases.SERVICE_ID.col())
        .agg(shares.get(0), Strata.rest(shares));
  }
}
