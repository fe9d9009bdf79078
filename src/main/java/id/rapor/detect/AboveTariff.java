package id.rapor.detect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import id.rapor.table.Findings;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Cases paid above their tariff: paid - expected > tolerance of the tariff's row, exclusive. */
final class AboveTariff {
  private AboveTariff() {}

  /**
   * Whether more was paid than the tariff and its tolerance; near a change of the tariff either is
   * right, with its own tolerance.
   */
  static Column isAbove() {
    return JudgedCases.EXCESS_FEE
        .col()
        .gt(coalesce(JudgedCases.FEE_TOLERANCE.col(), lit(0)))
        .and(not(coalesce(JudgedCases.FEE_RIGHT.col(), lit(false))));
  }

  /** What should have been paid; near a change of the tariff the higher one. */
  static Column tariff() {
    return JudgedCases.PAID.col().minus(JudgedCases.EXCESS_FEE.col());
  }

  /** The cases whose tariff and payment are known. */
  static Dataset<Row> known(Scene scene) {
    return scene.cases().where(JudgedCases.EXCESS_FEE.col().isNotNull());
  }

  /**
   * Those of {@code tested} that were paid above their tariff, as findings.
   *
   * @param effect the paid sum against the tariff
   */
  static Dataset<Row> findings(
      Dataset<Row> tested,
      DetectorEntry entry,
      Scene scene,
      Column effect,
      Column indonesian,
      Column english) {
    return Finding.ofCases(
        FalseDiscovery.counted(tested.where(isAbove()), tested)
            .withColumn(Findings.VALUE.name(), JudgedCases.PAID.col())
            .withColumn(Findings.BASELINE.name(), tariff())
            .withColumn(Findings.EFFECT.name(), effect)
            .withColumn(Measurements.N.name(), lit(1L))
            .withColumn(Findings.AMOUNT_AT_RISK.name(), JudgedCases.EXCESS_FEE.col())
            .withColumn(Findings.SENTENCE_ID.name(), indonesian)
            .withColumn(Findings.SENTENCE_EN.name(), english),
        entry,
        scene);
  }
}
