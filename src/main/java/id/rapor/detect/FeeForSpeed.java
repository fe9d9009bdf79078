package id.rapor.detect;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.stats.HodgesLehmann;
import id.rapor.stats.NormalTail;
import id.rapor.stats.VanElteren;
import id.rapor.stats.VanElteren.Ranks;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import id.rapor.text.Language;
import id.rapor.text.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Who paid above the tariff was served faster than who paid exactly it, within the same service,
 * class, office and month of closing.
 *
 * <p>p is the lower tail of van Elteren's stratified rank test on working durations. The effect is
 * exp of the Hodges-Lehmann centre of the strata's differences between median log durations: 0.5 =
 * half the time. A lawful express class has a tariff of its own and is a stratum of its own.
 */
final class FeeForSpeed implements Detector {
  private static final Parameter LEAST =
      new Parameter("least", 30, "cases on either side, inclusive", "D07");
  private static final Parameter STRATA =
      new Parameter("strata", 3, "strata with both sides, inclusive", "D07");
  private static final Parameter MOST =
      new Parameter("most_time", 0.8, "of the others' time, inclusive", "own: worth a look");

  private static final Field PAYERS =
      Field.required("payers", Field.WHOLE, "cases paid above the tariff");
  private static final Field RANK = Field.required("place", Field.WHOLE, "rank, ties as the first");
  private static final Field TIED = Field.required("tied", Field.WHOLE, "cases as long");
  private static final Field RANKS =
      Field.required("rank_sum", Field.REAL, "mid-ranks of those paid above the tariff");
  private static final Field TIES =
      Field.required("tie_sum", Field.REAL, "sum of t^3 - t over equal durations");
  private static final Field SHIFT =
      Field.required("shift", Field.REAL, "difference between median log durations");
  private static final Field AMOUNT =
      Field.required("excess_sum", Field.MONEY, "what they paid above the tariff");

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "fee_for_speed",
          2,
          new Words("Bayar lebih, dilayani lebih cepat", "Paid more, served faster"),
          new Words(
              "Apakah yang membayar di atas tarif dilayani lebih cepat?",
              "Are those who pay above the tariff served faster?"),
          "fees",
          "agency",
          "medium",
          "working time of cases paid above the tariff at q <= {q} and at most {most_time} of that of cases paid exactly it, at least {least} of each in at least {strata} strata of service, class, office and month (all inclusive); six months",
          List.of(Need.of(JudgedCases.EXCESS_FEE), Need.of(JudgedCases.WORKING_MINUTES)),
          List.of(Screen.Q, MOST, LEAST, STRATA),
          List.of("P4", "P3"),
          List.of("S3", "S1"),
          List.of("leadership", "system"),
          List.of("an express class that the reference does not know", "simpler cases"),
          "Compare both distributions in each stratum and ask what the higher fee was paid for.",
          "van Elteren 1960; Hodges and Lehmann 1963");

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Column isAbove = AboveTariff.isAbove();
    Dataset<Row> cases =
        Pace.timed(scene.recentCases())
            .where(JudgedCases.EXPECTED_FEE.col().gt(0))
            .where(isAbove.or(JudgedCases.FEE_RIGHT.col()))
            .withColumn(ShareRule.HIT.name(), isAbove)
            .withColumn(ShareRule.STRATUM.name(), Kinds.like(Cases.OFFICE_ID, Measurements.PERIOD));
    List<Tested> tested = new ArrayList<>();
    Screen.collected(scene.trailing(strata(cases)), ENTRY).stream()
        .collect(groupingBy(row -> Subject.agency(row), LinkedHashMap::new, toList()))
        .forEach((agency, strata) -> test(agency, strata, scene, tested));
    return Screen.findings(
        tested,
        ENTRY,
        scene,
        new Screen.Kind(Subject.AGENCY, JudgedCases.WORKING_MINUTES.col()),
        cases.where(ShareRule.HIT.col()));
  }

  /** One row for each stratum in which anybody paid above the tariff. */
  private static Dataset<Row> strata(Dataset<Row> cases) {
    Column[] keys = {Measurements.PERIOD.col(), Cases.AGENCY_ID.col(), ShareRule.STRATUM.col()};
    WindowSpec stratum = Window.partitionBy(keys);
    WindowSpec tied =
        Window.partitionBy(
            Measurements.PERIOD.col(),
            Cases.AGENCY_ID.col(),
            ShareRule.STRATUM.col(),
            JudgedCases.WORKING_MINUTES.col());
    Column hit = ShareRule.HIT.col();
    Column midRank = RANK.col().plus(TIED.col().minus(1).divide(2));
    return cases
        .select(
            Measurements.PERIOD.col(),
            Cases.AGENCY_ID.col(),
            ShareRule.STRATUM.col(),
            JudgedCases.WORKING_MINUTES.col(),
            Pace.LOG.col(),
            JudgedCases.EXCESS_FEE.col(),
            hit)
        .withColumn(PAYERS.name(), count(when(hit, 1)).over(stratum))
        .where(PAYERS.col().gt(0))
        .withColumn(RANK.name(), rank().over(stratum.orderBy(JudgedCases.WORKING_MINUTES.col())))
        .withColumn(TIED.name(), count(lit(1)).over(tied))
        .groupBy(keys)
        .agg(
            Measurements.N.is(count(lit(1))),
            PAYERS.is(count(when(hit, 1))),
            RANKS.is(sum(when(hit, midRank))),
            AMOUNT.is(sum(when(hit, JudgedCases.EXCESS_FEE.col()))),
            TIES.is(sum(TIED.col().multiply(TIED.col()).minus(1))),
            SHIFT.is(
                median(when(hit, Pace.LOG.col()))
                    .minus(median(when(hit, null).otherwise(Pace.LOG.col())))));
  }

  private static void test(Subject agency, List<Row> strata, Scene scene, List<Tested> tested) {
    double least = scene.value(ENTRY, LEAST);
    List<Row> both = strata.stream().filter(row -> row.getAs(SHIFT.name()) != null).toList();
    long payers = both.stream().mapToLong(row -> Subject.whole(row, PAYERS)).sum();
    long all = both.stream().mapToLong(row -> Subject.whole(row, Measurements.N)).sum();
    if (payers < least || all - payers < least || both.size() < scene.value(ENTRY, STRATA)) {
      return;
    }
    double z = VanElteren.z(both.stream().map(FeeForSpeed::ranks).toList());
    double ratio =
        Math.exp(
            HodgesLehmann.centre(
                both.stream().mapToDouble(row -> Subject.real(row, SHIFT)).toArray()));
    tested.add(
        new Tested(
            agency,
            ratio,
            1,
            ratio,
            payers,
            NormalTail.above(-z),
            ratio <= scene.value(ENTRY, MOST),
            words(payers, all - payers, ratio),
            both.stream()
                .map(row -> row.<BigDecimal>getAs(AMOUNT.name()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)));
  }

  private static Ranks ranks(Row row) {
    return new Ranks(
        Subject.whole(row, PAYERS),
        Subject.whole(row, Measurements.N),
        Subject.real(row, RANKS),
        Subject.real(row, TIES));
  }

  private static Words words(long payers, long others, double ratio) {
    return new Words(
        payers
            + " berkas yang dibayar di atas tarif selesai dalam "
            + Numbers.percent(ratio, 0, Language.INDONESIAN)
            + " waktu "
            + others
            + " berkas sejenis yang dibayar tepat sesuai tarif.",
        payers
            + " cases paid above the tariff were done in "
            + Numbers.percent(ratio, 0, Language.ENGLISH)
            + " of the time of "
            + others
            + " like cases paid exactly the tariff.");
  }
}
