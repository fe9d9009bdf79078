package id.rapor.detect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_date;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Findings;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import id.rapor.table.Payments;
import id.rapor.table.Standards;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Too much was paid in parts, none of which is above the tariff: at least 2 payments of one case
 * within 3 local calendar days, each at most the tariff (inclusive), their sum above the tariff by
 * more than its tolerance (exclusive). Instalments that add up to the tariff are none. A payment
 * above the tariff is no part, and hides none.
 */
final class SplitPayments implements Detector {
  private static final Parameter DAYS =
      new Parameter(
          "days", 3, "local calendar days from the first to the last payment, inclusive", "own");

  private static final Field TARIFF =
      Field.required("tariff", Field.MONEY, "the tariff; near a change the higher one");
  private static final Field DAY =
      Field.required("paid_on", Field.WHOLE, "local day of the payment, since 1970");
  private static final Field PARTS =
      Field.required("parts", Field.WHOLE, "payments within the days");
  private static final Field TOGETHER = Field.required("together", Field.MONEY, "their sum");

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "split_payments",
          2,
          new Words("Pembayaran terpecah", "Split payments"),
          new Words(
              "Apakah pembayaran di atas tarif dipecah menjadi beberapa bagian?",
              "Was more than the tariff paid in several parts?"),
          "fees",
          "case",
          "medium",
          "at least 2 payments of one case within {days} days, each <= tariff (inclusive), their sum > tariff + tolerance (exclusive)",
          List.of(
              Need.of(JudgedCases.EXPECTED_FEE), new Need(Payments.FEED.table(), Payments.AMOUNT)),
          List.of(DAYS),
          List.of("P4"),
          List.of("S1", "S3"),
          List.of("system"),
          List.of(
              "instalments", "two products on one case", "a payment entered twice, or refunded"),
          "Put the receipts of the case side by side and ask what each part was for.",
          "own");

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Dataset<Row> tested =
        AboveTariff.known(scene)
            .where(JudgedCases.EXPECTED_FEE.col().gt(0))
            .withColumn(TARIFF.name(), AboveTariff.tariff());
    Dataset<Row> found =
        tested.where(AboveTariff.isAbove()).join(split(tested, scene), key(), "inner");
    return Finding.ofCases(
        FalseDiscovery.counted(found, tested)
            .withColumn(Findings.VALUE.name(), TOGETHER.col())
            .withColumn(Findings.BASELINE.name(), TARIFF.col())
            .withColumn(Findings.EFFECT.name(), TOGETHER.col().divide(TARIFF.col()))
            .withColumn(Measurements.N.name(), PARTS.col())
            .withColumn(Findings.AMOUNT_AT_RISK.name(), TOGETHER.col().minus(TARIFF.col()))
            .withColumn(Findings.SENTENCE_ID.name(), indonesian())
            .withColumn(Findings.SENTENCE_EN.name(), english()),
        ENTRY,
        scene);
  }

  /** The largest such sum of each case that was paid above its tariff. */
  private static Dataset<Row> split(Dataset<Row> tested, Scene scene) {
    Dataset<Row> above =
        tested
            .where(AboveTariff.isAbove())
            .select(
                Cases.AGENCY_ID.col(),
                Cases.CASE_ID.col(),
                TARIFF.col(),
                JudgedCases.ZONE.col(),
                JudgedCases.FEE_TOLERANCE.col());
    WindowSpec days =
        Window.partitionBy(Cases.AGENCY_ID.col(), Cases.CASE_ID.col())
            .orderBy(DAY.col())
            .rangeBetween(0, (long) scene.value(ENTRY, DAYS));
    return scene
        .payments()
        .select(
            Cases.AGENCY_ID.col(),
            Cases.CASE_ID.col(),
            Payments.PAID_AT.col(),
            Payments.AMOUNT.col())
        .join(above, key())
        .where(Payments.AMOUNT.col().leq(TARIFF.col()))
        .withColumn(DAY.name(), DAY.is(localDay()))
        .withColumn(PARTS.name(), count(lit(1)).over(days))
        .withColumn(TOGETHER.name(), sum(Payments.AMOUNT.col()).over(days))
        .where(isSplit())
        .groupBy(Cases.AGENCY_ID.col(), Cases.CASE_ID.col())
        .agg(PARTS.is(max(PARTS.col())), TOGETHER.is(max(TOGETHER.col())));
  }

  private static Column localDay() {
    return unix_date(
        from_utc_timestamp(Payments.PAID_AT.col(), JudgedCases.ZONE.col()).cast(Field.DAY));
  }

  private static Column isSplit() {
    return PARTS
        .col()
        .geq(2)
        .and(TOGETHER.col().gt(TARIFF.col().plus(JudgedCases.FEE_TOLERANCE.col())));
  }

  private static String[] key() {
    return new String[] {Cases.AGENCY_ID.name(), Cases.CASE_ID.name()};
  }

  private static Column indonesian() {
    return Phrases.sentence(
        "Berkas ",
        Cases.CASE_ID.col(),
        " memiliki ",
        PARTS.col(),
        " pembayaran berdekatan dengan jumlah ",
        Phrases.indonesian(TOGETHER.col(), 2),
        ", sedangkan tarifnya ",
        Phrases.indonesian(TARIFF.col(), 2),
        "; masing-masing tidak melebihi tarif (dasar: ",
        coalesce(Standards.LEGAL_BASIS.col(), lit("tidak disebut")),
        ").",
        Phrases.LEAD_ID);
  }

  private static Column english() {
    return Phrases.sentence(
        "Case ",
        Cases.CASE_ID.col(),
        " has ",
        PARTS.col(),
        " payments close together that come to ",
        Phrases.english(TOGETHER.col(), 2),
        " where the tariff is ",
        Phrases.english(TARIFF.col(), 2),
        "; none of them alone is above it (basis: ",
        coalesce(Standards.LEGAL_BASIS.col(), lit("not stated")),
        ").",
        Phrases.LEAD_EN);
  }
}
