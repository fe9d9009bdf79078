package id.rapor.measure;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * The largest difference in on-time rates between two recorded groups of applicants, within strata
 * of service x office: the Mantel-Haenszel risk difference (Greenland and Robins, 1985), in points,
 * with Sato's (1989) variance. A pair of groups counts with at least the metric's minimum of cases
 * in each group and {@link #LEAST_STRATA} strata that hold both. n is the smaller group.
 */
final class GroupGap {
  /** Strata that hold both groups; fewer tell of an office rather than of the groups. */
  static final long LEAST_STRATA = 5;

  private static final DataType EXACT = DataTypes.createDecimalType(38, 12);
  private static final Field HITS = Field.required("hits", Field.WHOLE, "on time");
  private static final Field OFFICE = Field.optional("gap_office", Field.TEXT, "the office");
  private static final Field STRATA = Field.required("strata", Field.WHOLE, "that hold both");
  private static final Field ABOVE = Field.required("above", EXACT, "weighted differences");
  private static final Field BELOW = Field.required("below", EXACT, "weights");
  private static final Field SPREAD = Field.required("spread", EXACT, "Sato's P");
  private static final Field CHANCE = Field.required("chance", EXACT, "Sato's Q");
  private static final Field FEWEST = Field.required("fewest", Field.WHOLE, "the smaller group");
  private static final Field BEST =
      Field.required("best", Field.TEXT, "the pair that differs most");
  private static final String ONE = "one";
  private static final String OTHER = "other";
  private static final int DECIMALS = 12;

  private GroupGap() {}

  static Dataset<Row> figures(
      Dataset<Row> judged, Metric metric, Dataset<Row> months, long leastPerGroup) {
    Dataset<Row> cells = cells(judged, metric.terms().get(0), months);
    Dataset<Row> pairs = pairs(cells).where(STRATA.col().geq(LEAST_STRATA));
    Column gap = ABOVE.col().cast(Field.REAL).divide(BELOW.col().cast(Field.REAL));
    Column variance =
        gap.multiply(SPREAD.col().cast(Field.REAL))
            .plus(CHANCE.col().cast(Field.REAL))
            .divide(BELOW.col().cast(Field.REAL).multiply(BELOW.col().cast(Field.REAL)));
    Dataset<Row> gaps =
        pairs
            .where(BELOW.col().gt(0))
            .withColumn(Measurements.VALUE.name(), abs(gap).multiply(100))
            .withColumn(
                Measurements.STANDARD_ERROR.name(),
                sqrt(greatest(variance, lit(0.0))).multiply(100));
    return shaped(largest(gaps, leastPerGroup), metric);
  }

  private static Dataset<Row> cells(Dataset<Row> judged, Term term, Dataset<Row> months) {
    Dataset<Row> monthly =
        judged
            .where(term.among())
            .groupBy(
                Cases.AGENCY_ID.col(),
                Cases.SERVICE_ID.col(),
                coalesce(Cases.OFFICE_ID.col(), lit("")).as(OFFICE.name()),
                Cases.APPLICANT_GROUP.col(),
                PeriodMonths.MONTH.is(term.month().col()))
            .agg(Measurements.N.is(count(lit(1))), HITS.is(count_if(JudgedCases.ON_TIME.col())));
    return monthly
        .join(broadcast(months), PeriodMonths.MONTH.name())
        .groupBy(
            Measurements.PERIOD.col(),
            Cases.AGENCY_ID.col(),
            Cases.SERVICE_ID.col(),
            OFFICE.col(),
            Cases.APPLICANT_GROUP.col())
        .agg(Measurements.N.is(sum(Measurements.N.col())), HITS.is(sum(HITS.col())));
  }

  /** Each two groups of an agency, in the order of their names, over the strata that hold both. */
  private static Dataset<Row> pairs(Dataset<Row> cells) {
    Column same =
        List.of(Measurements.PERIOD, Cases.AGENCY_ID, Cases.SERVICE_ID, OFFICE).stream()
            .map(field -> field.in(ONE).equalTo(field.in(OTHER)))
            .reduce(Column::and)
            .orElseThrow()
            .and(Cases.APPLICANT_GROUP.in(ONE).lt(Cases.APPLICANT_GROUP.in(OTHER)));
    Column n = Measurements.N.in(ONE).cast(Field.REAL);
    Column m = Measurements.N.in(OTHER).cast(Field.REAL);
    Column a = HITS.in(ONE).cast(Field.REAL);
    Column b = HITS.in(OTHER).cast(Field.REAL);
    Column all = n.plus(m);
    Column spread =
        n.multiply(n)
            .multiply(b)
            .minus(m.multiply(m).multiply(a))
            .plus(n.multiply(m).multiply(m.minus(n)).divide(2))
            .divide(all.multiply(all));
    Column chance = a.multiply(m.minus(b)).plus(b.multiply(n.minus(a))).divide(all.multiply(2));
    return cells
        .as(ONE)
        .join(cells.as(OTHER), same)
        .groupBy(
            Measurements.PERIOD.in(ONE),
            Cases.AGENCY_ID.in(ONE),
            concat(Cases.APPLICANT_GROUP.in(ONE), lit(" / "), Cases.APPLICANT_GROUP.in(OTHER))
                .as(Measurements.DETAIL.name()))
        .agg(
            STRATA.is(count(lit(1))),
            ABOVE.is(exact(a.multiply(m).minus(b.multiply(n)).divide(all))),
            BELOW.is(exact(n.multiply(m).divide(all))),
            SPREAD.is(exact(spread)),
            CHANCE.is(exact(chance)),
            FEWEST.is(least(sum(Measurements.N.in(ONE)), sum(Measurements.N.in(OTHER)))));
  }

  private static Column exact(Column each) {
    return sum(round(each, DECIMALS).cast(EXACT));
  }

  /** Pairs of too few come last, so that n tells of them only where there are no others. */
  private static Dataset<Row> largest(Dataset<Row> gaps, long leastPerGroup) {
    Column most =
        struct(
            FEWEST.col().geq(leastPerGroup).as(STRATA.name()),
            Measurements.VALUE.col(),
            Measurements.DETAIL.col());
    Column pair =
        struct(
            Measurements.VALUE.col(),
            Measurements.STANDARD_ERROR.col(),
            FEWEST.col(),
            Measurements.DETAIL.col());
    return gaps.groupBy(Measurements.PERIOD.col(), Cases.AGENCY_ID.col())
        .agg(max_by(pair, most).as(BEST.name()));
  }

  private static Dataset<Row> shaped(Dataset<Row> largest, Metric metric) {
    Column value = Measurements.VALUE.in(BEST.name());
    Column error = Measurements.STANDARD_ERROR.in(BEST.name());
    return largest.select(
        Measurements.PERIOD.col(),
        Cases.AGENCY_ID.col(),
        Cases.SERVICE_ID.is(lit(Measurements.ALL_SERVICES)),
        Measurements.METRIC.is(lit(metric.code())),
        Measurements.N.is(FEWEST.in(BEST.name())),
        Measurements.NUMERATOR.missing(),
        Measurements.DENOMINATOR.missing(),
        Measurements.VALUE.is(value),
        Measurements.STANDARD_ERROR.is(error),
        Measurements.LOW.is(greatest(lit(0.0), value.minus(error.multiply(Intervals.Z)))),
        Measurements.HIGH.is(least(lit(100.0), value.plus(error.multiply(Intervals.Z)))),
        Measurements.ANCHOR_SCALE.is(when(value.isNotNull(), 1.0)),
        Measurements.DETAIL.is(Measurements.DETAIL.in(BEST.name())));
  }
}
