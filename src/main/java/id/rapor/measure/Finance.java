package id.rapor.measure;

import id.rapor.measure.Metric.Anchors;
import id.rapor.measure.Metric.Direction;
import id.rapor.measure.Metric.Form;
import id.rapor.measure.Metric.Perspective;
import id.rapor.measure.Metric.Words;
import id.rapor.table.Budgets;
import id.rapor.table.Cases;
import id.rapor.table.JudgedCases;
import id.rapor.table.Staffing;
import java.util.List;
import java.util.Optional;

/** The metrics of the finance perspective: what is paid, and whether that is what the law says. */
final class Finance {
  static final List<Metric> METRICS =
      List.of(
          new Metric(
              "fee_compliance",
              Perspective.FINANCE,
              Direction.HIGHER,
              "percent",
              new Words("Kepatuhan tarif", "Fee compliance"),
              new Words(
                  "Berapa bagian berkas yang dibayar tepat menurut tarif?",
                  "What share of cases is paid exactly by the tariff?"),
              Cases.FEED,
              Form.SHARE,
              JudgedCases.CLOSED_MONTH,
              JudgedCases.DECIDED.col().and(JudgedCases.FEE_RIGHT.col().isNotNull()),
              JudgedCases.FEE_RIGHT.col(),
              Optional.of(new Anchors(95, 100)),
              30,
              "decided cases paid within the tolerance of the tariff in force / decided cases with payment data and a tariff; month of closing",
              List.of("P2", "P4"),
              List.of("S1"),
              List.of("system"),
              "PP 45/2024 and other tariffs by row of standards"),
          new Metric(
              "budget_realisation",
              Perspective.FINANCE,
              Direction.CONTEXT,
              "percent",
              new Words("Realisasi anggaran", "Budget realisation"),
              new Words(
                  "Berapa bagian anggaran yang dibelanjakan?",
                  "What share of the budget is spent?"),
              Budgets.FEED,
              Form.RATIO,
              Staffing.PERIOD,
              Budgets.ALLOCATED.col(),
              Budgets.REALISED.col(),
              Optional.empty(),
              1,
              "spent / allocated, summed over the period's months that have both; n counts months",
              List.of(),
              List.of("S1"),
              List.of("leadership"),
              "SAKIP practice"));

  private Finance() {}
}
