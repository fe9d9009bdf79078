package id.rapor.detect;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.TestSpark;
import id.rapor.table.Cases;
import id.rapor.table.Decisions;
import id.rapor.table.Findings;
import id.rapor.table.Leads;
import id.rapor.table.Measurements;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** What is explained falls silent, what is found again weighs more, and decisions are counted. */
class ReviewTest {
  private static final Dataset<Row> FINDINGS =
      findings(
          List.of(
              RowFactory.create("nov", "loops", "2024-11", "A", "low"),
              RowFactory.create("jan", "loops", "2025-01", "A", "low"),
              RowFactory.create("feb", "loops", "2025-02", "A", "low"),
              RowFactory.create("other", "loops", "2025-02", "B", "low"),
              RowFactory.create("may", "loops", "2025-05", "A", "low"),
              RowFactory.create("again", "backdating", "2025-02", "A", "medium"),
              RowFactory.create("and again", "backdating", "2025-03", "A", "medium")));

  @Test
  void whatIsFoundAgainWithinThreeMonthsIsMoreThanLow() {
    assertThat(leads(List.of(), Leads.MONTHS_FOUND.name(), Findings.SEVERITY.name()))
        .containsExactlyInAnyOrder(
            "nov 1 low",
            "jan 2 medium",
            "feb 2 medium",
            "other 1 low",
            "may 1 low",
            "again 1 medium",
            "and again 2 medium");
  }

  @Test
  void whatIsExplainedOrDismissedFallsSilentAndStillCounts() {
    List<Row> decisions =
        List.of(
            decision("nov", "explained"),
            decision("jan", "dismissed"),
            decision("feb", "referred"),
            decision("other", "open"),
            decision("of another nation", "dismissed"));
    assertThat(leads(decisions, Leads.MONTHS_FOUND.name(), Decisions.DECISION.name()))
        .containsExactlyInAnyOrder(
            "feb 2 referred", "other 1 open", "may 1 open", "again 1 open", "and again 2 open");
  }

  @Test
  void precisionIsOfWhatWasDecided() {
    List<Row> decisions =
        List.of(
            decision("nov", "explained"),
            decision("jan", "referred"),
            decision("feb", "referred"),
            decision("may", "open"));
    assertThat(Review.decided(FINDINGS, table(decisions)).collectAsList())
        .containsExactly(RowFactory.create("loops", 3L, 2L));
  }

  private static List<String> leads(List<Row> decisions, String second, String third) {
    return Review.leads(FINDINGS, table(decisions))
        .select(Findings.FINDING_ID.name(), second, third)
        .collectAsList()
        .stream()
        .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
        .toList();
  }

  private static Row decision(String id, String decision) {
    return RowFactory.create(id, decision, "because", null, "analyst");
  }

  private static Dataset<Row> table(List<Row> decisions) {
    return TestSpark.session().createDataFrame(decisions, Decisions.TABLE.schema());
  }

  private static Dataset<Row> findings(List<Row> rows) {
    StructType schema = new StructType();
    for (String name :
        List.of(
            Findings.FINDING_ID.name(),
            Findings.DETECTOR.name(),
            Measurements.PERIOD.name(),
            Cases.AGENCY_ID.name(),
            Findings.SEVERITY.name())) {
      schema = schema.add(name, "string");
    }
    Dataset<Row> made = TestSpark.session().createDataFrame(rows, schema);
    return Findings.TABLE.complete(made.withColumn(Findings.CASE_IDS.name(), array(lit("one"))));
  }
}
