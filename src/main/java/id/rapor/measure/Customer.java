package id.rapor.measure;

import static id.rapor.measure.Metric.Perspective.CUSTOMER;
import static org.apache.spark.sql.functions.lit;

import id.rapor.table.Cases;
import id.rapor.table.JudgedCases;
import id.rapor.table.JudgedComplaints;
import java.util.List;
import org.apache.spark.sql.Column;

/** The metrics of the customer perspective: what it is like for those who are served. */
final class Customer {
  private static final Column ALL = lit(true);
  private static final Column ON_TIME_KNOWN = JudgedCases.ON_TIME.col().isNotNull();

  static final List<Metric> METRICS =
      List.of(
          Entry.of(
                  CUSTOMER,
                  "satisfaction_index",
                  "Indeks Kepuasan Masyarakat",
                  "Satisfaction index")
              .asks(
                  "Seberapa puas orang dengan layanan ini?",
                  "How satisfied are people with the service?")
              .is(Form.INDEX, Term.share(Base.SURVEYS, Facts.MONTH, ALL, ALL))
              .in("points", 25)
              .scored(76.61, 95)
              .from(30)
              .formula(
                  "25 x sum over the nine elements of 1/9 x mean answer (1-4); each element over those who answered it; month of the answer; "
                      + "detail is the grade A-D of the index rounded half up to two decimals, lower bounds 88.31, 76.61, 65, "
                      + "and both grades, as A/B, where the ends of its interval lie in two bands; "
                      + "settings may take the printed weight 0.11 for 1/9, which detail then says")
              .speaksTo("P1 P2 P3 P4 P5", "S1", "system")
              .by("PermenPANRB 14/2017"),
          Entry.of(CUSTOMER, "weakest_element", "Unsur terendah", "Weakest element")
              .asks(
                  "Unsur layanan mana yang paling lemah?",
                  "Which element of the service is weakest?")
              .is(Form.WEAKEST, Term.share(Base.SURVEYS, Facts.MONTH, ALL, ALL))
              .in("points", 25)
              .scored(65, 88.31)
              .from(30)
              .formula(
                  "least of 25 x mean answer over the nine elements, each over those who answered it, where these are enough to publish; detail names the element and n counts its answers; month of the answer")
              .speaksTo("P1 P2 P5", "S1", "system")
              .by("PermenPANRB 14/2017"),
          Entry.of(CUSTOMER, "survey_coverage", "Cakupan responden", "Survey coverage")
              .asks("Cukupkah orang yang ditanya?", "Are enough of those who were served asked?")
              .is(
                  Form.COVERAGE,
                  Term.above(Base.SURVEY_MONTHS, Facts.MONTH, ALL, Facts.EVENTS.col()),
                  Term.below(
                      Base.CASES, JudgedCases.CLOSED_MONTH, JudgedCases.DECIDED.col(), lit(1L)))
              .scored(60, 100)
              .formula(
                  "answers / sample size of Krejcie and Morgan for the decided cases, at most 100; months of answer and of closing, from the agency's first answer on")
              .speaksTo("", "S1", "system")
              .by("PermenPANRB 14/2017; Krejcie and Morgan, 1970"),
          Entry.of(CUSTOMER, "on_time_rate", "Tepat waktu", "On-time rate")
              .asks(
                  "Berapa bagian berkas yang selesai pada waktunya?",
                  "What share of cases is decided by the day it is due?")
              .is(
                  Form.SHARE,
                  Term.share(
                      Base.CASES,
                      JudgedCases.COHORT_MONTH,
                      ON_TIME_KNOWN,
                      JudgedCases.ON_TIME.col()))
              .adjusted()
              .scored(80, 98)
              .from(30)
              .formula(
                  "cases decided by their due moment / cases due in the period; withdrawn cases left out, open ones counted as late")
              .speaksTo("P1 P2", "S1 S4", "system")
              .by("UU 25/2009; NHS referral-to-treatment practice"),
          Entry.of(CUSTOMER, "time_certainty", "Kepastian waktu", "Time certainty")
              .asks("Seberapa pasti lama layanannya?", "How much longer than usual may it take?")
              .is(
                  Form.CERTAINTY,
                  Term.share(
                      Base.CASES,
                      JudgedCases.COHORT_MONTH,
                      JudgedCases.WITHDRAWN.col().equalTo(false),
                      ALL))
              .in("ratio", 1)
              .scored(3, 1.5)
              .from(50)
              .formula(
                  "90th percentile / median of working time within a service (Kaplan-Meier, as median_duration); a service whose median is not reached has none; "
                      + "a lower bound where the 90th percentile is not reached, which detail then says; all services: mean of the services' ratios by number of cases, "
                      + "no data where services without a reached median hold more than half of the cases, and detail says where they hold fewer")
              .speaksTo("P2", "S4", "system")
              .by("own"),
          Entry.of(CUSTOMER, "standard_published", "Standar lengkap", "Standard published")
              .asks(
                  "Adakah standar waktu dan biaya untuk setiap layanan?",
                  "Does every service have a published time and fee?")
              .is(
                  Form.OFFERED,
                  Term.share(
                      Base.CASES,
                      JudgedCases.SUBMITTED_MONTH,
                      ALL,
                      JudgedCases.LIMIT_MINUTES
                          .col()
                          .isNotNull()
                          .and(JudgedCases.EXPECTED_FEE.col().isNotNull())))
              .scored(90, 100)
              .formula(
                  "services of which every case submitted in the period had a time limit and a tariff in force / services with cases submitted; "
                      + "services that nobody asked for are not seen; no data where no service in the country has both")
              .speaksTo("P2", "S4", "system")
              .by("PermenPANRB 15/2014"),
          Entry.of(CUSTOMER, "completion_rate", "Tingkat penyelesaian", "Completion rate")
              .asks(
                  "Berapa bagian berkas yang akhirnya diputuskan?",
                  "What share of cases is decided in the end?")
              .is(
                  Form.SHARE,
                  Term.share(
                      Base.CASES,
                      JudgedCases.COMPLETION_MONTH,
                      JudgedCases.COMPLETED_IN_TIME.col().isNotNull(),
                      JudgedCases.COMPLETED_IN_TIME.col()))
              .adjusted()
              .scored(85, 98)
              .from(30)
              .formula(
                  "cases decided within twice their time limit / cases whose twofold limit ended in the period; withdrawn cases left out")
              .speaksTo("P1", "S4", "system")
              .by("GOV.UK service standard: completion rate"),
          Entry.of(CUSTOMER, "digital_take_up", "Pemanfaatan digital", "Digital take-up")
              .asks(
                  "Berapa bagian permohonan yang masuk secara digital?",
                  "What share of cases comes in by a digital channel?")
              .is(
                  Form.SHARE,
                  Term.share(
                      Base.CASES,
                      JudgedCases.SUBMITTED_MONTH,
                      Cases.CHANNEL.col().isNotNull(),
                      Cases.CHANNEL.col().isin("online", "mobile")))
              .from(30)
              .formula(
                  "cases with channel online or mobile / cases with a known channel; month of submission")
              .speaksTo("P1", "S4", "system")
              .by("GOV.UK service standard: digital take-up"),
          Entry.of(CUSTOMER, "visits_per_case", "Kunjungan per berkas", "Visits per case")
              .asks(
                  "Berapa kali pemohon harus datang?", "How often does the applicant have to come?")
              .is(
                  Form.MEAN,
                  Term.mean(
                          Base.CASES,
                          JudgedCases.CLOSED_MONTH,
                          JudgedCases.DECIDED.col().and(Cases.VISITS.col().isNotNull()),
                          Cases.VISITS.col())
                      .per(JudgedCases.MAX_VISITS.col()))
              .in("visits", 1)
              .scored(1, 0.7)
              .from(30)
              .formula(
                  "visits / decided cases with known visits; month of closing; scored as ratio to the mean max_visits of the standards, without one not scored")
              .speaksTo("P1", "S4", "system")
              .by("own"),
          Entry.of(
                  CUSTOMER,
                  "documents_beyond_requirement",
                  "Dokumen berlebih",
                  "Documents beyond requirement")
              .asks(
                  "Berapa dokumen diminta di luar daftar resmi?",
                  "How many documents are asked for beyond the published list?")
              .is(
                  Form.MEAN,
                  Term.mean(
                      Base.DOCUMENTED_CASES,
                      JudgedCases.SUBMITTED_MONTH,
                      Traces.BEYOND.col().isNotNull(),
                      Traces.BEYOND.col()))
              .in("documents", 1)
              .scored(0.5, 0)
              .from(30)
              .formula(
                  "documents asked for that the standard does not list / cases with any document recorded and a published list; month of submission")
              .speaksTo("P1 P2", "S4", "system")
              .by("once-only principle"),
          Entry.of(CUSTOMER, "group_gap", "Kesenjangan kelompok", "Group gap")
              .asks(
                  "Seberapa beda layanan antarkelompok pemohon?",
                  "How far apart are groups of applicants served?")
              .is(
                  Form.GAP,
                  Term.share(
                      Base.CASES,
                      JudgedCases.COHORT_MONTH,
                      ON_TIME_KNOWN.and(Cases.APPLICANT_GROUP.col().isNotNull()),
                      JudgedCases.ON_TIME.col()))
              .in("points", 100)
              .scored(10, 2)
              .from(30)
              .formula(
                  "largest Mantel-Haenszel difference in on-time rate between two recorded groups within service x office strata; "
                      + "at least the minimum n in each group and 5 strata; n is the smaller group, detail names the two")
              .speaksTo("P3", "S3", "leadership")
              .by("equal-treatment principle; Greenland and Robins, 1985"),
          Entry.of(CUSTOMER, "complaint_rate", "Rasio pengaduan", "Complaint rate")
              .asks("Seberapa sering orang mengadu?", "How often do people complain?")
              .is(
                  Form.RATE,
                  Term.above(Base.COMPLAINT_MONTHS, Facts.MONTH, ALL, Facts.EVENTS.col()),
                  Term.below(Base.CASES, JudgedCases.SUBMITTED_MONTH, ALL, lit(1L)))
              .in("per_1000_cases", 1000)
              .from(500)
              .formula(
                  "complaints received / cases submitted x 1,000, from the agency's first complaint on; more may mean open channels")
              .speaksTo("P5", "", "situation")
              .by("OECD: more complaints may mean more trust"),
          Entry.of(CUSTOMER, "first_response", "Respons awal", "First response")
              .asks(
                  "Berapa bagian pengaduan yang dijawab dalam 3 hari?",
                  "What share of complaints is answered within 3 days?")
              .is(
                  Form.SHARE,
                  Term.share(
                      Base.COMPLAINTS,
                      JudgedComplaints.RESPONSE_MONTH,
                      JudgedComplaints.RESPONDED_IN_TIME.col().isNotNull(),
                      JudgedComplaints.RESPONDED_IN_TIME.col()))
              .scored(80, 98)
              .from(20)
              .formula(
                  "complaints first answered (or closed) within 3 calendar days / complaints of which these ended in the period; settings may name other days")
              .speaksTo("P5", "S3", "leadership")
              .by("SP4N-LAPOR!, PermenPANRB 62/2018; kind of day unverified"),
          Entry.of(CUSTOMER, "complaints_on_time", "Pengaduan tepat waktu", "Complaints on time")
              .asks(
                  "Berapa bagian pengaduan yang tuntas pada waktunya?",
                  "What share of complaints is resolved in time?")
              .is(
                  Form.SHARE,
                  Term.share(
                      Base.COMPLAINTS,
                      JudgedComplaints.RESOLUTION_MONTH,
                      JudgedComplaints.RESOLVED_IN_TIME.col().isNotNull(),
                      JudgedComplaints.RESOLVED_IN_TIME.col()))
              .scored(80, 98)
              .from(20)
              .formula(
                  "complaints closed within 5 (information), 14 (no examination) or 60 (examination) calendar days / complaints of a known class due in the period; settings may name other days")
              .speaksTo("P5", "S1", "leadership")
              .by("SP4N-LAPOR!, PermenPANRB 62/2018; Perpres 76/2013"),
          Entry.of(CUSTOMER, "closed_and_accepted", "Tuntas diterima", "Closed and accepted")
              .asks(
                  "Berapa bagian jawaban yang diterima pelapor?",
                  "What share of answers does the reporter accept?")
              .is(
                  Form.SHARE,
                  Term.share(
                      Base.COMPLAINTS,
                      JudgedComplaints.SETTLED_MONTH,
                      JudgedComplaints.SETTLED.col().isNotNull(),
                      JudgedComplaints.SETTLED.col()))
              .scored(70, 95)
              .from(20)
              .formula(
                  "closed complaints not opened again within 30 days and not refused by the reporter / closed complaints of which the 30 days ended in the period")
              .speaksTo("P5", "S3", "leadership")
              .by("CPGRAMS feedback practice"),
          Entry.of(CUSTOMER, "levy_complaints", "Aduan pungli", "Levy complaints")
              .asks(
                  "Seberapa sering orang mengadukan pungutan liar?",
                  "How often do people complain of illegal levies?")
              .is(
                  Form.RATE,
                  Term.above(Base.COMPLAINT_MONTHS, Facts.MONTH, ALL, Facts.LEVIES.col()),
                  Term.below(Base.CASES, JudgedCases.SUBMITTED_MONTH, ALL, lit(1L)))
              .in("per_10000_cases", 10_000)
              .from(1000)
              .formula(
                  "complaints of category bribery / cases submitted x 10,000, from the agency's first complaint on")
              .speaksTo("P4", "", "situation")
              .by("KPK integrity survey (SPI) practice"));

  private Customer() {}
}
