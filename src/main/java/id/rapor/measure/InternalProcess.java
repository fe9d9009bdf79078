package id.rapor.measure;

import static id.rapor.measure.Metric.Perspective.PROCESS;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;

import id.rapor.table.Cases;
import id.rapor.table.JudgedCases;
import java.util.List;
import org.apache.spark.sql.Column;

/** The metrics of the internal process perspective: how the work is done. */
final class InternalProcess {
  private static final Column DECIDED = JudgedCases.DECIDED.col();
  private static final Column NOT_WITHDRAWN = JudgedCases.WITHDRAWN.col().equalTo(false);
  private static final Column PAUSED = Cases.PAUSED_MINUTES.col();
  private static final Column GROUND = coalesce(trim(Cases.PRIORITY_GROUND.col()), lit(""));

  static final List<Metric> METRICS =
      List.of(
          Entry.of(PROCESS, "median_duration", "Median lama layanan", "Median net duration")
              .asks(
                  "Berapa hari kerja yang lazim diperlukan?",
                  "How many working days does it usually take?")
              .is(
                  Form.MEDIAN,
                  Term.share(Base.CASES, JudgedCases.COHORT_MONTH, NOT_WITHDRAWN, lit(true)))
              .in("working_days", 1)
              .scored(0.8, 0.4)
              .from(30)
              .formula(
                  "Kaplan-Meier median of working days (480 minutes) from complete to decided, pauses out, over cases due in the period; open cases count with their age; "
                      + "where more than half are open, their longest age stands as a lower bound, which detail then says; scored as ratio to the mean time limit")
              .speaksTo("P1", "S4", "system")
              .by("Kaplan and Meier, 1958"),
          Entry.of(PROCESS, "p90_duration", "Persentil ke-90", "90th percentile of duration")
              .asks(
                  "Berapa hari kerja bagi sepersepuluh yang paling lama?",
                  "How many working days does the slowest tenth take at least?")
              .is(
                  Form.NINETIETH,
                  Term.share(Base.CASES, JudgedCases.COHORT_MONTH, NOT_WITHDRAWN, lit(true)))
              .in("working_days", 1)
              .scored(1.0, 0.7)
              .from(50)
              .formula(
                  "Kaplan-Meier 90th percentile of working days, as median_duration; scored as ratio to the mean time limit")
              .speaksTo("P2", "S4", "system")
              .by("NHS referral-to-treatment practice"),
          Entry.of(PROCESS, "overdue_stock", "Tunggakan lewat waktu", "Overdue stock")
              .asks(
                  "Berapa bagian berkas terbuka yang lewat waktu?",
                  "What share of the open cases is past its due day?")
              .is(
                  Form.SHARE,
                  Term.share(
                      Base.OPEN_CASES,
                      OpenCases.MONTH,
                      OpenCases.OVERDUE.col().isNotNull(),
                      OpenCases.OVERDUE.col()))
              .merging(Merging.STOCK)
              .adjusted()
              .scored(20, 2)
              .from(30)
              .formula(
                  "open cases past their due moment / open cases with a limit, at the end of the period's last month or at as-of")
              .speaksTo("P1 P2", "S1", "leadership")
              .by("NHS referral-to-treatment practice: incomplete pathways"),
          Entry.of(PROCESS, "steps_ratio", "Rasio tahapan", "Steps ratio")
              .asks(
                  "Berapa kali lipat tahapan dibanding prosedur?",
                  "How many steps are taken for each one that the procedure has?")
              .is(
                  Form.RATIO,
                  Term.ratio(
                      Base.STEPPED_CASES,
                      JudgedCases.CLOSED_MONTH,
                      DECIDED.and(JudgedCases.PROCEDURE_STEPS.col().gt(0)),
                      JudgedCases.PROCEDURE_STEPS.col(),
                      Traces.STEPS.col()))
              .in("ratio", 1)
              .scored(1.2, 1)
              .from(30)
              .formula(
                  "steps done / steps that the procedure has (sop_steps, else max_steps of the standard), over decided cases with steps recorded; month of closing")
              .speaksTo("P1", "S4", "system")
              .by("own"),
          Entry.of(PROCESS, "first_time_right", "Lengkap sekali jalan", "First time right")
              .asks(
                  "Berapa bagian berkas yang tidak pernah dikembalikan?",
                  "What share of cases is never sent back?")
              .is(
                  Form.SHARE,
                  Term.share(
                      Base.CASES,
                      JudgedCases.CLOSED_MONTH,
                      DECIDED.and(Cases.RETURNS.col().isNotNull()),
                      Cases.RETURNS.col().equalTo(0)))
              .adjusted()
              .scored(75, 95)
              .from(30)
              .formula(
                  "cases never returned / decided cases with a known number of returns; month of closing")
              .speaksTo("P1", "S2 S4", "team")
              .by("process mining practice: rework"),
          Entry.of(PROCESS, "rework_rate", "Pengulangan proses", "Rework rate")
              .asks(
                  "Berapa bagian berkas yang mengulang tahapan?",
                  "What share of cases repeats a step?")
              .is(
                  Form.SHARE,
                  Term.share(
                      Base.STEPPED_CASES,
                      JudgedCases.CLOSED_MONTH,
                      DECIDED,
                      Traces.MOST_REPEATED.col().gt(1)))
              .adjusted()
              .scored(20, 5)
              .from(30)
              .formula(
                  "cases in which a step was done more than once / decided cases with steps recorded; month of closing")
              .speaksTo("P1", "S4", "system")
              .by("process mining practice: rework"),
          Entry.of(PROCESS, "paused_share", "Porsi waktu henti", "Paused share")
              .asks(
                  "Berapa bagian waktu berkas dihentikan?",
                  "For what share of the time is the clock stopped?")
              .is(
                  Form.RATIO,
                  Term.ratio(
                      Base.CASES,
                      JudgedCases.CLOSED_MONTH,
                      DECIDED.and(PAUSED.isNotNull()),
                      JudgedCases.WORKING_MINUTES.col().plus(greatest(lit(0L), PAUSED)),
                      greatest(lit(0L), PAUSED)))
              .adjusted()
              .scored(30, 5)
              .from(30)
              .formula(
                  "paused working minutes / net plus paused working minutes, over decided cases with known pauses (an agency that tells of pauses and none of a case: 0); month of closing")
              .speaksTo("P2", "S1", "system")
              .by("own"),
          Entry.of(PROCESS, "clearance_rate", "Rasio penyelesaian", "Clearance rate")
              .asks("Selesaikah sebanyak yang masuk?", "Is as much closed as comes in?")
              .is(
                  Form.RATE,
                  Term.below(Base.CASES, JudgedCases.SUBMITTED_MONTH, lit(true), lit(1L)),
                  Term.above(
                      Base.CASES,
                      JudgedCases.CLOSED_MONTH,
                      Cases.CLOSED_AT.col().isNotNull(),
                      lit(1L)))
              .in("percent", 100)
              .from(30)
              .formula("cases closed in the period, withdrawn ones too / cases submitted in it")
              .speaksTo("P1", "S1", "situation")
              .by("court statistics"),
          Entry.of(PROCESS, "ageing_stock", "Berkas mangkrak", "Ageing stock")
              .asks(
                  "Berapa bagian berkas terbuka yang mangkrak?",
                  "What share of the open cases lies idle?")
              .is(
                  Form.SHARE,
                  Term.share(
                      Base.OPEN_CASES,
                      OpenCases.MONTH,
                      OpenCases.AGED.col().isNotNull(),
                      OpenCases.AGED.col()))
              .merging(Merging.STOCK)
              .scored(15, 2)
              .from(30)
              .formula(
                  "open cases older than twice the 95th percentile of the elapsed time of the service's cases decided that month in the whole country (at least 20) / open cases of such services, "
                      + "at the end of the period's last month or at as-of; age since complete stands for time since the last step, as steps are seldom known of every case")
              .speaksTo("P1 P5", "S1", "leadership")
              .by("own"),
          Entry.of(PROCESS, "queue_fairness", "Keadilan antrean", "Queue fairness")
              .asks("Apakah yang datang dulu dilayani dulu?", "Is who comes first served first?")
              .is(
                  Form.RATIO,
                  Term.ratio(
                      Base.WAITING_CASES,
                      JudgedCases.SUBMITTED_MONTH,
                      lit(true),
                      Queues.PAIRS.col(),
                      Queues.PAIRS.col().minus(Queues.OVERTAKEN.col())))
              .scored(90, 99)
              .from(50)
              .formula(
                  "1 - overtakings / waiting pairs of one office, service, class and month of submission, lawful priority left out; arrival at complete, service at started_at; "
                      + "without started_at arrival at submission, service at complete_at, but an open case still waits where others of its queue have one, "
                      + "overtaken by whoever came later and was served, and one withdrawn unserved is left out; n counts cases that waited with later ones")
              .speaksTo("P3 P5", "", "leadership")
              .by("first in, first out; Gordon, 1987"),
          Entry.of(PROCESS, "off_queue_share", "Porsi jalur khusus", "Off-queue share")
              .asks(
                  "Berapa bagian berkas didahulukan tanpa dasar?",
                  "What share of cases is put first without a lawful ground?")
              .is(
                  Form.SHARE,
                  Term.share(
                      Base.CASES,
                      JudgedCases.SUBMITTED_MONTH,
                      Cases.PRIORITISED.col().isNotNull(),
                      Cases.PRIORITISED.col().and(GROUND.equalTo(""))))
              .scored(5, 0.5)
              .from(30)
              .formula(
                  "prioritised cases without a priority ground / cases of which priority is known; month of submission")
              .speaksTo("P3 P5", "", "leadership")
              .by("own"));

  private InternalProcess() {}
}
