package id.rapor.detect;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.when;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Findings;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import id.rapor.table.Pauses;
import id.rapor.table.Standards;
import id.rapor.table.Steps;
import id.rapor.table.WorkingDays;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * An open case that lies: its working age at as-of, pauses taken out, is more than 3 times its
 * limit (exclusive), and no step began or ended since it passed that age. Without a limit: 3 times
 * the 95th percentile of at least 30 peers of its service and class decided in the six months up to
 * as-of. A case whose clock is stopped at as-of waits for the applicant and is none.
 */
final class StalledCase implements Detector {
  private static final double NEARLY_ALL = 0.95;

  private static final Parameter TIMES =
      new Parameter(
          "times_limit",
          3,
          "times the limit, or the peers' 95th percentile, exclusive",
          "own; UU 25/2009: undue delay");
  private static final Parameter LEAST_PEERS =
      new Parameter("least_peers", 30, "decided cases of the kind, inclusive", "own");

  /** What is open is what is left over, the stalled among it. */
  private static final Parameter MOST_FLAGGED =
      new Parameter(Parameter.MOST_FLAGGED.name(), 0.25, Parameter.MOST_FLAGGED.meaning(), "own");

  private static final Field NOW =
      Field.required("worked_now", Field.WHOLE, "the calendar's running minutes at as-of");
  private static final Field AGE = Field.required("age", Field.REAL, "working minutes so far");
  private static final Field USUAL =
      Field.optional("usual", Field.REAL, "the peers' 95th percentile of working minutes");
  private static final Field ALLOWED =
      Field.required("allowed", Field.REAL, "the limit in working minutes, else the usual");
  private static final Field LAST =
      Field.optional("last_step_at", Field.TIME, "when a step last began or ended");
  private static final Field WORKED_THEN =
      Field.required("worked_then", Field.WHOLE, "the calendar's running minutes then");

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "stalled_case",
          3,
          new Words("Berkas mangkrak", "Stalled case"),
          new Words(
              "Apakah berkas ini terbuka jauh melewati batas waktu tanpa kegiatan?",
              "Has this case been open far beyond its limit without any step?"),
          "durations",
          "case",
          "medium",
          "open; working age > {times_limit} times the limit, without one the 95th percentile of at least {least_peers} peers (exclusive); no step since, or the last one longer ago than that limit; clock not stopped",
          List.of(Need.of(JudgedCases.CALENDAR)),
          List.of(TIMES, LEAST_PEERS, MOST_FLAGGED),
          List.of("P1", "P5"),
          List.of("S1", "S4"),
          List.of("leadership", "system"),
          List.of("appeal", "court order", "applicant silent", "closed and not entered"),
          "Ask who has the file and what it waits for.",
          "UU 25/2009; Ombudsman RI: protracted delay");

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Dataset<Row> tested = aged(scene).where(ALLOWED.col().isNotNull());
    Dataset<Row> old = tested.where(AGE.col().gt(bound(scene)));
    Dataset<Row> lying =
        old.join(stopped(scene), key(), "left_anti").join(touched(old, scene), key(), "left_anti");
    return Finding.ofCases(
        FalseDiscovery.counted(lying, tested)
            .withColumn(Findings.VALUE.name(), AGE.col())
            .withColumn(Findings.BASELINE.name(), ALLOWED.col())
            .withColumn(Findings.EFFECT.name(), AGE.col().divide(ALLOWED.col()))
            .withColumn(Measurements.N.name(), lit(1L))
            .withColumn(Findings.SENTENCE_ID.name(), indonesian())
            .withColumn(Findings.SENTENCE_EN.name(), english()),
        ENTRY,
        scene);
  }

  private static Column bound(Scene scene) {
    return ALLOWED.col().multiply(scene.value(ENTRY, TIMES));
  }

  /** The open cases with their age and what is allowed. */
  private static Dataset<Row> aged(Scene scene) {
    Dataset<Row> open =
        scene
            .cases()
            .where(Cases.CLOSED_AT.col().isNull().and(Cases.STATUS.col().equalTo("pending")));
    Column age =
        NOW.col()
            .minus(JudgedCases.WORKED_BEFORE_START.col())
            .minus(coalesce(Cases.PAUSED_MINUTES.col(), lit(0L)));
    Column now = lit(Timestamp.from(scene.asOf()));
    return Clock.at(open, broadcast(Clock.today(scene)), now, NOW)
        .join(broadcast(Clock.days(scene)), WorkingDays.CALENDAR.name())
        .join(
            broadcast(usual(scene)),
            new String[] {Cases.SERVICE_ID.name(), Cases.SERVICE_CLASS.name()},
            "left")
        .withColumn(AGE.name(), age.cast(Field.REAL))
        .withColumn(ALLOWED.name(), coalesce(Clock.limit(), USUAL.col()));
  }

  private static Dataset<Row> usual(Scene scene) {
    Object[] months = Scene.window(scene.now()).stream().map(YearMonth::toString).toArray();
    return scene
        .everyCase()
        .where(
            JudgedCases.DECIDED
                .col()
                .and(JudgedCases.LIMIT_MINUTES.col().isNull())
                .and(JudgedCases.CLOSED_MONTH.col().isin(months)))
        .groupBy(Cases.SERVICE_ID.col(), Cases.SERVICE_CLASS.col())
        .agg(
            count(lit(1)).as(Findings.TESTS.name()),
            USUAL.is(percentile(JudgedCases.WORKING_MINUTES.col(), lit(NEARLY_ALL))))
        .where(Findings.TESTS.col().geq(scene.value(ENTRY, LEAST_PEERS)).and(USUAL.col().gt(0)))
        .drop(Findings.TESTS.name());
  }

  /** Cases whose clock stands still at as-of; what is dated later has not come to pass yet. */
  private static Dataset<Row> stopped(Scene scene) {
    Column now = lit(scene.asOf());
    Column goesOn = Pauses.RESUMED_AT.col().isNull().or(Pauses.RESUMED_AT.col().gt(now));
    return scene
        .table(Pauses.FEED.table())
        .where(Pauses.PAUSED_AT.col().leq(now).and(goesOn))
        .select(Cases.AGENCY_ID.col(), Cases.CASE_ID.col())
        .distinct();
  }

  /**
   * Those of the {@code old} cases that are still worked on: a step was done since they passed the
   * bound, and no longer ago than what is allowed for the whole.
   */
  private static Dataset<Row> touched(Dataset<Row> old, Scene scene) {
    // Of what lies after as-of nothing has happened yet.
    Column moment = greatest(past(Steps.STARTED_AT, scene), past(Steps.ENDED_AT, scene));
    Dataset<Row> ages =
        old.select(
            Cases.AGENCY_ID.col(),
            Cases.CASE_ID.col(),
            JudgedCases.ZONE.col(),
            JudgedCases.CALENDAR.col(),
            JudgedCases.WORKED_BEFORE_START.col(),
            NOW.col(),
            ALLOWED.col());
    Dataset<Row> last =
        scene
            .table(Steps.FEED.table())
            .select(Cases.AGENCY_ID.col(), Cases.CASE_ID.col(), LAST.is(moment))
            .join(ages.select(Cases.AGENCY_ID.col(), Cases.CASE_ID.col()), key(), "left_semi")
            .groupBy(Cases.AGENCY_ID.col(), Cases.CASE_ID.col())
            .agg(LAST.is(max(LAST.col())));
    return Clock.at(ages.join(last, key()), scene.table(WorkingDays.TABLE), LAST.col(), WORKED_THEN)
        .where(WORKED_THEN.col().minus(JudgedCases.WORKED_BEFORE_START.col()).gt(bound(scene)))
        .where(NOW.col().minus(WORKED_THEN.col()).leq(ALLOWED.col()))
        .select(Cases.AGENCY_ID.col(), Cases.CASE_ID.col());
  }

  private static Column past(Field moment, Scene scene) {
    return when(moment.col().leq(lit(scene.asOf())), moment.col());
  }

  private static String[] key() {
    return new String[] {Cases.AGENCY_ID.name(), Cases.CASE_ID.name()};
  }

  private static Column days(Column minutes) {
    return minutes.divide(Clock.PER_OPEN_DAY.col());
  }

  private static Column indonesian() {
    return Phrases.sentence(
        "Berkas ",
        Cases.CASE_ID.col(),
        " sudah terbuka ",
        Phrases.indonesian(days(AGE.col()), 1),
        " hari kerja tanpa kegiatan baru, ",
        Phrases.indonesian(AGE.col().divide(ALLOWED.col()), 1),
        limited(
            " kali batas waktunya (dasar: ",
            " kali waktu yang cukup bagi 95 persen berkas sejenis",
            "tidak disebut",
            ")"),
        ".",
        Phrases.LEAD_ID);
  }

  private static Column english() {
    return Phrases.sentence(
        "Case ",
        Cases.CASE_ID.col(),
        " has been open for ",
        Phrases.english(days(AGE.col()), 1),
        " working days without a new step, ",
        Phrases.english(AGE.col().divide(ALLOWED.col()), 1),
        limited(
            " times its limit (basis: ",
            " times what is enough for 95 percent of its kind",
            "not stated",
            ")"),
        ".",
        Phrases.LEAD_EN);
  }

  private static Column limited(String limit, String usual, String unknown, String end) {
    return when(
            JudgedCases.LIMIT_MINUTES.col().isNotNull(),
            Phrases.sentence(limit, coalesce(Standards.LEGAL_BASIS.col(), lit(unknown)), end))
        .otherwise(lit(usual));
  }
}
