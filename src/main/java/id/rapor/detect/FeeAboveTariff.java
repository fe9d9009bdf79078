package id.rapor.detect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.table.Cases;
import id.rapor.table.Findings;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import id.rapor.table.Standards;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A case paid above its tariff: paid - expected > tolerance, exclusive. A tariff of zero, by law or
 * by waiver, is left to the detector of fees on free services.
 */
final class FeeAboveTariff implements Detector {
  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "fee_above_tariff",
          1,
          new Words("Biaya di atas tarif", "Fee above tariff"),
          new Words(
              "Apakah pemohon membayar lebih dari tarif resmi?",
              "Did the applicant pay more than the official tariff?"),
          "fees",
          "case",
          "high",
          "paid - tariff in force at submission > tolerance of the tariff's row (exclusive); within 7 days of a change the higher tariff",
          List.of(Need.of(JudgedCases.PAID), Need.of(JudgedCases.EXPECTED_FEE)),
          List.of(),
          List.of("P4"),
          List.of("S1", "S3"),
          List.of("leadership", "system"),
          List.of(
              "express class",
              "fine or tax on the same receipt",
              "bank fee",
              "tariff change",
              "wrong quantity in the formula"),
          "Compare the receipt with the tariff row and ask the office for the composition of the fee.",
          "UU 25/2009; tariff rows with their legal basis");

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Dataset<Row> tested =
        scene
            .cases()
            .where(
                JudgedCases.EXCESS_FEE.col().isNotNull().and(JudgedCases.EXPECTED_FEE.col().gt(0)));
    Column expected = JudgedCases.PAID.col().minus(JudgedCases.EXCESS_FEE.col());
    return Finding.ofCases(
        FalseDiscovery.counted(tested.where(above()), tested)
            .withColumn(Findings.VALUE.name(), JudgedCases.PAID.col())
            .withColumn(Findings.BASELINE.name(), expected)
            .withColumn(Findings.EFFECT.name(), JudgedCases.PAID.col().divide(expected))
            .withColumn(Measurements.N.name(), lit(1L))
            .withColumn(Findings.AMOUNT_AT_RISK.name(), JudgedCases.EXCESS_FEE.col())
            .withColumn(Findings.SENTENCE_ID.name(), indonesian(expected))
            .withColumn(Findings.SENTENCE_EN.name(), english(expected)),
        ENTRY,
        scene);
  }

  /** Paid beyond the tolerance of the tariff's row. */
  static Column above() {
    return JudgedCases.EXCESS_FEE.col().gt(coalesce(JudgedCases.FEE_TOLERANCE.col(), lit(0)));
  }

  private static Column indonesian(Column expected) {
    return Phrases.sentence(
        "Pada berkas ",
        Cases.CASE_ID.col(),
        " dibayar ",
        Phrases.indonesian(JudgedCases.PAID.col(), 2),
        " sedangkan tarifnya ",
        Phrases.indonesian(expected, 2),
        " (dasar: ",
        coalesce(Standards.LEGAL_BASIS.col(), lit("tidak disebut")),
        ").",
        Phrases.LEAD_ID);
  }

  private static Column english(Column expected) {
    return Phrases.sentence(
        "In case ",
        Cases.CASE_ID.col(),
        " ",
        Phrases.english(JudgedCases.PAID.col(), 2),
        " was paid where the tariff is ",
        Phrases.english(expected, 2),
        " (basis: ",
        coalesce(Standards.LEGAL_BASIS.col(), lit("not stated")),
        ").",
        Phrases.LEAD_EN);
  }
}
