package id.rapor.detect;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.stats.AdjustedBoxplot;
import id.rapor.stats.NormalTail;
import id.rapor.stats.Quantiles;
import id.rapor.stats.RobustScores;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import id.rapor.text.Language;
import id.rapor.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * An agency far slower than its peers at the same services.
 *
 * <p>For each service and class the median log working duration is held against the median of the
 * other agencies' medians, each agency with one voice; an agency's lag is the mean of these
 * differences over its cases. It fires beyond a modified z of 3.5 among all agencies' lags
 * (Iglewicz and Hoaglin 1993), outside their adjusted boxplot (Hubert and Vandervieren 2008), and
 * at one and a half times the peers' time at least. The chance is the upper normal tail of z.
 *
 * <p>As in a funnel, few cases say less (Spiegelhalter 2005): the spread of the lags already holds
 * the sampling error of a usual agency, and what an agency's own is larger by is added to it, in
 * squares. The error of a median of n cases is sqrt(pi / 2 / n) times their spread within agencies,
 * that of half their middle half over 0.6745.
 */
final class SlowAgency implements Detector {
  private static final Parameter LEAST =
      new Parameter("least", 30, "decided cases, inclusive", "D11");
  private static final Parameter PEERS =
      new Parameter("peers", 5, "agencies tested, inclusive", "own: fewer have no spread");
  private static final Parameter Z =
      new Parameter("modified_z", 3.5, "modified z, exclusive", "Iglewicz and Hoaglin 1993");
  private static final Parameter TIMES =
      new Parameter("times_peers", 1.5, "times the peers' time, inclusive", "own: worth a look");

  /** Logarithms are counted in steps of 1.6 %, so that months of counts make medians. */
  private static final int STEPS = 64;

  private static final Field STEP =
      Field.required("log_step", Field.REAL, "log minutes to the nearest step");
  private static final Field MIDDLE =
      Field.required("log_median", Field.REAL, "median log minutes");
  private static final Field LOW = Field.required("log_low", Field.REAL, "their lower quartile");
  private static final Field HIGH = Field.required("log_high", Field.REAL, "their upper quartile");

  /** Quartiles of a standard normal lie so far from its middle. */
  private static final double QUARTILE = 0.6744897501960817;

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "slow_agency",
          2,
          new Words("Lembaga jauh lebih lambat", "Slow agency"),
          new Words(
              "Apakah lembaga ini jauh lebih lambat daripada lembaga sejenis?",
              "Is the agency far slower than its peers?"),
          "durations",
          "agency",
          "medium",
          "modified z > {modified_z} (exclusive) of the log median duration beside peers at the same services, outside the adjusted boxplot, at q <= {q} and >= {times_peers} times their time, of at least {least} cases and {peers} agencies (inclusive); six months",
          List.of(Need.of(JudgedCases.WORKING_MINUTES)),
          List.of(Screen.Q, Z, TIMES, LEAST, PEERS),
          List.of("P1", "P2"),
          List.of("S4", "S1"),
          List.of("system", "situational"),
          List.of("harder cases", "loss of staff", "disaster", "system outage"),
          "Look at the case mix, the staff and the steps where time is spent.",
          "Iglewicz and Hoaglin 1993; Hubert and Vandervieren 2008");

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Dataset<Row> cases =
        Pace.timed(scene.recentCases()).withColumn(ShareRule.STRATUM.name(), Kinds.like());
    List<Tested> tested = new ArrayList<>();
    Screen.collected(medians(cases, scene), ENTRY).stream()
        .collect(groupingBy(row -> Subject.text(row, Measurements.PERIOD), toList()))
        .values()
        .forEach(period -> tested.addAll(tested(lags(period, scene), scene)));
    return Screen.findings(
        tested,
        ENTRY,
        scene,
        new Screen.Kind(Subject.AGENCY, JudgedCases.WORKING_MINUTES.col().desc()),
        cases);
  }

  /** The median of every agency, service and class over the months up to each period. */
  private static Dataset<Row> medians(Dataset<Row> cases, Scene scene) {
    Column[] keys = {Measurements.PERIOD.col(), Cases.AGENCY_ID.col(), ShareRule.STRATUM.col()};
    Column[] steps = {
      Measurements.PERIOD.col(), Cases.AGENCY_ID.col(), ShareRule.STRATUM.col(), STEP.col()
    };
    Dataset<Row> byMonth =
        cases
            .withColumn(STEP.name(), round(Pace.LOG.col().multiply(STEPS)).divide(STEPS))
            .groupBy(steps)
            .agg(Measurements.N.is(count(lit(1))));
    return scene
        .trailing(byMonth)
        .groupBy(keys)
        .agg(
            MIDDLE.is(percentile(STEP.col(), lit(0.5), Measurements.N.col())),
            LOW.is(percentile(STEP.col(), lit(0.25), Measurements.N.col())),
            HIGH.is(percentile(STEP.col(), lit(0.75), Measurements.N.col())),
            Measurements.N.is(sum(Measurements.N.col())));
  }

  /** How far an agency lies behind its peers, as a logarithm, over so many cases; its variance. */
  record Lag(Subject agency, double lag, long n, double variance) {}

  private static List<Lag> lags(List<Row> period, Scene scene) {
    Map<String, List<Row>> kinds =
        period.stream().collect(groupingBy(row -> Subject.text(row, ShareRule.STRATUM)));
    Map<String, Double> variances = new HashMap<>();
    kinds.forEach((kind, rows) -> variances.put(kind, variance(rows)));
    Map<Subject, List<Row>> agencies =
        period.stream()
            .sorted(Comparator.comparing(row -> Subject.text(row, Cases.AGENCY_ID)))
            .collect(groupingBy(row -> Subject.agency(row), LinkedHashMap::new, toList()));
    List<Lag> lags = new ArrayList<>();
    agencies.forEach(
        (agency, rows) -> {
          long n = 0;
          double behind = 0;
          double variance = 0;
          for (Row row : rows) {
            double[] others = others(row, kinds.get(Subject.text(row, ShareRule.STRATUM)));
            if (others.length > 0) {
              long cases = Subject.whole(row, Measurements.N);
              n += cases;
              behind += cases * (Subject.real(row, MIDDLE) - Quantiles.median(others));
              variance += cases * variances.get(Subject.text(row, ShareRule.STRATUM));
            }
          }
          if (n >= scene.value(ENTRY, LEAST)) {
            lags.add(new Lag(agency, behind / n, n, Math.PI / 2 * variance / n / n));
          }
        });
    return lags;
  }

  /** The variance of log minutes within the agencies of one kind, from their quartiles. */
  private static double variance(List<Row> kind) {
    double squares = 0;
    long n = 0;
    for (Row row : kind) {
      double spread = (Subject.real(row, HIGH) - Subject.real(row, LOW)) / 2 / QUARTILE;
      squares += Subject.whole(row, Measurements.N) * spread * spread;
      n += Subject.whole(row, Measurements.N);
    }
    return squares / n;
  }

  private static double[] others(Row own, List<Row> kind) {
    String agency = Subject.text(own, Cases.AGENCY_ID);
    return kind.stream()
        .filter(row -> !Subject.text(row, Cases.AGENCY_ID).equals(agency))
        .mapToDouble(row -> Subject.real(row, MIDDLE))
        .toArray();
  }

  static List<Tested> tested(List<Lag> lags, Scene scene) {
    if (lags.size() < scene.value(ENTRY, PEERS)) {
      return List.of();
    }
    double[] all = lags.stream().mapToDouble(Lag::lag).toArray();
    RobustScores scores = RobustScores.of(all);
    AdjustedBoxplot fences = AdjustedBoxplot.of(all);
    double usual = Quantiles.median(lags.stream().mapToDouble(Lag::variance).toArray());
    double most = scene.value(ENTRY, Z);
    double times = Math.log(scene.value(ENTRY, TIMES));
    return lags.stream()
        .map(
            one -> {
              double more = Math.sqrt(Math.max(0, one.variance() - usual));
              double z = scores.z(one.lag(), more);
              boolean isLarge = z > most && one.lag() > fences.high() && one.lag() >= times;
              double ratio = Math.exp(one.lag());
              return new Tested(
                  one.agency(),
                  ratio,
                  Math.exp(scores.median()),
                  ratio,
                  one.n(),
                  NormalTail.above(z),
                  isLarge,
                  words(one.n(), ratio));
            })
        .toList();
  }

  private static Words words(long n, double ratio) {
    return new Words(
        Numbers.whole(n, Language.INDONESIAN)
            + " berkas memakan median "
            + Numbers.decimal(ratio, 1, Language.INDONESIAN)
            + " kali waktu lembaga lain untuk layanan yang sama.",
        Numbers.whole(n, Language.ENGLISH)
            + " cases took a median of "
            + Numbers.decimal(ratio, 1, Language.ENGLISH)
            + " times the time of other agencies at the same services.");
  }
}
