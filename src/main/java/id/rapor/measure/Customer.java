package id.rapor.measure;

import id.rapor.measure.Metric.Anchors;
import id.rapor.measure.Metric.Direction;
import id.rapor.measure.Metric.Form;
import id.rapor.measure.Metric.Perspective;
import id.rapor.measure.Metric.Words;
import id.rapor.table.Cases;
import id.rapor.table.JudgedCases;
import id.rapor.table.Surveys;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.functions;

/** The metrics of the customer perspective: what it is like for those who are served. */
final class Customer {
  static final List<Metric> METRICS =
      List.of(
          new Metric(
              "satisfaction_index",
              Perspective.CUSTOMER,
              Direction.HIGHER,
              "points",
              new Words("Indeks Kepuasan Masyarakat", "Satisfaction index"),
              new Words(
                  "Seberapa puas orang dengan layanan ini?",
                  "How satisfied are people with the service?"),
              Surveys.FEED,
              Form.INDEX,
              Surveys.ANSWERED_AT,
              functions.lit(true),
              functions.lit(true),
              Optional.of(new Anchors(76.61, 95)),
              30,
              "25 x sum over the nine elements of 1/9 x mean answer (1-4); each element over those who answered it; month of the answer",
              List.of("P1", "P2", "P3", "P4", "P5"),
              List.of("S1"),
              List.of("system"),
              "PermenPANRB 14/2017"),
          new Metric(
              "on_time_rate",
              Perspective.CUSTOMER,
              Direction.HIGHER,
              "percent",
              new Words("Tepat waktu", "On-time rate"),
              new Words(
                  "Berapa bagian berkas yang selesai pada waktunya?",
                  "What share of cases is decided by the day it is due?"),
              Cases.FEED,
              Form.SHARE,
              JudgedCases.COHORT_MONTH,
              JudgedCases.ON_TIME.col().isNotNull(),
              JudgedCases.ON_TIME.col(),
              Optional.of(new Anchors(80, 98)),
              30,
              "cases decided by their due moment / cases due in the period; withdrawn cases left out, open ones counted as late",
              List.of("P1", "P2"),
              List.of("S1", "S4"),
              List.of("system"),
              "UU 25/2009; NHS referral-to-treatment practice"),
          new Metric(
              "completion_rate",
              Perspective.CUSTOMER,
              Direction.HIGHER,
              "percent",
              new Words("Tingkat penyelesaian", "Completion rate"),
              new Words(
                  "Berapa bagian berkas yang akhirnya diputuskan?",
                  "What share of cases is decided in the end?"),
              Cases.FEED,
              Form.SHARE,
              JudgedCases.COMPLETION_MONTH,
              JudgedCases.COMPLETED_IN_TIME.col().isNotNull(),
              JudgedCases.COMPLETED_IN_TIME.col(),
              Optional.of(new Anchors(85, 98)),
              30,
              "cases decided within twice their time limit / cases whose twofold limit ended in the period; withdrawn cases left out",
              List.of("P1"),
              List.of("S4"),
              List.of("system"),
              "GOV.UK service standard: completion rate"),
          new Metric(
              "digital_take_up",
              Perspective.CUSTOMER,
              Direction.CONTEXT,
              "percent",
              new Words("Pemanfaatan digital", "Digital take-up"),
              new Words(
                  "Berapa bagian permohonan yang masuk secara digital?",
                  "What share of cases comes in by a digital channel?"),
              Cases.FEED,
              Form.SHARE,
              JudgedCases.SUBMITTED_MONTH,
              Cases.CHANNEL.col().isNotNull(),
              Cases.CHANNEL.col().isin("online", "mobile"),
              Optional.empty(),
              30,
              "cases with channel online or mobile / cases with a known channel; month of submission",
              List.of("P1"),
              List.of("S4"),
              List.of("system"),
              "GOV.UK service standard: digital take-up"));

  private Customer() {}
}
