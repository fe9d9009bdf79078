package id.rapor.detect;

import static org.apache.spark.sql.functions.lit;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.table.JudgedCases;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What an agency takes above the tariff comes in round sums more often than elsewhere: the share of
 * multiples of 50,000 among amounts above the tariff, free services included. Amounts in whole
 * thousands are such a multiple once in fifty times, the floor.
 */
final class RoundFeeHeaping implements Detector {
  private static final double BY_CHANCE = 0.02;

  private static final Parameter STEP =
      new Parameter("step", 50_000, "a round sum is a multiple of it, in the currency", "D05");
  private static final Parameter LEAST = ShareRule.least(50, "amounts above the tariff");
  private static final Parameter TIMES = ShareRule.times(1.5);
  private static final Parameter ABOVE = ShareRule.above(0.2);

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "round_fee_heaping",
          2,
          new Words("Kelebihan biaya berangka bulat", "Round sums above the tariff"),
          new Words(
              "Apakah kelebihan biaya sering berupa angka bulat?",
              "Is what is paid above the tariff often a round sum?"),
          "fees",
          "agency",
          "low",
          ShareRule.told("multiples of {step} among amounts paid above the tariff"),
          List.of(Need.of(JudgedCases.EXCESS_FEE)),
          List.of(Screen.Q, TIMES, ABOVE, LEAST, STEP),
          List.of("P4"),
          List.of("S1", "S3"),
          List.of("leadership", "system"),
          List.of("lawful surcharges are round themselves", "a tariff missing in the reference"),
          "Draw the amounts above the tariff and ask what each round sum was paid for.",
          "own; exact test beside peers, Fisher 1935");

  private static final ShareRule RULE =
      new ShareRule(
          ENTRY,
          LEAST,
          TIMES,
          ABOVE,
          new Words("pembayaran di atas tarif", "payments above the tariff"),
          new Words("kelebihannya berupa angka bulat", "exceed it by a round sum"));

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Column excess = JudgedCases.EXCESS_FEE.col();
    return RULE.findings(
        scene,
        scene
            .recentCases()
            .where(AboveTariff.isAbove())
            .withColumn(ShareRule.AMOUNT.name(), excess)
            .withColumn(ShareRule.STRATUM.name(), lit(""))
            .withColumn(ShareRule.HIT.name(), excess.mod(lit(scene.value(ENTRY, STEP))).equalTo(0))
            .withColumn(ShareRule.FLOOR.name(), lit(BY_CHANCE)));
  }
}
