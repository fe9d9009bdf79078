package id.rapor.detect;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Findings;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Decided faster than the work can be done: from the clock's start to the decision it took less
 * than 0.2 times the first percentile of at least 50 peers of the same service, class and month, or
 * less than a configured floor; both exclusive. All minutes between count, not working ones alone,
 * so that work out of hours is not taken for none.
 *
 * <p>The percentile is that of the peers without those that lie below 0.2 times exp(median - 2.326
 * sd) themselves, as long as these are no more than 5 % of them: a handful of such cases must not
 * hide each other. Where more are that quick, quick is a way in which the service is given, and the
 * percentile is that of all. Where an agency, over the six months up to that one, decides most
 * cases of a service, class and channel that quickly, and at least 5, it issues them by itself:
 * they are left alone. So are peers of whom one in a hundred takes less than two minutes: they are
 * timed in whole minutes, of which a fifth says nothing. A closing without a time of day tells
 * nothing about minutes.
 */
final class InstantCompletion implements Detector {
  private static final double FIRST_PERCENTILE_Z = 2.3263478740408408;
  private static final double OUTLIERS = 0.05;
  private static final double MOST = 0.5;
  private static final long HABIT = 5;

  /** Logarithms closer than this are equal. */
  private static final double ROUNDING = 1e-9;

  private static final Parameter SHARE =
      new Parameter(
          "share_of_percentile",
          0.2,
          "times the peers' first percentile, exclusive",
          "own: five times as fast as the fastest in a hundred");
  private static final Parameter FLOOR =
      new Parameter(
          "floor_minutes",
          0,
          "minutes below which no case of any service can be decided, exclusive; 0 = none",
          "own: to be set where the sum of the shortest steps is known");
  private static final Parameter LEAST_PEERS =
      new Parameter("least_peers", 50, "cases of the kind in the month, inclusive", "own");

  private static final Field TOOK =
      Field.required(
          "log_took", Field.REAL, "natural logarithm of the minutes it took; at least one second");
  private static final Field FENCE =
      Field.required("fence", Field.REAL, "below it a case is set aside, on the log scale");
  private static final Field FIRST =
      Field.required("first_percentile", Field.REAL, "of the peers, on the log scale");
  private static final Field BOUND =
      Field.required("bound", Field.REAL, "what a case must fall below, on the log scale");
  private static final Field ALIKE =
      Field.required("alike", Field.WHOLE, "cases of the agency, service, class and channel");
  private static final Field QUICK = Field.required("quick", Field.WHOLE, "those below the bound");

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "instant_completion",
          3,
          new Words("Selesai seketika", "Instant completion"),
          new Words(
              "Apakah berkas ini diputus lebih cepat daripada yang mungkin dikerjakan?",
              "Was this case decided faster than the work can be done?"),
          "durations",
          "case",
          "medium",
          "minutes taken < {share_of_percentile} times the first percentile of at least"
              + " {least_peers} peers, or < {floor_minutes} minutes (exclusive)",
          List.of(Need.of(JudgedCases.WORKING_MINUTES)),
          List.of(SHARE, FLOOR, LEAST_PEERS),
          List.of("P4", "P1"),
          List.of("S1", "S4"),
          List.of("system"),
          List.of("automatic issue", "late data entry", "bulk upload", "renewal without a check"),
          "Ask through which channel and in which batch the case was entered and who decided it.",
          "own; after the feasible minimum of process mining");

  /** How an agency may be used to deciding. */
  private static final String[] WAY =
      Stream.of(Cases.AGENCY_ID, Cases.SERVICE_ID, Cases.SERVICE_CLASS, Cases.CHANNEL)
          .map(Field::name)
          .toArray(String[]::new);

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Dataset<Row> timed = Pace.timed(scene.cases());
    Dataset<Row> tested = Peers.beside(took(timed), bounds(timed, scene));
    Dataset<Row> found = notByHabit(tested.where(isQuick()), scene);
    Column effect = exp(TOOK.col().minus(FIRST.col()));
    return Finding.ofCases(
        FalseDiscovery.counted(found, tested)
            .withColumn(Findings.VALUE.name(), exp(TOOK.col()))
            .withColumn(Findings.BASELINE.name(), exp(FIRST.col()))
            .withColumn(Findings.EFFECT.name(), effect)
            .withColumn(Findings.SENTENCE_ID.name(), indonesian())
            .withColumn(Findings.SENTENCE_EN.name(), english()),
        ENTRY,
        scene);
  }

  /** Those of {@code timed} that tell when on its day they were closed, with {@link #TOOK}. */
  private static Dataset<Row> took(Dataset<Row> timed) {
    Column minutes =
        unix_seconds(Cases.CLOSED_AT.col())
            .minus(unix_seconds(JudgedCases.CLOCK_START_AT.col()))
            .divide(60.0);
    return timed
        .where(Kinds.hasHour(Cases.CLOSED_AT))
        .withColumn(TOOK.name(), log(greatest(minutes, lit(1 / 60.0))));
  }

  private static Column isQuick() {
    return TOOK.col().lt(BOUND.col().minus(ROUNDING));
  }

  /** One row for each peer group that is large enough: its first percentile and the bound. */
  private static Dataset<Row> bounds(Dataset<Row> timed, Scene scene) {
    double share = scene.value(ENTRY, SHARE);
    double floor = scene.value(ENTRY, FLOOR);
    Dataset<Row> groups =
        Peers.of(timed)
            .where(Measurements.N.col().geq(scene.value(ENTRY, LEAST_PEERS)))
            .withColumn(
                FENCE.name(),
                Peers.CENTRE
                    .col()
                    .minus(Peers.SPREAD.col().multiply(FIRST_PERCENTILE_Z))
                    .plus(Math.log(share)));
    Column aside = Pace.LOG.col().lt(FENCE.col().minus(ROUNDING));
    Column rest = percentile(when(aside, lit(null)).otherwise(Pace.LOG.col()), lit(0.01));
    // What is counted as one minute may have taken a second.
    Column byPeers =
        when(FIRST.col().geq(Math.log(2) - ROUNDING), FIRST.col().plus(Math.log(share)));
    Column few = count_if(aside).leq(count(lit(1)).multiply(OUTLIERS));
    return Peers.beside(timed.select(Peers.columns(Pace.LOG)), groups)
        .groupBy(Peers.columns())
        .agg(
            Measurements.N.is(count(lit(1))),
            FIRST.is(when(few, rest).otherwise(percentile(Pace.LOG.col(), lit(0.01)))))
        .withColumn(BOUND.name(), floor > 0 ? greatest(byPeers, lit(Math.log(floor))) : byPeers)
        .where(BOUND.col().isNotNull());
  }

  /**
   * Those of the {@code quick} cases whose agency is not used to deciding their like as quickly.
   */
  private static Dataset<Row> notByHabit(Dataset<Row> quick, Scene scene) {
    Dataset<Row> named = quick.withColumn(Cases.CHANNEL.name(), channel());
    Column[] way = Peers.columns(Cases.AGENCY_ID, Cases.CHANNEL);
    Dataset<Row> ways = named.groupBy(way).agg(BOUND.is(max(BOUND.col())));
    Dataset<Row> alike =
        took(Pace.timed(scene.recentCases()))
            .withColumn(Cases.CHANNEL.name(), channel())
            .select(Peers.columns(Cases.AGENCY_ID, Cases.CHANNEL, TOOK))
            .join(broadcast(ways.drop(Measurements.PERIOD.name())), WAY, "left_semi");
    Dataset<Row> habits =
        scene
            .trailing(alike)
            .join(broadcast(ways), Peers.names(Cases.AGENCY_ID, Cases.CHANNEL))
            .groupBy(way)
            .agg(ALIKE.is(count(lit(1))), QUICK.is(count_if(isQuick())))
            .where(QUICK.col().geq(HABIT).and(QUICK.col().gt(ALIKE.col().multiply(MOST))))
            .select(way);
    return named.join(broadcast(habits), Peers.names(Cases.AGENCY_ID, Cases.CHANNEL), "left_anti");
  }

  private static Column channel() {
    return coalesce(Cases.CHANNEL.col(), lit(""));
  }

  private static Column indonesian() {
    return Phrases.sentence(
        "Berkas ",
        Cases.CASE_ID.col(),
        " diputus dalam ",
        Phrases.indonesian(exp(TOOK.col()), 1),
        " menit; dari ",
        Measurements.N.col(),
        " berkas sejenis hanya 1 persen yang selesai dalam ",
        Phrases.indonesian(exp(FIRST.col()), 0),
        " menit kerja atau kurang.",
        Phrases.LEAD_ID);
  }

  private static Column english() {
    return Phrases.sentence(
        "Case ",
        Cases.CASE_ID.col(),
        " was decided within ",
        Phrases.english(exp(TOOK.col()), 1),
        " minutes; of ",
        Measurements.N.col(),
        " cases of its kind only 1 percent take ",
        Phrases.english(exp(FIRST.col()), 0),
        " working minutes or less.",
        Phrases.LEAD_EN);
  }
}
