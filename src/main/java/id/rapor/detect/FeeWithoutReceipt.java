package id.rapor.detect;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Findings;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import id.rapor.table.Payments;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A case was paid for, and nothing official stands behind the payment: it bears no receipt number
 * (and the case bears none that may stand for it), its number stands at another case of the agency
 * too, or there is no tariff row in force. Agencies that record no receipt number are left to the
 * metric of receipt coverage; where no case at all has a tariff, none is missed. Both, and where
 * else a number stands, are asked of the six months up to that of the case: what comes later says
 * nothing about it.
 */
final class FeeWithoutReceipt implements Detector {
  private static final Field BLANKS =
      Field.optional("blank_payments", Field.WHOLE, "payments without a receipt number");
  private static final Field BLANK_AMOUNT =
      Field.optional("blank_amount", Field.MONEY, "what they come to");
  private static final Field NUMBERED =
      Field.optional("numbered_payments", Field.WHOLE, "payments with one");
  private static final Field FIRST = Field.required("first_case", Field.WHOLE, "hash of a case");
  private static final Field LAST = Field.required("last_case", Field.WHOLE, "hash of a case");
  private static final Field SHARED =
      Field.optional("shared", Field.TRUTH, "its receipt number stands at another case too");

  private static final Field RECORDS =
      Field.optional("records_receipts", Field.TRUTH, "the agency records receipt numbers");
  private static final Field TARIFFS =
      Field.required("tariffs", Field.TRUTH, "any case has a tariff");

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "fee_without_receipt",
          3,
          new Words("Biaya tanpa bukti setor", "Fee without a receipt"),
          new Words(
              "Apakah pembayaran ini memiliki bukti setor resmi sendiri?",
              "Does this payment have an official receipt of its own?"),
          "fees",
          "case",
          "high",
          "paid > 0, and a payment has no receipt number (or one without a digit from 1 to 9) though the agency records them (high), or one that stands at another case of the agency too (medium), or no tariff row is in force (medium)",
          List.of(Need.of(JudgedCases.PAID)),
          List.of(),
          List.of("P4", "P2"),
          List.of("S4", "S1"),
          List.of("system"),
          List.of("number lost in the import", "one receipt for a group", "reference table late"),
          "Ask the office for the receipt and look for it in the state's billing system.",
          "State revenue (PNBP) billing: every payment has a billing code and a receipt");

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Dataset<Row> payments = payments(scene);
    Dataset<Row> tested =
        scene
            .cases()
            .where(JudgedCases.PAID.col().gt(0))
            .join(
                broadcast(recording(scene, payments)),
                new String[] {Measurements.PERIOD.name(), Cases.AGENCY_ID.name()},
                "left")
            .join(broadcast(tariffs(scene)), Measurements.PERIOD.name());
    Dataset<Row> receipts =
        tested
            .join(ofCase(payments), key(), "left")
            .join(shared(scene, payments), key(Measurements.PERIOD), "left");
    Column amount =
        when(isMissing().and(BLANKS.col().gt(0)), BLANK_AMOUNT.col())
            .otherwise(JudgedCases.PAID.col());
    return Finding.ofCases(
        FalseDiscovery.counted(receipts.where(isMissing().or(isShared()).or(hasNoTariff())), tested)
            .withColumn(Findings.SEVERITY.name(), when(isMissing(), "high").otherwise("medium"))
            .withColumn(Findings.VALUE.name(), amount)
            .withColumn(Measurements.N.name(), lit(1L))
            .withColumn(Findings.AMOUNT_AT_RISK.name(), amount)
            .withColumn(Findings.SENTENCE_ID.name(), indonesian(amount))
            .withColumn(Findings.SENTENCE_EN.name(), english(amount)),
        ENTRY,
        scene);
  }

  private static Dataset<Row> payments(Scene scene) {
    return scene
        .dated(scene.payments(), Payments.PAID_AT)
        .select(
            Measurements.PERIOD.col(),
            Cases.AGENCY_ID.col(),
            Cases.CASE_ID.col(),
            Payments.AMOUNT.col(),
            number().as(Cases.RECEIPT_NO.name()));
  }

  /** What is written there, if it can be looked up: a dash, zeros or "none" tell of no receipt. */
  private static Column number() {
    Column written = trim(Cases.RECEIPT_NO.col());
    return when(written.rlike("[1-9]"), written).otherwise("");
  }

  private static Column isBlank() {
    return number().equalTo("");
  }

  /** No number at the case, nor at any payment; or payments with and without one. */
  private static Column isMissing() {
    Column some = coalesce(BLANKS.col(), lit(0L)).gt(0);
    Column others = coalesce(NUMBERED.col(), lit(0L)).gt(0);
    Column missing = when(isBlank(), some.or(others.equalTo(false))).otherwise(some.and(others));
    return coalesce(RECORDS.col(), lit(false)).and(missing);
  }

  private static Column hasNoTariff() {
    return TARIFFS.col().and(JudgedCases.EXPECTED_FEE.col().isNull());
  }

  private static Column isShared() {
    return coalesce(SHARED.col(), lit(false));
  }

  /** Agencies with a receipt number anywhere in the months up to each period. */
  private static Dataset<Row> recording(Scene scene, Dataset<Row> payments) {
    Column[] keys = {Measurements.PERIOD.col(), Cases.AGENCY_ID.col()};
    Dataset<Row> byMonth =
        scene
            .recentCases()
            .where(isBlank().equalTo(false))
            .select(keys)
            .union(payments.where(isBlank().equalTo(false)).select(keys))
            .distinct();
    return scene.trailing(byMonth).select(keys).distinct().withColumn(RECORDS.name(), lit(true));
  }

  /** Whether any case of the months up to each period has a tariff. */
  private static Dataset<Row> tariffs(Scene scene) {
    Column known = bool_or(JudgedCases.EXPECTED_FEE.col().isNotNull());
    Dataset<Row> byMonth =
        scene.recentCases().groupBy(Measurements.PERIOD.col()).agg(TARIFFS.is(known));
    return scene
        .trailing(byMonth)
        .groupBy(Measurements.PERIOD.col())
        .agg(TARIFFS.is(bool_or(TARIFFS.col())));
  }

  private static Dataset<Row> ofCase(Dataset<Row> payments) {
    return payments
        .groupBy(Cases.AGENCY_ID.col(), Cases.CASE_ID.col())
        .agg(
            BLANKS.is(count_if(isBlank())),
            BLANK_AMOUNT.is(sum(when(isBlank(), Payments.AMOUNT.col()))),
            NUMBERED.is(count_if(isBlank().equalTo(false))));
  }

  /** Cases with a receipt number that another case of the agency bears in the months up to each. */
  private static Dataset<Row> shared(Scene scene, Dataset<Row> payments) {
    Dataset<Row> numbers =
        scene
            .recentCases()
            .where(JudgedCases.PAID.col().gt(0))
            .select(
                Measurements.PERIOD.col(),
                Cases.AGENCY_ID.col(),
                Cases.CASE_ID.col(),
                number().as(Cases.RECEIPT_NO.name()))
            .union(
                scene
                    .within(payments)
                    .select(
                        Measurements.PERIOD.col(),
                        Cases.AGENCY_ID.col(),
                        Cases.CASE_ID.col(),
                        Cases.RECEIPT_NO.col()))
            .where(Cases.RECEIPT_NO.col().notEqual(""));
    // Few numbers stand at two cases; these alone are looked at period by period.
    Dataset<Row> some =
        numbers.join(doubled(numbers), names(Cases.AGENCY_ID, Cases.RECEIPT_NO), "left_semi");
    Dataset<Row> looked = scene.trailing(some);
    return looked
        .join(
            doubled(looked, Measurements.PERIOD),
            names(Measurements.PERIOD, Cases.AGENCY_ID, Cases.RECEIPT_NO),
            "left_semi")
        .select(Measurements.PERIOD.col(), Cases.AGENCY_ID.col(), Cases.CASE_ID.col())
        .distinct()
        .withColumn(SHARED.name(), lit(true));
  }

  /** The numbers that stand at two cases of an agency, apart by {@code more}. */
  private static Dataset<Row> doubled(Dataset<Row> numbers, Field... more) {
    Column[] keys =
        Stream.concat(Stream.of(Cases.AGENCY_ID, Cases.RECEIPT_NO), Stream.of(more))
            .map(Field::col)
            .toArray(Column[]::new);
    Column one = xxhash64(Cases.CASE_ID.col());
    return numbers
        .groupBy(keys)
        .agg(FIRST.is(min(one)), LAST.is(max(one)))
        .where(FIRST.col().notEqual(LAST.col()))
        .select(keys);
  }

  private static String[] key(Field... more) {
    return Stream.concat(Stream.of(Cases.AGENCY_ID, Cases.CASE_ID), Stream.of(more))
        .map(Field::name)
        .toArray(String[]::new);
  }

  private static String[] names(Field... fields) {
    return Stream.of(fields).map(Field::name).toArray(String[]::new);
  }

  private static Column indonesian(Column amount) {
    return Phrases.sentence(
        "Pada berkas ",
        Cases.CASE_ID.col(),
        " dibayar ",
        Phrases.indonesian(amount, 2),
        when(isMissing(), " tanpa nomor bukti setor.")
            .when(isShared(), " dengan nomor bukti setor yang juga tercatat pada berkas lain.")
            .otherwise(" untuk layanan yang tarifnya tidak tercatat dalam daftar resmi."),
        Phrases.LEAD_ID);
  }

  private static Column english(Column amount) {
    return Phrases.sentence(
        "In case ",
        Cases.CASE_ID.col(),
        " ",
        Phrases.english(amount, 2),
        " was paid ",
        when(isMissing(), "without a receipt number.")
            .when(isShared(), "under a receipt number that stands at another case too.")
            .otherwise("for a service of which no official tariff is on record."),
        Phrases.LEAD_EN);
  }
}
