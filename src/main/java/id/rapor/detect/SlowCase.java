package id.rapor.detect;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.udf;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.stats.NormalTail;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Findings;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * One case far slower than its peers: working time on the log scale against the median and the MAD
 * of cases of the same service and class closed in the same month.
 *
 * <p>z = (ln t - median) / (1.4826 MAD); p its upper normal tail; q by Benjamini and Hochberg
 * (1995) over all cases of the month. It fires at q <= 0.05 and at least 3 times the peers' median,
 * among at least 30 peers; all inclusive. Peers without any spread are not tested.
 */
final class SlowCase implements Detector {
  private static final double MAD_TO_SD = 1.4826022185056018;

  private static final Parameter Q =
      new Parameter("q", 0.05, "false discovery rate, inclusive", "Benjamini and Hochberg, 1995");
  private static final Parameter TIMES_MEDIAN =
      new Parameter("times_median", 3, "times the peers' median, inclusive", "own");
  private static final Parameter LEAST_PEERS =
      new Parameter("least_peers", 30, "cases of the kind in the month, inclusive", "own");

  private static final Field LOG =
      Field.required("log_minutes", Field.REAL, "natural logarithm of the working minutes");
  private static final Field CENTRE =
      Field.required("centre", Field.REAL, "the peers' median of it");
  private static final Field SPREAD =
      Field.required("spread", Field.REAL, "the peers' MAD of it, as standard deviation");

  private static final UserDefinedFunction UPPER_TAIL =
      udf((UDF1<Double, Double>) NormalTail::above, DataTypes.DoubleType);

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "slow_case",
          1,
          new Words("Berkas sangat lambat", "Slow case"),
          new Words(
              "Apakah berkas ini jauh lebih lama daripada berkas sejenis?",
              "Did this case take far longer than its like?"),
          "durations",
          "case",
          "medium",
          "q <= {q} on the log scale and >= {times_median} times the median of at least {least_peers} peers (inclusive)",
          List.of(Need.of(JudgedCases.WORKING_MINUTES)),
          List.of(Q, TIMES_MEDIAN, LEAST_PEERS),
          List.of("P1", "P2"),
          List.of("S4", "S1"),
          List.of("system"),
          List.of("complex file", "court order", "applicant silent"),
          "Read the case's steps and find where it lay.",
          "own; Benjamini and Hochberg, 1995");

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    double q = scene.value(ENTRY, Q);
    double times = scene.value(ENTRY, TIMES_MEDIAN);
    Dataset<Row> tested = scored(scene.cases(), scene.value(ENTRY, LEAST_PEERS));
    Column z = LOG.col().minus(CENTRE.col()).divide(SPREAD.col());
    Dataset<Row> candidates =
        tested
            .withColumn(Findings.P_VALUE.name(), UPPER_TAIL.apply(z))
            .where(Findings.P_VALUE.col().leq(q));
    Column effect = exp(LOG.col().minus(CENTRE.col()));
    return Finding.ofCases(
        FalseDiscovery.withQ(candidates)
            .where(Findings.Q_VALUE.col().leq(q).and(effect.geq(times)))
            .withColumn(Findings.VALUE.name(), JudgedCases.WORKING_MINUTES.col())
            .withColumn(Findings.BASELINE.name(), exp(CENTRE.col()))
            .withColumn(Findings.EFFECT.name(), effect)
            .withColumn(Findings.SENTENCE_ID.name(), indonesian(effect))
            .withColumn(Findings.SENTENCE_EN.name(), english(effect)),
        ENTRY,
        scene);
  }

  private static Dataset<Row> scored(Dataset<Row> cases, double leastPeers) {
    String[] peers = {
      Measurements.PERIOD.name(), Cases.SERVICE_ID.name(), Cases.SERVICE_CLASS.name()
    };
    Dataset<Row> timed =
        cases
            .where(JudgedCases.DECIDED.col().and(JudgedCases.WORKING_MINUTES.col().isNotNull()))
            .withColumn(LOG.name(), log(greatest(JudgedCases.WORKING_MINUTES.col(), lit(1L))));
    Dataset<Row> centres =
        timed
            .groupBy(Measurements.PERIOD.col(), Cases.SERVICE_ID.col(), Cases.SERVICE_CLASS.col())
            .agg(CENTRE.is(median(LOG.col())), Measurements.N.is(count(lit(1))));
    Dataset<Row> spreads =
        timed
            .join(centres, peers)
            .groupBy(Measurements.PERIOD.col(), Cases.SERVICE_ID.col(), Cases.SERVICE_CLASS.col())
            .agg(SPREAD.is(median(abs(LOG.col().minus(CENTRE.col()))).multiply(MAD_TO_SD)));
    Dataset<Row> usable =
        centres
            .join(spreads, peers)
            .where(Measurements.N.col().geq(leastPeers).and(SPREAD.col().gt(0)));
    return FalseDiscovery.counted(timed.join(usable, peers));
  }

  private static Column indonesian(Column effect) {
    return Phrases.sentence(
        "Berkas ",
        Cases.CASE_ID.col(),
        " memakan ",
        Phrases.indonesian(JudgedCases.WORKING_MINUTES.col().divide(480), 1),
        " hari kerja, ",
        Phrases.indonesian(effect, 1),
        " kali median ",
        Measurements.N.col(),
        " berkas sejenis.",
        Phrases.LEAD_ID);
  }

  private static Column english(Column effect) {
    return Phrases.sentence(
        "Case ",
        Cases.CASE_ID.col(),
        " took ",
        Phrases.english(JudgedCases.WORKING_MINUTES.col().divide(480), 1),
        " working days, ",
        Phrases.english(effect, 1),
        " times the median of ",
        Measurements.N.col(),
        " cases of its kind.",
        Phrases.LEAD_EN);
  }
}
