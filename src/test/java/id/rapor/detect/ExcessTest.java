package id.rapor.detect;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.TestSpark;
import id.rapor.table.Cases;
import id.rapor.table.Findings;
import id.rapor.table.Leads;
import id.rapor.table.Measurements;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Money beyond the tariffs, by hand: each case once, and only money that no tariff asks for. */
class ExcessTest {
  @Test
  void sumsEachCaseOnceByMonthAgencyOfficeAndService() {
    Dataset<Row> leads =
        leads(
            lead("fee_above_tariff", "2025-03", "north", "c1", "300.00"),
            lead("split_payments", "2025-03", "north", "c1", "250.00"),
            lead("fee_on_free_service", "2025-03", "north", "c2", "400.00"),
            lead("fee_without_receipt", "2025-03", "north", "c3", "9000.00"),
            lead("fee_above_tariff", "2025-03", "south", "c4", "100.00"),
            lead("fee_above_tariff", "2025-04", "north", "c5", "100.00"));
    // 700 +- 1.959964 x sqrt(300^2 + 400^2) = 700 +- 979.98; 100 +- 196.00
    assertThat(Excess.of(leads).collectAsList().stream().map(Row::toString))
        .containsExactlyInAnyOrder(
            "[2025-03,A,north,permit,2,700.00,0.00,1679.98]",
            "[2025-03,A,south,permit,1,100.00,0.00,296.00]",
            "[2025-04,A,north,permit,1,100.00,0.00,296.00]");
  }

  private static Row lead(String detector, String month, String office, String id, String amount) {
    return RowFactory.create(detector, month, "A", office, "permit", id, amount);
  }

  private static Dataset<Row> leads(Row... rows) {
    StructType schema = new StructType();
    for (String name :
        List.of(
            Findings.DETECTOR.name(),
            Measurements.PERIOD.name(),
            Cases.AGENCY_ID.name(),
            Cases.OFFICE_ID.name(),
            Cases.SERVICE_ID.name(),
            Cases.CASE_ID.name(),
            Findings.AMOUNT_AT_RISK.name())) {
      schema = schema.add(name, "string");
    }
    return Leads.TABLE.complete(TestSpark.session().createDataFrame(List.of(rows), schema));
  }
}
