package id.rapor.detect;

import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.udf;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.stats.NormalTail;
import id.rapor.table.Cases;
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
 * among at least 30 peers; all inclusive. Peers without any spread are not tested. Where its agency
 * is slower than that (the median of at least 10 such cases), z is taken from the agency's median:
 * then the agency is what is slow, and not the case.
 */
final class SlowCase implements Detector {
  private static final Parameter Q =
      new Parameter("q", 0.05, "false discovery rate, inclusive", "Benjamini and Hochberg, 1995");
  private static final Parameter TIMES_MEDIAN =
      new Parameter("times_median", 3, "times the peers' median, inclusive", "own");
  private static final Parameter LEAST_PEERS =
      new Parameter("least_peers", 30, "cases of the kind in the month, inclusive", "own");

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
    Dataset<Row> timed = Pace.timed(scene.cases());
    Dataset<Row> peers =
        Peers.of(timed)
            .where(
                Measurements.N.col()
                    .geq(scene.value(ENTRY, LEAST_PEERS))
                    .and(Peers.SPREAD.col().gt(0)));
    Dataset<Row> tested = Peers.beside(timed, peers);
    Dataset<Row> candidates =
        tested
            .withColumn(Findings.P_VALUE.name(), UPPER_TAIL.apply(Peers.z(Peers.CENTRE.col())))
            .where(Findings.P_VALUE.col().leq(q));
    Column usual = greatest(Peers.CENTRE.col(), Peers.OWN.col());
    Dataset<Row> unusual =
        candidates
            .join(Peers.own(timed), Peers.names(Cases.AGENCY_ID), "left")
            .withColumn(Findings.P_VALUE.name(), UPPER_TAIL.apply(Peers.z(usual)))
            .where(Findings.P_VALUE.col().leq(q));
    Column effect = exp(Pace.LOG.col().minus(Peers.CENTRE.col()));
    Column isFar = exp(Pace.LOG.col().minus(usual)).geq(scene.value(ENTRY, TIMES_MEDIAN));
    return Finding.ofCases(
        FalseDiscovery.withQ(FalseDiscovery.counted(unusual, tested))
            .where(Findings.Q_VALUE.col().leq(q).and(isFar))
            .withColumn(Findings.VALUE.name(), JudgedCases.WORKING_MINUTES.col())
            .withColumn(Findings.BASELINE.name(), exp(Peers.CENTRE.col()))
            .withColumn(Findings.EFFECT.name(), effect)
            .withColumn(Findings.SENTENCE_ID.name(), indonesian(effect))
            .withColumn(Findings.SENTENCE_EN.name(), english(effect)),
        ENTRY,
        scene);
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
