package id.rapor.measure;

import static id.rapor.measure.Metric.Perspective.GROWTH;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.JudgedCases;
import id.rapor.table.Staffing;
import java.util.List;
import org.apache.spark.sql.Column;

/** The metrics of the learning and growth perspective: whether the people who serve are fit to. */
final class Growth {
  private static final Column OFFICERS = Staffing.HEADCOUNT.col();
  private static final Column LEAST_TRAINED =
      when(
          Staffing.TRAINED_TECHNICAL
              .col()
              .isNotNull()
              .and(Staffing.TRAINED_COMMUNICATION.col().isNotNull())
              .and(Staffing.TRAINED_ETHICS.col().isNotNull()),
          least(
              Staffing.TRAINED_TECHNICAL.col(),
              Staffing.TRAINED_COMMUNICATION.col(),
              Staffing.TRAINED_ETHICS.col()));

  static final List<Metric> METRICS =
      List.of(
          Entry.of(GROWTH, "training_hours", "Jam pelatihan", "Training hours")
              .asks(
                  "Berapa jam pelatihan seorang petugas dalam setahun?",
                  "How many hours of training does an officer get in a year?")
              .is(Form.CENSUS, staff(OFFICERS, Staffing.TRAINING_HOURS.col()))
              .merging(Merging.STAFF)
              .in("hours_per_officer_year", 12)
              .scored(20, 40)
              .from(5)
              .formula(
                  "training hours / officers summed over the period's months x 12; n is the most officers of a month")
              .speaksTo("", "S2", "personal team")
              .by("civil service (ASN) practice"),
          Entry.of(GROWTH, "trained_share", "Petugas terlatih", "Trained share")
              .asks(
                  "Berapa bagian petugas yang terlatih teknis, komunikasi, dan etika?",
                  "What share of officers is trained in technique, communication and ethics?")
              .is(Form.CENSUS, staff(OFFICERS, coalesce(Staffing.TRAINED_ALL.col(), LEAST_TRAINED)))
              .merging(Merging.LATEST)
              .atMost(Staffing.TRAINED_ALL.col().isNull())
              .scored(60, 95)
              .from(5)
              .formula(
                  "officers trained in all three within 24 months / officers, in the period's last month with data; "
                      + "without trained_all the least of the three, which detail then calls an upper bound")
              .speaksTo("P5", "S2", "personal")
              .by("own; the second of the four cures"),
          Entry.of(GROWTH, "caseload", "Beban kerja", "Caseload")
              .asks(
                  "Berapa berkas diputus seorang petugas dalam sebulan?",
                  "How many cases does an officer decide in a month?")
              .is(
                  Form.CENSUS,
                  Term.below(Base.STAFFING, Staffing.PERIOD, OFFICERS.gt(0), OFFICERS),
                  Term.above(
                      Base.CASES, JudgedCases.CLOSED_MONTH, JudgedCases.DECIDED.col(), lit(1L)))
              .merging(Merging.STAFF)
              .in("cases_per_officer_month", 1)
              .from(5)
              .formula(
                  "decided cases / officers, summed over the period's months that have both; n is the most officers of a month")
              .speaksTo("", "", "situation team")
              .by("own"),
          Entry.of(GROWTH, "supervision", "Pembinaan atasan", "Supervision")
              .asks(
                  "Berapa bagian petugas yang dibina atasannya?",
                  "What share of officers is reviewed by their superior?")
              .is(Form.CENSUS, staff(OFFICERS, Staffing.SUPERVISED.col()))
              .merging(Merging.LATEST)
              .scored(70, 95)
              .from(5)
              .formula(
                  "officers with a documented review within 6 months, as reported / officers, in the period's last month with data")
              .speaksTo("", "S3 S1", "leadership")
              .by("SKP practice"),
          Entry.of(GROWTH, "follow_up_closed", "Tindak lanjut", "Follow-up closed")
              .asks(
                  "Berapa bagian temuan yang ditindaklanjuti?",
                  "What share of the findings is followed up?")
              .is(Form.CENSUS, staff(Staffing.ACTIONS_DUE.col(), Staffing.ACTIONS_CLOSED.col()))
              .scored(70, 95)
              .from(10)
              .formula(
                  "follow-up actions closed / due, summed over the period's months; n counts actions due")
              .speaksTo("P5", "S1 S3", "leadership")
              .by("IPP 1.c; Opini Ombudsman 2025"),
          Entry.of(GROWTH, "leadership_filled", "Jabatan pimpinan terisi", "Leadership filled")
              .asks(
                  "Berapa bagian jabatan pimpinan yang terisi?",
                  "What share of the leadership posts is filled?")
              .is(
                  Form.CENSUS,
                  staff(Staffing.LEADERSHIP_POSTS.col(), Staffing.LEADERSHIP_POSTS_FILLED.col()))
              .merging(Merging.LATEST)
              .scored(85, 100)
              .from(2)
              .formula(
                  "leadership posts filled / leadership posts, in the period's last month with data; n counts posts")
              .speaksTo("", "S3", "leadership")
              .by("own; the third of the four cures"),
          DataQuality.METRIC);

  private Growth() {}

  private static Term staff(Column whole, Column part) {
    return Term.census(Base.STAFFING, Staffing.PERIOD, whole, part);
  }
}
