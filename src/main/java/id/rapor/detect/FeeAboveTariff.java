package id.rapor.detect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.table.Cases;
import id.rapor.table.JudgedCases;
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
              "a refund that the payments do not show",
              "wrong quantity in the formula"),
          "Compare the receipt with the tariff row and ask the office for the composition of the fee.",
          "UU 25/2009; tariff rows with their legal basis");

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Column tariff = AboveTariff.tariff();
    return AboveTariff.findings(
        AboveTariff.known(scene).where(JudgedCases.EXPECTED_FEE.col().gt(0)),
        ENTRY,
        scene,
        JudgedCases.PAID.col().divide(tariff),
        indonesian(tariff),
        english(tariff));
  }

  private static Column indonesian(Column tariff) {
    return Phrases.sentence(
        "Pada berkas ",
        Cases.CASE_ID.col(),
        " dibayar ",
        Phrases.indonesian(JudgedCases.PAID.col(), 2),
        " sedangkan tarifnya ",
        Phrases.indonesian(tariff, 2),
        " (dasar: ",
        coalesce(Standards.LEGAL_BASIS.col(), lit("tidak disebut")),
        ").",
        Phrases.LEAD_ID);
  }

  private static Column english(Column tariff) {
    return Phrases.sentence(
        "In case ",
        Cases.CASE_ID.col(),
        " ",
        Phrases.english(JudgedCases.PAID.col(), 2),
        " was paid where the tariff is ",
        Phrases.english(tariff, 2),
        " (basis: ",
        coalesce(Standards.LEGAL_BASIS.col(), lit("not stated")),
        ").",
        Phrases.LEAD_EN);
  }
}
