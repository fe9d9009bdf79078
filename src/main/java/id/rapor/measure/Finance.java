package id.rapor.measure;

import static id.rapor.measure.Metric.Perspective.FINANCE;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import id.rapor.measure.Metric.Direction;
import id.rapor.table.Budgets;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Staffing;
import java.util.List;
import org.apache.spark.sql.Column;

/** The metrics of the finance perspective: what is paid, and whether that is what the law says. */
final class Finance {
  private static final Column PRICED =
      JudgedCases.DECIDED.col().and(JudgedCases.FEE_RIGHT.col().isNotNull());
  private static final Column EXCESS =
      when(
          JudgedCases.FEE_RIGHT.col().equalTo(false),
          greatest(JudgedCases.EXCESS_FEE.col(), lit(0).cast(Field.MONEY)));
  private static final Column EXPECTED = JudgedCases.EXPECTED_FEE.col();
  private static final Column REVENUE = Budgets.NON_TAX_REVENUE.col();

  static final List<Metric> METRICS =
      List.of(
          Entry.of(FINANCE, "fee_compliance", "Kepatuhan tarif", "Fee compliance")
              .asks(
                  "Berapa bagian berkas yang dibayar tepat menurut tarif?",
                  "What share of cases is paid exactly by the tariff?")
              .is(
                  Form.SHARE,
                  Term.share(
                      Base.CASES, JudgedCases.CLOSED_MONTH, PRICED, JudgedCases.FEE_RIGHT.col()))
              .scored(95, 100)
              .from(30)
              .formula(
                  "decided cases paid within the tolerance of the tariff in force / decided cases with payment data and a tariff; month of closing")
              .speaksTo("P2 P4", "S1", "system")
              .by("PP 45/2024 and other tariffs by row of standards"),
          Entry.of(FINANCE, "excess_fee", "Pungutan di atas tarif", "Excess fee")
              .asks("Berapa yang dibayar di atas tarif?", "How much is paid above the tariff?")
              .is(Form.MEAN, Term.mean(Base.CASES, JudgedCases.CLOSED_MONTH, PRICED, EXCESS))
              .in("currency_per_1000_cases", 1000)
              .scored(100_000, 0)
              .from(30)
              .formula(
                  "sum of what was paid above the tariff, where it lies beyond the tolerance / decided cases with payment data and a tariff x 1,000; month of closing")
              .speaksTo("P4", "", "leadership")
              .by("own"),
          Entry.of(FINANCE, "receipt_coverage", "Bukti setor resmi", "Receipt coverage")
              .asks(
                  "Berapa bagian pembayaran yang berbukti resmi?",
                  "What share of payments has an official receipt?")
              .is(
                  Form.SHARE,
                  Term.share(
                      Base.PAYMENTS,
                      Facts.MONTH,
                      lit(true),
                      coalesce(trim(Cases.RECEIPT_NO.col()), lit("")).notEqual("")))
              .scored(95, 100)
              .from(30)
              .formula("payments with a receipt number / payments; month of payment")
              .speaksTo("P4", "S4", "system")
              .by("state revenue (PNBP) billing practice"),
          Entry.of(FINANCE, "revenue_reconciliation", "Rekonsiliasi PNBP", "Revenue reconciliation")
              .asks(
                  "Cocokkah penerimaan yang dibukukan dengan tarif?",
                  "Does the revenue booked match the tariffs?")
              .is(
                  Form.CENSUS,
                  Term.above(Base.BUDGETS, Staffing.PERIOD, REVENUE.isNotNull(), REVENUE)
                      .counting(lit(1L)),
                  Term.ratio(
                          Base.CASES,
                          JudgedCases.CLOSED_MONTH,
                          JudgedCases.DECIDED.col().and(EXPECTED.isNotNull()),
                          EXPECTED,
                          lit(0).cast(Field.MONEY).minus(EXPECTED))
                      .counting(lit(0L)))
              .merging(Merging.YEAR)
              .from(12)
              .formula(
                  "(revenue booked - sum of tariffs of decided cases) / that sum, in percent, over the twelve months up to the period's last one that have both; n counts months")
              .speaksTo("P4", "S1", "system")
              .by("own"),
          Entry.of(FINANCE, "cost_per_case", "Biaya per layanan", "Cost per case")
              .asks("Berapa biaya satu berkas?", "What does one case cost?")
              .is(
                  Form.CENSUS,
                  Term.above(
                      Base.BUDGETS,
                      Staffing.PERIOD,
                      Budgets.REALISED.col().isNotNull(),
                      Budgets.REALISED.col()),
                  Term.below(
                      Base.CASES, JudgedCases.CLOSED_MONTH, JudgedCases.DECIDED.col(), lit(1L)))
              .in("currency", 1)
              .shown(Direction.LOWER)
              .from(100)
              .formula(
                  "spent / decided cases, over the period's months that have both; shown among peers, not scored")
              .speaksTo("", "S1", "system situation")
              .by("GOV.UK and DTA: cost per transaction"),
          Entry.of(FINANCE, "budget_realisation", "Realisasi anggaran", "Budget realisation")
              .asks(
                  "Berapa bagian anggaran yang dibelanjakan?", "What share of the budget is spent?")
              .is(
                  Form.CENSUS,
                  Term.census(
                          Base.BUDGETS,
                          Staffing.PERIOD,
                          Budgets.ALLOCATED.col(),
                          Budgets.REALISED.col())
                      .counting(lit(1L)))
              .formula(
                  "spent / allocated, summed over the period's months that have both; n counts months")
              .speaksTo("", "S1", "leadership")
              .by("SAKIP practice"));

  private Finance() {}
}
