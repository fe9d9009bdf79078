package id.rapor.detect;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.stats.Tails;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import id.rapor.text.Language;
import id.rapor.text.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Payments above the tariff gather with one officer of an agency, beyond that officer's share of
 * the work. Expected are, for each service and class, the agency's payments above the tariff times
 * the officer's share of its cases; the chance is binomial, exact. Internal only.
 */
final class OfficerConcentration implements Detector {
  private static final Parameter LEAST =
      new Parameter("least", 20, "payments above the tariff, inclusive", "D06");
  private static final Parameter OFFICERS =
      new Parameter("officers", 5, "officers of the agency, inclusive", "D06");
  private static final Parameter TIMES =
      new Parameter("times_expected", 2, "times the share of work, inclusive", "own");

  private static final Field HITS =
      Field.required("hits", Field.WHOLE, "payments above the tariff");
  private static final Field ALL =
      Field.required("all_hits", Field.WHOLE, "payments above the tariff of the agency");
  private static final Field AMOUNT =
      Field.optional("excess_sum", Field.MONEY, "what these payments exceed the tariff by");

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "officer_concentration",
          2,
          new Words(
              "Kelebihan biaya terpusat pada seorang petugas", "Excess fees with one officer"),
          new Words(
              "Apakah kelebihan biaya terpusat pada seorang petugas?",
              "Do payments above the tariff gather with one officer?"),
          "fees",
          "officer",
          "medium",
          "share of the agency's payments above the tariff at q <= {q} and >= {times_expected} times the share of its work, of at least {least} such payments and {officers} officers (all inclusive); six months",
          List.of(Need.of(JudgedCases.EXCESS_FEE), Need.of(Cases.OFFICER_ID)),
          List.of(Screen.Q, TIMES, LEAST, OFFICERS),
          List.of("P4"),
          List.of("S3", "S1"),
          List.of("leadership", "system"),
          List.of("cashier for all", "shared login", "hard cases"),
          "Internal: ask for the officer's role and for the composition of the fees in the cases listed.",
          "own; exact binomial test");

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Dataset<Row> cases =
        scene
            .recentCases()
            .where(JudgedCases.EXCESS_FEE.col().isNotNull().and(Cases.OFFICER_ID.col().isNotNull()))
            .withColumn(ShareRule.STRATUM.name(), Kinds.like())
            .withColumn(ShareRule.HIT.name(), AboveTariff.isAbove());
    List<Tested> tested = new ArrayList<>();
    Screen.collected(counted(cases, scene), ENTRY).stream()
        .collect(groupingBy(row -> Subject.agency(row), LinkedHashMap::new, toList()))
        .values()
        .forEach(agency -> tested.addAll(tested(agency, scene)));
    return Screen.findings(
        tested,
        ENTRY,
        scene,
        new Screen.Kind(Subject.OFFICER, JudgedCases.EXCESS_FEE.col().desc()),
        cases.where(ShareRule.HIT.col()));
  }

  /** Cases by officer and kind, of agencies with enough payments above the tariff. */
  private static Dataset<Row> counted(Dataset<Row> cases, Scene scene) {
    Column[] keys = {
      Measurements.PERIOD.col(),
      Cases.AGENCY_ID.col(),
      Cases.OFFICER_ID.col(),
      ShareRule.STRATUM.col()
    };
    Dataset<Row> byMonth =
        cases
            .groupBy(keys)
            .agg(
                Measurements.N.is(count(lit(1))),
                HITS.is(count(when(ShareRule.HIT.col(), 1))),
                AMOUNT.is(sum(when(ShareRule.HIT.col(), JudgedCases.EXCESS_FEE.col()))));
    return scene
        .trailing(byMonth)
        .groupBy(keys)
        .agg(
            Measurements.N.is(sum(Measurements.N.col())),
            HITS.is(sum(HITS.col())),
            AMOUNT.is(sum(AMOUNT.col())))
        .withColumn(
            ALL.name(),
            sum(HITS.col())
                .over(Window.partitionBy(Measurements.PERIOD.col(), Cases.AGENCY_ID.col())))
        .where(ALL.col().geq(scene.value(ENTRY, LEAST)));
  }

  private static List<Tested> tested(List<Row> agency, Scene scene) {
    Map<String, long[]> kinds = new HashMap<>();
    for (Row row : agency) {
      long[] sums = kinds.computeIfAbsent(Subject.text(row, ShareRule.STRATUM), any -> new long[2]);
      sums[0] += Subject.whole(row, Measurements.N);
      sums[1] += Subject.whole(row, HITS);
    }
    Map<String, Long> hits = new TreeMap<>();
    Map<String, Double> expected = new HashMap<>();
    Map<String, BigDecimal> amounts = new HashMap<>();
    for (Row row : agency) {
      long[] kind = kinds.get(Subject.text(row, ShareRule.STRATUM));
      String officer = Subject.text(row, Cases.OFFICER_ID);
      hits.merge(officer, Subject.whole(row, HITS), Long::sum);
      expected.merge(
          officer, (double) kind[1] * Subject.whole(row, Measurements.N) / kind[0], Double::sum);
      BigDecimal amount = row.getAs(AMOUNT.name());
      if (amount != null) {
        amounts.merge(officer, amount, BigDecimal::add);
      }
    }
    if (hits.size() < scene.value(ENTRY, OFFICERS)) {
      return List.of();
    }
    Subject subject = Subject.agency(agency.get(0));
    long all = Subject.whole(agency.get(0), ALL);
    double times = scene.value(ENTRY, TIMES);
    return hits.entrySet().stream()
        .map(
            one ->
                tested(
                    subject.officer(one.getKey()),
                    one.getValue(),
                    expected.get(one.getKey()),
                    all,
                    times,
                    amounts.get(one.getKey())))
        .toList();
  }

  private static Tested tested(
      Subject officer, long hits, double expected, long all, double times, BigDecimal amount) {
    double share = (double) hits / all;
    double work = Math.min(1, expected / all);
    return new Tested(
        officer,
        share,
        work,
        share / work,
        all,
        Tails.binomial(hits, all, work),
        hits > 0 && share >= times * work,
        words(hits, all, work),
        amount);
  }

  private static Words words(long hits, long all, double work) {
    return new Words(
        "Dari "
            + all
            + " pembayaran di atas tarif, "
            + hits
            + " ada pada seorang petugas yang menangani "
            + Numbers.percent(work, 1, Language.INDONESIAN)
            + " pekerjaannya.",
        "Of "
            + all
            + " payments above the tariff, "
            + hits
            + " are with one officer who handled "
            + Numbers.percent(work, 1, Language.ENGLISH)
            + " of such work.");
  }
}
