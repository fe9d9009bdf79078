package id.rapor.detect;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Work outside opening hours goes to few applicants, and faster.
 *
 * <p>A case is off hours if it was closed outside the office's opening hours, days off included.
 * For each applicant with several such cases the chance is hypergeometric, exact: the applicant's
 * cases drawn from all of the agency's, those off hours marked; the agency's chance is the least of
 * them times their number (Bonferroni). Kinds of cases that the nation often closes off hours are
 * left out: they are issued automatically, or by shifts. So are closings without a time of day. The
 * value is the share of off-hours cases that the three applicants with the most have; the baseline
 * their share of all other cases. Shift work and weekend opening spread over many applicants; and
 * who merely comes often, and is served in the evening no faster than others, is not favoured
 * unless hardly anybody else is served then. How much faster must be more than luck too (Student's
 * t); the larger chance counts.
 */
final class OffHoursFavours implements Detector {
  private static final int TOP = 3;

  private static final Parameter LEAST =
      new Parameter("least", 30, "cases off hours, inclusive", "D23");
  private static final Parameter USUAL =
      new Parameter(
          "usual_share",
          0.2,
          "of the nation's cases of a kind off hours, from which on it is left out, inclusive",
          "own: automatic issue, offices that never close");
  private static final Parameter OWN =
      new Parameter("applicant_cases", 5, "off hours of an applicant, inclusive", "own");
  private static final Parameter SHARE =
      new Parameter("top_share", 0.1, "of the three with most, inclusive", "own");
  private static final Parameter MOST =
      new Parameter(
          "most_time",
          0.8,
          "of the time of like cases of the agency, inclusive",
          "own: as for pairs");
  private static final Parameter ALONE =
      new Parameter(
          "alone_share",
          0.5,
          "of the three with most, from which on their pace does not matter, inclusive",
          "own: hardly anybody else is served then");
  private static final Parameter TIMES =
      new Parameter("times_expected", 2, "times their share of other cases, inclusive", "own");

  private static final Field OFF = Field.required("off_hours", Field.WHOLE, "cases off hours");

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "off_hours_favours",
          5,
          new Words("Layanan di luar jam untuk segelintir pemohon", "Off-hours favours"),
          new Words(
              "Apakah layanan di luar jam kerja hanya untuk segelintir pemohon?",
              "Does work outside opening hours go to few applicants?"),
          "orientation",
          "agency",
          "medium",
          "share of off-hours cases with the three applicants who have most >= {top_share} and >="
              + " {times_expected} times their share of other cases, in at most {most_time} of the"
              + " time of like cases (Student's t) or >= {alone_share}, one of them"
              + " (hypergeometric) at q <= {q}, of at least {least} off-hours cases (kinds off"
              + " hours in {usual_share} of the nation's cases left out) and {applicant_cases} of"
              + " an applicant (inclusive); six months",
          List.of(
              Need.of(Cases.APPLICANT_ID),
              Need.of(Cases.CLOSED_AT),
              Need.of(JudgedCases.WORKING_MINUTES)),
          List.of(Screen.Q, SHARE, TIMES, MOST, ALONE, LEAST, OWN, USUAL),
          List.of("P5", "P3"),
          List.of("S3", "S1"),
          List.of("leadership", "team"),
          List.of("shift work", "weekend opening", "emergency"),
          "Ask who opened the office for these cases and on what ground.",
          "own; exact hypergeometric test, Fisher 1935; Student 1908");

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Dataset<Row> cases = dated(scene);
    Dataset<Row> kinds = unusual(cases, scene);
    Dataset<Row> often = often(cases, scene.value(ENTRY, OWN));
    Map<Subject, Row> totals = new LinkedHashMap<>();
    Screen.collected(counted(cases, kinds, scene, Cases.AGENCY_ID), ENTRY)
        .forEach(row -> totals.put(Subject.agency(row), row));
    Dataset<Row> theirs = Pace.besideLike(often, cases);
    List<Tested> tested = new ArrayList<>();
    Screen.collected(counted(theirs, kinds, scene, Cases.AGENCY_ID, Cases.APPLICANT_ID), ENTRY)
        .stream()
        .collect(groupingBy(row -> Subject.agency(row), LinkedHashMap::new, toList()))
        .forEach((agency, rows) -> test(agency, rows, totals.get(agency), scene, tested));
    return Screen.findingsOf(
        tested,
        ENTRY,
        scene,
        new Screen.Kind(Subject.AGENCY, Cases.CLOSED_AT.col()),
        ofKinds(scene.trailing(theirs.where(ShareRule.HIT.col())), kinds));
  }

  /** Every decided case of a known applicant, marked where it was closed off hours. */
  private static Dataset<Row> dated(Scene scene) {
    Dataset<Row> timed =
        Pace.timed(scene.recentCases())
            .where(Cases.APPLICANT_ID.col().isNotNull())
            .where(Kinds.hasHour(Cases.CLOSED_AT));
    return WorkedTime.besideDay(timed, Cases.CLOSED_AT, scene)
        .withColumn(ShareRule.HIT.name(), WorkedTime.isClosed(Cases.CLOSED_AT))
        .withColumn(ShareRule.STRATUM.name(), Kinds.like());
  }

  /** The kinds that the nation seldom closes off hours in the months up to each period. */
  private static Dataset<Row> unusual(Dataset<Row> cases, Scene scene) {
    Column[] keys = {Measurements.PERIOD.col(), ShareRule.STRATUM.col()};
    Dataset<Row> byMonth =
        cases
            .groupBy(keys)
            .agg(Measurements.N.is(count(lit(1))), OFF.is(count(when(ShareRule.HIT.col(), 1))));
    return scene
        .trailing(byMonth)
        .groupBy(keys)
        .agg(Measurements.N.is(sum(Measurements.N.col())), OFF.is(sum(OFF.col())))
        .where(OFF.col().lt(Measurements.N.col().multiply(scene.value(ENTRY, USUAL))))
        .select(keys);
  }

  /** Of {@code rows} about periods, those of {@code kinds}. */
  private static Dataset<Row> ofKinds(Dataset<Row> rows, Dataset<Row> kinds) {
    return rows.join(
        broadcast(kinds), new String[] {Measurements.PERIOD.name(), ShareRule.STRATUM.name()});
  }

  /** The cases of applicants with several off hours at one agency. */
  private static Dataset<Row> often(Dataset<Row> cases, double least) {
    Dataset<Row> applicants =
        cases
            .where(ShareRule.HIT.col())
            .groupBy(Cases.AGENCY_ID.col(), Cases.APPLICANT_ID.col())
            .agg(OFF.is(count(lit(1))))
            .where(OFF.col().geq(least))
            .drop(OFF.name());
    return cases.join(
        broadcast(applicants), new String[] {Cases.AGENCY_ID.name(), Cases.APPLICANT_ID.name()});
  }

  private static Dataset<Row> counted(
      Dataset<Row> cases, Dataset<Row> kinds, Scene scene, Field... by) {
    Column[] keys =
        Stream.concat(Stream.of(Measurements.PERIOD), Arrays.stream(by))
            .map(Field::col)
            .toArray(Column[]::new);
    Column[] keysAndKind =
        Stream.concat(Arrays.stream(keys), Stream.of(ShareRule.STRATUM.col()))
            .toArray(Column[]::new);
    boolean isBesideLike = List.of(cases.columns()).contains(Pace.LONGER.name());
    Column longer = isBesideLike ? when(ShareRule.HIT.col(), Pace.LONGER.col()) : lit(null);
    Dataset<Row> byMonth =
        cases
            .groupBy(keysAndKind)
            .agg(
                Measurements.N.is(count(lit(1))),
                OFF.is(count(when(ShareRule.HIT.col(), 1))),
                Pace.LONGER_SUM.is(sum(longer)),
                Pace.LONGER_SQUARES.is(sum(pow(longer, 2))));
    return ofKinds(scene.trailing(byMonth), kinds)
        .groupBy(keys)
        .agg(
            Measurements.N.is(sum(Measurements.N.col())),
            OFF.is(sum(OFF.col())),
            total(Pace.LONGER_SUM),
            total(Pace.LONGER_SQUARES));
  }

  private static Column total(Field sums) {
    return sums.is(coalesce(sum(sums.col()), lit(0.0)));
  }

  private static void test(
      Subject agency, List<Row> applicants, Row total, Scene scene, List<Tested> tested) {
    long all = Subject.whole(total, Measurements.N);
    long off = Subject.whole(total, OFF);
    List<Row> several =
        applicants.stream()
            .filter(row -> Subject.whole(row, OFF) >= scene.value(ENTRY, OWN))
            .sorted(
                Comparator.comparing((Row row) -> -Subject.whole(row, OFF))
                    .thenComparing(row -> Subject.text(row, Cases.APPLICANT_ID)))
            .toList();
    if (off < scene.value(ENTRY, LEAST) || several.isEmpty()) {
      return;
    }
    double rarest =
        several.stream()
            .mapToDouble(
                row ->
                    Tails.hypergeometric(
                        Subject.whole(row, OFF), all, off, Subject.whole(row, Measurements.N)))
            .min()
            .orElse(1);
    List<Row> top = several.subList(0, Math.min(TOP, several.size()));
    tested.add(tested(agency, top, all, off, Math.min(1, rarest * several.size()), scene));
  }

  private static Tested tested(
      Subject agency, List<Row> top, long all, long off, double p, Scene scene) {
    long theirs = top.stream().mapToLong(row -> Subject.whole(row, OFF)).sum();
    long others = top.stream().mapToLong(row -> Subject.whole(row, Measurements.N)).sum() - theirs;
    double share = (double) theirs / off;
    // Half a case stands for none, so that a share of 0 is not certain.
    double usual = Math.max((double) others, 0.5) / Math.max(all - off, 1);
    double longer = Subject.sum(top, Pace.LONGER_SUM);
    double time = Math.exp(longer / theirs);
    boolean isAlone = share >= scene.value(ENTRY, ALONE);
    double luck =
        isAlone ? 0 : Pace.chanceOfFaster(theirs, longer, Subject.sum(top, Pace.LONGER_SQUARES));
    boolean isLarge =
        share >= scene.value(ENTRY, SHARE)
            && share >= scene.value(ENTRY, TIMES) * usual
            && (isAlone || time <= scene.value(ENTRY, MOST));
    return new Tested(
        agency,
        share,
        usual,
        share / usual,
        off,
        Math.max(p, luck),
        isLarge,
        words(top.size(), off, share, time));
  }

  private static Words words(int applicants, long off, double share, double time) {
    return new Words(
        "Dari "
            + off
            + " berkas yang ditutup di luar jam kerja, "
            + Numbers.percent(share, 1, Language.INDONESIAN)
            + " milik "
            + applicants
            + " pemohon, dalam "
            + percent(time, "kurang dari ", Language.INDONESIAN)
            + " waktu berkas sejenis.",
        "Of "
            + off
            + " cases closed outside opening hours, "
            + Numbers.percent(share, 1, Language.ENGLISH)
            + " are those of "
            + applicants
            + " applicants, in "
            + percent(time, "less than ", Language.ENGLISH)
            + " of the time of like cases.");
  }

  /** Nobody is served in no time: the working time of what is done at night is a minute. */
  private static String percent(double time, String less, Language language) {
    double least = 0.01;
    return (time < least ? less : "") + Numbers.percent(Math.max(time, least), 0, language);
  }
}
