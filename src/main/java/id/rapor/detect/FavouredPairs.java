package id.rapor.detect;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sum;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.stats.Tails;
import id.rapor.table.Cases;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import id.rapor.text.Language;
import id.rapor.text.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * An applicant meets the same officer far more often than chance, and is served faster.
 *
 * <p>The chance is hypergeometric, exact: of all cases of the kinds that the applicant asked for
 * (service, class and office), as many as the officer handled are marked, and the applicant's are
 * drawn. A desk that alone handles a service is thus no surprise. Faster: the geometric mean of the
 * pair's working times beside the agency's cases of the same service, class and month, with the
 * chance of Student's t. Both must be more than luck: the larger chance counts. Internal only.
 */
final class FavouredPairs implements Detector {
  private static final Parameter LEAST =
      new Parameter("least", 10, "cases of the pair, inclusive", "D20");
  private static final Parameter OFFICE =
      new Parameter("office", 100, "cases of those kinds, inclusive", "D20");
  private static final Parameter TIMES =
      new Parameter("times_expected", 3, "times the cases by chance, inclusive", "own");
  private static final Parameter MOST =
      new Parameter("most_time", 0.8, "of the time of like cases, inclusive", "own");

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "favoured_pairs",
          2,
          new Words("Pasangan pemohon dan petugas", "Favoured pairs"),
          new Words(
              "Apakah seorang pemohon terlalu sering dilayani petugas yang sama, dan lebih cepat?",
              "Does an applicant meet the same officer too often, and faster service?"),
          "unequal_treatment",
          "pair",
          "medium",
          "cases of an applicant with one officer (hypergeometric), >= {times_expected} times those"
              + " by chance, in at most {most_time} of the time of like cases (Student's t), both"
              + " at q <= {q}, of at least {least} cases of the pair and {office} of the office"
              + " (inclusive); six months",
          List.of(
              Need.of(Cases.APPLICANT_ID),
              Need.of(Cases.OFFICER_ID),
              Need.of(JudgedCases.WORKING_MINUTES)),
          List.of(Screen.Q, TIMES, MOST, LEAST, OFFICE),
          List.of("P3", "P4"),
          List.of("S3", "S1"),
          List.of("leadership", "team"),
          List.of("notary or corporate agent", "dedicated desk", "small village"),
          "Internal: ask how cases are given to officers and who acts for the applicant.",
          "own; exact hypergeometric test, Fisher 1935; Student 1908");

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Dataset<Row> all =
        Pace.timed(scene.recentCases())
            .where(Cases.OFFICER_ID.col().isNotNull())
            .withColumn(ShareRule.STRATUM.name(), Kinds.like(Cases.OFFICE_ID));
    Dataset<Row> often = often(all, scene.value(ENTRY, LEAST));
    Dataset<Row> theirs = Pace.besideLike(often, all);
    List<Tested> tested = new ArrayList<>();
    Map<Subject, List<Row>> work = work(all, often, scene);
    Screen.collected(pairs(theirs, scene), ENTRY).stream()
        .collect(groupingBy(row -> Subject.agency(row), LinkedHashMap::new, toList()))
        .forEach((agency, rows) -> tested.addAll(tested(rows, work.get(agency), scene)));
    return Screen.findings(
        tested, ENTRY, scene, new Screen.Kind(Subject.PAIR, Cases.SUBMITTED_AT.col()), theirs);
  }

  /** The cases of applicants who come to one agency often. */
  private static Dataset<Row> often(Dataset<Row> all, double least) {
    Dataset<Row> applicants =
        all.where(Cases.APPLICANT_ID.col().isNotNull())
            .groupBy(Cases.AGENCY_ID.col(), Cases.APPLICANT_ID.col())
            .agg(Measurements.N.is(count(lit(1))))
            .where(Measurements.N.col().geq(least))
            .drop(Measurements.N.name());
    return all.join(
        broadcast(applicants), new String[] {Cases.AGENCY_ID.name(), Cases.APPLICANT_ID.name()});
  }

  private static Dataset<Row> pairs(Dataset<Row> theirs, Scene scene) {
    Column[] keys = {
      Measurements.PERIOD.col(),
      Cases.AGENCY_ID.col(),
      Cases.APPLICANT_ID.col(),
      Cases.OFFICER_ID.col(),
      ShareRule.STRATUM.col()
    };
    return scene
        .trailing(
            theirs
                .groupBy(keys)
                .agg(
                    Measurements.N.is(count(lit(1))),
                    Pace.LONGER_SUM.is(sum(Pace.LONGER.col())),
                    Pace.LONGER_SQUARES.is(sum(pow(Pace.LONGER.col(), 2)))))
        .groupBy(keys)
        .agg(
            Measurements.N.is(sum(Measurements.N.col())),
            Pace.LONGER_SUM.is(sum(Pace.LONGER_SUM.col())),
            Pace.LONGER_SQUARES.is(sum(Pace.LONGER_SQUARES.col())));
  }

  /** How many cases of each kind each officer handled, of the agencies in question. */
  private static Map<Subject, List<Row>> work(Dataset<Row> all, Dataset<Row> often, Scene scene) {
    Column[] keys = {
      Measurements.PERIOD.col(),
      Cases.AGENCY_ID.col(),
      Cases.OFFICER_ID.col(),
      ShareRule.STRATUM.col()
    };
    Dataset<Row> agencies = often.select(Cases.AGENCY_ID.col()).distinct();
    Dataset<Row> byMonth =
        all.join(broadcast(agencies), Cases.AGENCY_ID.name())
            .groupBy(keys)
            .agg(Measurements.N.is(count(lit(1))));
    Dataset<Row> sums =
        scene.trailing(byMonth).groupBy(keys).agg(Measurements.N.is(sum(Measurements.N.col())));
    return Screen.collected(sums, ENTRY).stream().collect(groupingBy(row -> Subject.agency(row)));
  }

  private static List<Tested> tested(List<Row> pairs, List<Row> work, Scene scene) {
    List<Tested> tested = new ArrayList<>();
    pairs.stream()
        .collect(groupingBy(row -> Subject.text(row, Cases.APPLICANT_ID), TreeMap::new, toList()))
        .forEach(
            (applicant, rows) -> {
              Set<String> kinds = new HashSet<>();
              rows.forEach(row -> kinds.add(Subject.text(row, ShareRule.STRATUM)));
              List<Row> office =
                  work.stream()
                      .filter(row -> kinds.contains(Subject.text(row, ShareRule.STRATUM)))
                      .toList();
              if (total(office) >= scene.value(ENTRY, OFFICE)) {
                tested.addAll(of(applicant, rows, office, scene));
              }
            });
    return tested;
  }

  /** The applicant's pairs, among the work of the kinds asked for. */
  private static List<Tested> of(String applicant, List<Row> rows, List<Row> office, Scene scene) {
    Map<String, Long> handled = new HashMap<>();
    office.forEach(
        row ->
            handled.merge(
                Subject.text(row, Cases.OFFICER_ID),
                Subject.whole(row, Measurements.N),
                Long::sum));
    List<Tested> tested = new ArrayList<>();
    rows.stream()
        .collect(groupingBy(row -> Subject.text(row, Cases.OFFICER_ID), TreeMap::new, toList()))
        .forEach(
            (officer, own) -> {
              if (total(own) >= scene.value(ENTRY, LEAST)) {
                Subject pair = Subject.agency(own.get(0)).pair(officer, applicant);
                long[] counts = {total(own), total(office), handled.get(officer), total(rows)};
                double longer = Subject.sum(own, Pace.LONGER_SUM);
                double luck =
                    Pace.chanceOfFaster(counts[0], longer, Subject.sum(own, Pace.LONGER_SQUARES));
                tested.add(tested(pair, counts, Math.exp(longer / counts[0]), luck, scene));
              }
            });
    return tested;
  }

  /**
   * One pair.
   *
   * @param counts its cases; those of the kinds; of them the officer's; of them the applicant's
   * @param time of its cases beside like ones
   * @param luck the chance of being as fast
   */
  private static Tested tested(Subject pair, long[] counts, double time, double luck, Scene scene) {
    double expected = (double) counts[2] * counts[3] / counts[1];
    boolean isLarge =
        counts[0] >= scene.value(ENTRY, TIMES) * expected && time <= scene.value(ENTRY, MOST);
    return new Tested(
        pair,
        counts[0],
        expected,
        counts[0] / expected,
        counts[3],
        Math.max(luck, Tails.hypergeometric(counts[0], counts[1], counts[2], counts[3])),
        isLarge,
        words(counts, expected, time));
  }

  private static long total(List<Row> rows) {
    return rows.stream().mapToLong(row -> Subject.whole(row, Measurements.N)).sum();
  }

  private static Words words(long[] counts, double expected, double time) {
    return new Words(
        "Dari "
            + counts[3]
            + " berkas seorang pemohon, "
            + counts[0]
            + " ditangani petugas yang sama (menurut peluang "
            + Numbers.decimal(expected, 1, Language.INDONESIAN)
            + "), dalam "
            + Numbers.percent(time, 0, Language.INDONESIAN)
            + " waktu berkas sejenis.",
        "Of "
            + counts[3]
            + " cases of one applicant, "
            + counts[0]
            + " were handled by the same officer ("
            + Numbers.decimal(expected, 1, Language.ENGLISH)
            + " by chance), in "
            + Numbers.percent(time, 0, Language.ENGLISH)
            + " of the time of like cases.");
  }
}
