package id.rapor.detect;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.stats.MantelHaenszel;
import id.rapor.stats.Stratum;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import id.rapor.text.Language;
import id.rapor.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;

/**
 * A group of applicants is served worse by an agency than its others for the same: later than the
 * limit, refused, or slower than half of the like, each within service, class, office and month.
 *
 * <p>Cochran, Mantel and Haenszel's test over the strata, each group against all others with a
 * recorded group. It fires where the adjusted odds ratio is at least 1.25 and its 95 % interval
 * lies above 1; what a lawful ground puts first is left out, as all others are slower beside it. An
 * agency's strongest disparity is its finding. The crude ratio stands beside it; where strata
 * disagree (Tarone, p below 0.05) the sentence says so. Groups are as recorded, never inferred.
 */
final class GroupDisparity implements Detector {
  private static final Parameter LEAST =
      new Parameter("least", 30, "cases of the group and of others, inclusive", "D18");
  private static final Parameter STRATA =
      new Parameter("strata", 5, "strata with both, inclusive", "D18");
  private static final Parameter RATIO =
      new Parameter("odds_ratio", 1.25, "adjusted odds ratio, inclusive", "D18: the 0.8 rule");

  private static final double DISAGREE = 0.05;

  private static final Parameter ROOM =
      new Parameter(
          "room",
          5,
          "cases by which the group's late, refused or slow ones may lie from those expected, either way, inclusive; with less room the test's chances are too small",
          "Mantel and Fleiss 1980");

  private static final Field MIDDLE =
      Field.required("stratum_median", Field.REAL, "median working minutes of the stratum");
  private static final Field MINUTES =
      Field.optional("decided_minutes", Field.REAL, "working minutes of a decided case");
  private static final Field SLOW = counts("slow", "longer than the stratum's median");
  private static final Field TIMED = counts("timed", "decided");
  private static final Field LATE = counts("late", "not on time");
  private static final Field DUE = counts("due", "due");
  private static final Field REFUSED = counts("refused", "rejected");

  /** What may be worse for a group. */
  private enum Outcome {
    LATE_CASES(LATE, DUE, "melewati batas waktu", "over the time limit"),
    REFUSALS(REFUSED, TIMED, "ditolak", "refused"),
    SLOW_CASES(SLOW, TIMED, "lebih lama daripada median", "slower than the median");

    private final Field events;
    private final Field all;
    private final Words words;

    Outcome(Field events, Field all, String indonesian, String english) {
      this.events = events;
      this.all = all;
      this.words = new Words(indonesian, english);
    }
  }

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "group_disparity",
          3,
          new Words("Perlakuan kelompok yang tidak setara", "Group disparity"),
          new Words(
              "Apakah satu kelompok pemohon dilayani lebih buruk untuk hal yang sama?",
              "Is a group of applicants served worse for the same thing?"),
          "unequal_treatment",
          "agency",
          "medium",
          "odds of late, refused or slow cases, but for those first by law, over strata of service, class, office and month at q <= {q} (Cochran-Mantel-Haenszel), adjusted odds ratio >= {odds_ratio} with its 95 % interval above 1, at least {least} cases on either side in {strata} strata and room for {room} more or fewer than expected (inclusive); six months",
          List.of(Need.of(Cases.APPLICANT_GROUP)),
          List.of(Screen.Q, RATIO, LEAST, STRATA, ROOM),
          List.of("P3"),
          List.of("S3", "S4"),
          List.of("leadership", "team"),
          List.of(
              "files of one group less complete",
              "another channel chosen",
              "language",
              "a mix of services that the strata do not see"),
          "Look at the strata with the largest differences and at how complete the files were.",
          "Mantel and Haenszel 1959; Robins, Breslow and Greenland 1986; Tarone 1985");

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Dataset<Row> cases =
        scene
            .recentCases()
            .where(Cases.APPLICANT_GROUP.col().isNotNull().and(not(JudgedCases.WITHDRAWN.col())))
            .where(not(Kinds.isFirstByLaw()))
            .withColumn(ShareRule.STRATUM.name(), Kinds.like(Cases.OFFICE_ID, Measurements.PERIOD));
    List<Disparity> disparities = new ArrayList<>();
    Screen.collected(scene.trailing(strata(cases)), ENTRY).stream()
        .collect(groupingBy(row -> Subject.agency(row), LinkedHashMap::new, toList()))
        .forEach((agency, rows) -> disparities.addAll(tested(agency, rows, scene)));
    return Screen.findingsOf(
        disparities.stream().map(Disparity::test).toList(),
        ENTRY,
        scene,
        new Screen.Kind(Subject.AGENCY, JudgedCases.WORKING_MINUTES.col().desc_nulls_last()),
        ofWorseServed(scene.trailing(cases), disparities));
  }

  /** A group beside all others. */
  record Disparity(String group, Tested test) {}

  /** Of the cases {@code looked} at, those of the groups that a finding may be about. */
  static Dataset<Row> ofWorseServed(Dataset<Row> looked, List<Disparity> disparities) {
    List<Field> key = List.of(Measurements.PERIOD, Cases.AGENCY_ID, Cases.APPLICANT_GROUP);
    StructType schema = new StructType();
    for (Field field : key) {
      schema = schema.add(field.name(), field.type());
    }
    List<Row> groups =
        disparities.stream()
            .filter(one -> one.test().isLarge())
            .map(
                one ->
                    RowFactory.create(
                        one.test().subject().period(),
                        one.test().subject().agencyId(),
                        one.group()))
            .toList();
    return looked.join(
        broadcast(looked.sparkSession().createDataFrame(groups, schema)),
        key.stream().map(Field::name).toArray(String[]::new));
  }

  /** Counts by group of every stratum. */
  private static Dataset<Row> strata(Dataset<Row> cases) {
    Column stratum = ShareRule.STRATUM.col();
    Column minutes = when(JudgedCases.DECIDED.col(), JudgedCases.WORKING_MINUTES.col());
    Column middle =
        median(MINUTES.col())
            .over(
                Window.partitionBy(
                    Measurements.PERIOD.col(), Cases.AGENCY_ID.col(), ShareRule.STRATUM.col()));
    return cases
        .select(
            Measurements.PERIOD.col(),
            Cases.AGENCY_ID.col(),
            stratum,
            Cases.APPLICANT_GROUP.col(),
            JudgedCases.ON_TIME.col(),
            Cases.STATUS.col(),
            MINUTES.is(minutes))
        .withColumn(MIDDLE.name(), middle)
        .groupBy(
            Measurements.PERIOD.col(), Cases.AGENCY_ID.col(), stratum, Cases.APPLICANT_GROUP.col())
        .agg(
            DUE.is(count(JudgedCases.ON_TIME.col())),
            LATE.is(count(when(not(JudgedCases.ON_TIME.col()), 1))),
            TIMED.is(count(MINUTES.col())),
            SLOW.is(count(when(MINUTES.col().gt(MIDDLE.col()), 1))),
            REFUSED.is(
                count(
                    when(
                        MINUTES.col().isNotNull().and(Cases.STATUS.col().equalTo(lit("rejected"))),
                        1))));
  }

  /** Every group and outcome of one agency; only the strongest may become a finding. */
  private static List<Disparity> tested(Subject agency, List<Row> rows, Scene scene) {
    Map<String, List<Row>> byStratum =
        rows.stream()
            .collect(
                groupingBy(row -> Subject.text(row, ShareRule.STRATUM), TreeMap::new, toList()));
    List<String> groups =
        rows.stream()
            .map(row -> Subject.text(row, Cases.APPLICANT_GROUP))
            .distinct()
            .sorted()
            .toList();
    List<Disparity> tested = new ArrayList<>();
    for (String group : groups) {
      for (Outcome outcome : Outcome.values()) {
        List<Stratum> strata =
            byStratum.values().stream().map(one -> stratum(one, group, outcome)).toList();
        if (isEnough(strata, scene)) {
          tested.add(new Disparity(group, tested(agency, group, outcome, strata, scene)));
        }
      }
    }
    tested.sort(
        Comparator.comparing((Disparity one) -> !one.test().isLarge())
            .thenComparing(one -> one.test().p()));
    for (int weaker = 1; weaker < tested.size(); weaker++) {
      Disparity one = tested.get(weaker);
      tested.set(weaker, new Disparity(one.group(), one.test().asTestAlone()));
    }
    return tested;
  }

  private static Stratum stratum(List<Row> rows, String group, Outcome outcome) {
    long[] counts = new long[4];
    for (Row row : rows) {
      int side = Subject.text(row, Cases.APPLICANT_GROUP).equals(group) ? 0 : 2;
      long events = Subject.whole(row, outcome.events);
      counts[side] += events;
      counts[side + 1] += Subject.whole(row, outcome.all) - events;
    }
    return new Stratum(counts[0], counts[1], counts[2], counts[3]);
  }

  private static boolean isEnough(List<Stratum> strata, Scene scene) {
    double least = scene.value(ENTRY, LEAST);
    List<Stratum> both = strata.stream().filter(Stratum::hasBoth).toList();
    return both.size() >= scene.value(ENTRY, STRATA)
        && both.stream().mapToLong(Stratum::group).sum() >= least
        && both.stream().mapToLong(Stratum::others).sum() >= least
        && MantelHaenszel.room(both) >= scene.value(ENTRY, ROOM);
  }

  private static Tested tested(
      Subject agency, String group, Outcome outcome, List<Stratum> strata, Scene scene) {
    long n = strata.stream().mapToLong(Stratum::group).sum();
    MantelHaenszel exact = MantelHaenszel.of(strata);
    MantelHaenszel found =
        Double.isInfinite(exact.ratio()) ? MantelHaenszel.of(Stratum.bounded(strata)) : exact;
    boolean isLarge = found.ratio() >= scene.value(ENTRY, RATIO) && found.low() > 1;
    return new Tested(
        agency,
        found.ratio(),
        1,
        found.ratio(),
        n,
        exact.p(),
        isLarge,
        words(n, group, outcome, found));
  }

  private static Words words(long n, String group, Outcome outcome, MantelHaenszel found) {
    boolean disagrees = found.heterogeneity() < DISAGREE;
    return new Words(
        "Untuk layanan, kantor dan bulan yang sama, peluang "
            + outcome.words.id()
            + " bagi "
            + n
            + " berkas kelompok \""
            + group
            + "\" "
            + Numbers.decimal(found.ratio(), 2, Language.INDONESIAN)
            + " kali kelompok lain (tanpa penyesuaian "
            + Numbers.decimal(found.crude(), 2, Language.INDONESIAN)
            + ")"
            + (disagrees ? "; besarnya tidak sama di semua lapisan." : "."),
        "For the same service, office and month the odds of being "
            + outcome.words.en()
            + " are, for "
            + n
            + " cases of group \""
            + group
            + "\", "
            + Numbers.decimal(found.ratio(), 2, Language.ENGLISH)
            + " times those of the others (unadjusted "
            + Numbers.decimal(found.crude(), 2, Language.ENGLISH)
            + ")"
            + (disagrees ? "; strata differ in how much." : "."));
  }

  private static Field counts(String name, String what) {
    return Field.required(name, Field.WHOLE, "cases " + what);
  }
}
