package id.rapor.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rapor.TestSpark;
import id.rapor.pipeline.Warehouse;
import id.rapor.score.TestRows;
import id.rapor.settings.UserError;
import id.rapor.table.Cases;
import id.rapor.table.Complaints;
import id.rapor.table.Decisions;
import id.rapor.table.Detectors;
import id.rapor.table.Findings;
import id.rapor.table.JudgedCases;
import id.rapor.table.Leads;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.Payments;
import id.rapor.table.Provenance;
import id.rapor.table.Standards;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finding taken back to the lines of the files, from tables made by hand. */
class LeadExplainingTest {
  private static final String PAID = "split_payments";
  private static final String IGNORED = "complaints_ignored";

  @TempDir private static Path folder;

  @BeforeAll
  static void makeTables() {
    Warehouse tables = new Warehouse(TestSpark.session(), folder);
    tables.replace(
        Detectors.TABLE, detector(detector(TestRows.of(Detectors.TABLE), PAID), IGNORED).dataset());
    tables.replace(Findings.TABLE, findings());
    tables.replace(
        Leads.TABLE,
        TestRows.of(Leads.TABLE)
            .row(
                Findings.FINDING_ID,
                "aa1",
                Findings.SEVERITY,
                "medium",
                Leads.MONTHS_FOUND,
                2L,
                Decisions.DECISION,
                "referred",
                Decisions.REASON,
                "to the inspectorate")
            .dataset());
    tables.replace(
        JudgedCases.TABLE,
        TestRows.of(JudgedCases.TABLE)
            .row(Cases.AGENCY_ID, "A", Cases.CASE_ID, "split", JudgedCases.PAID, money("120.00"))
            .row(Cases.AGENCY_ID, "B", Cases.CASE_ID, "split", JudgedCases.PAID, money("5.00"))
            .dataset());
    tables.replace(Payments.FEED.table(), payments());
    tables.replace(
        Complaints.FEED.table(),
        TestRows.of(Complaints.FEED.table())
            .row(
                Cases.AGENCY_ID,
                "A",
                Complaints.COMPLAINT_ID,
                "unheard",
                Provenance.FILE,
                "landing/complaints/c.csv",
                Provenance.LINE,
                7L)
            .dataset());
  }

  @Test
  void tellsTheEvidenceTheDecisionAndEveryLine() {
    assertThat(lines("aa", 2))
        .contains("  seen          Paid in parts.", "  innocent      instalments; two products")
        .contains("                case_id split", "  at stake      20.00", "  tested        1,783")
        .contains("  legal basis   Law 1", "  decision      referred")
        .contains("  reason        to the inspectorate")
        .contains("  found         in 2 of the last 3 months, severity medium")
        .contains("payments about them, lines: 3", "  ... and 1 more")
        .contains("  split    first       landing/payments/p.csv  1")
        .contains("  split    second      landing/payments/p.csv  2")
        .noneMatch(line -> line.contains("third") || line.contains("5.00"));
  }

  @Test
  void aComplaintThatNamesNoCaseStandsForItself() {
    assertThat(lines("ab1", 5))
        .contains("cases or complaints that speak for it: 1; as judged:")
        .contains("  q             below 0.000001")
        .contains("  decision      explained or dismissed; see decisions.csv")
        .contains("  -        unheard       landing/complaints/c.csv  7");
  }

  @Test
  void anIdOfNoneOrOfSeveralIsRefused() {
    assertThatThrownBy(() -> lines("a", 5))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("several begin with it, expected one of them, like aa1, ab1.");
    assertThatThrownBy(() -> lines("ac", 5))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is none of that id");
  }

  private static List<String> lines(String finding, int rows) {
    return LeadExplaining.lines(TestSpark.session(), folder, finding, rows);
  }

  private static TestRows detector(TestRows rows, String code) {
    return rows.row(Metrics.CODE, code, Metrics.NAME_EN, code, Metrics.NAME_ID, code);
  }

  private static Dataset<Row> findings() {
    String[] innocent = {"instalments", "two products"};
    return TestRows.of(Findings.TABLE)
        .row(
            Findings.FINDING_ID,
            "aa1",
            Findings.DETECTOR,
            PAID,
            Findings.SUBJECT_KIND,
            "case",
            Cases.AGENCY_ID,
            "A",
            Cases.CASE_ID,
            "split",
            Measurements.PERIOD,
            "2025-03",
            Findings.SEVERITY,
            "medium",
            Findings.TESTS,
            1783L,
            Findings.CROWDED,
            false,
            Findings.AMOUNT_AT_RISK,
            money("20.00"),
            Standards.LEGAL_BASIS,
            "Law 1",
            Findings.INNOCENT,
            innocent,
            Findings.SENTENCE_EN,
            "Paid in parts.",
            Findings.CASE_IDS,
            new String[] {"split"})
        .row(
            Findings.FINDING_ID,
            "ab1",
            Findings.DETECTOR,
            IGNORED,
            Findings.SUBJECT_KIND,
            "agency",
            Cases.AGENCY_ID,
            "A",
            Measurements.PERIOD,
            "2025-03",
            Findings.SEVERITY,
            "medium",
            Findings.TESTS,
            4L,
            Findings.Q_VALUE,
            1e-9,
            Findings.CROWDED,
            true,
            Findings.INNOCENT,
            innocent,
            Findings.CASE_IDS,
            new String[] {"unheard"})
        .dataset();
  }

  private static Dataset<Row> payments() {
    TestRows rows = TestRows.of(Payments.FEED.table());
    long line = 1;
    for (String payment : List.of("first", "second", "third")) {
      rows.row(
          Cases.AGENCY_ID,
          "A",
          Payments.CASE_ID,
          "split",
          Payments.PAYMENT_ID,
          payment,
          Provenance.FILE,
          "landing/payments/p.csv",
          Provenance.LINE,
          line++);
    }
    return rows.dataset();
  }

  private static BigDecimal money(String amount) {
    return new BigDecimal(amount);
  }
}
