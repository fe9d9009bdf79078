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
 * Money was paid for what is free, by law or by a lawful waiver: the tariff in force is 0 and paid
 * exceeds its row's tolerance, exclusive. Within 7 days of a change the higher tariff is right.
 */
final class FeeOnFreeService implements Detector {
  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "fee_on_free_service",
          1,
          new Words("Biaya atas layanan gratis", "Fee on a free service"),
          new Words(
              "Apakah pemohon membayar untuk layanan yang gratis?",
              "Did the applicant pay for a service that is free?"),
          "fees",
          "case",
          "high",
          "tariff in force at submission, or by a lawful waiver, is 0 and paid > 0 + tolerance of the tariff's row (exclusive); within 7 days of a change the higher tariff",
          List.of(Need.of(JudgedCases.PAID), Need.of(JudgedCases.EXPECTED_FEE)),
          List.of(),
          List.of("P4"),
          List.of("S1", "S3"),
          List.of("leadership", "system"),
          List.of("photocopies", "courier", "wrong service code", "donation"),
          "Ask the office what the money was for and compare the payment with the rule that makes the service free.",
          "UU 24/2013 art. 79A for population documents; tariff rows with their legal basis");

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    return AboveTariff.findings(
        AboveTariff.known(scene).where(JudgedCases.EXPECTED_FEE.col().equalTo(0)),
        ENTRY,
        scene,
        JudgedCases.EXCESS_FEE.col(),
        indonesian(),
        english());
  }

  private static Column indonesian() {
    return Phrases.sentence(
        "Pada berkas ",
        Cases.CASE_ID.col(),
        " dibayar ",
        Phrases.indonesian(JudgedCases.PAID.col(), 2),
        " padahal layanan ini gratis bagi pemohon (dasar: ",
        coalesce(Standards.LEGAL_BASIS.col(), lit("tidak disebut")),
        ").",
        Phrases.LEAD_ID);
  }

  private static Column english() {
    return Phrases.sentence(
        "In case ",
        Cases.CASE_ID.col(),
        " ",
        Phrases.english(JudgedCases.PAID.col(), 2),
        " was paid where the service is free for the applicant (basis: ",
        coalesce(Standards.LEGAL_BASIS.col(), lit("not stated")),
        ").",
        Phrases.LEAD_EN);
  }
}
