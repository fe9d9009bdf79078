package id.rapor.measure;

import id.rapor.measure.Metric.Anchors;
import id.rapor.measure.Metric.Direction;
import id.rapor.measure.Metric.Form;
import id.rapor.measure.Metric.Perspective;
import id.rapor.measure.Metric.Words;
import id.rapor.table.Cases;
import id.rapor.table.JudgedCases;
import java.util.List;
import java.util.Optional;

/** The metrics of the internal process perspective: how the work is done. */
final class InternalProcess {
  static final List<Metric> METRICS =
      List.of(
          new Metric(
              "median_duration",
              Perspective.PROCESS,
              Direction.LOWER,
              "working_days",
              new Words("Median lama layanan", "Median net duration"),
              new Words(
                  "Berapa hari kerja yang lazim diperlukan?",
                  "How many working days does it usually take?"),
              Cases.FEED,
              Form.MEDIAN,
              JudgedCases.COHORT_MONTH,
              JudgedCases.WITHDRAWN.col().equalTo(false),
              JudgedCases.WORKING_MINUTES.col(),
              Optional.of(new Anchors(0.8, 0.4)),
              30,
              "Kaplan-Meier median of working days (480 minutes) from complete to decided, pauses out, over cases due in the period; open cases count with their age; "
                  + "where more than half are open, their longest age stands as a lower bound; scored as ratio to the mean time limit",
              List.of("P1"),
              List.of("S4"),
              List.of("system"),
              "Kaplan and Meier, 1958"),
          new Metric(
              "first_time_right",
              Perspective.PROCESS,
              Direction.HIGHER,
              "percent",
              new Words("Lengkap sekali jalan", "First time right"),
              new Words(
                  "Berapa bagian berkas yang tidak pernah dikembalikan?",
                  "What share of cases is never sent back?"),
              Cases.FEED,
              Form.SHARE,
              JudgedCases.CLOSED_MONTH,
              JudgedCases.DECIDED.col().and(Cases.RETURNS.col().isNotNull()),
              Cases.RETURNS.col().equalTo(0),
              Optional.of(new Anchors(75, 95)),
              30,
              "cases never returned / decided cases with a known number of returns; month of closing",
              List.of("P1"),
              List.of("S2", "S4"),
              List.of("team"),
              "process mining practice: rework"));

  private InternalProcess() {}
}
