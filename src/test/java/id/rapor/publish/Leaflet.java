package id.rapor.publish;

import id.rapor.TestSpark;
import id.rapor.table.Agencies;
import id.rapor.table.Cases;
import id.rapor.table.Decisions;
import id.rapor.table.Detectors;
import id.rapor.table.Findings;
import id.rapor.table.Services;
import id.rapor.table.Table;
import java.math.BigDecimal;
import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Three findings made by hand; one was decided, one holds what looks like code. */
final class Leaflet {
  static final List<String> ALLOWED = List.of("open", "explained", "referred", "dismissed");

  private Leaflet() {}

  static Dossier three(String language) {
    return new Dossier(
        Choices.of(language),
        rows(
            Findings.TABLE,
            List.of(
                finding("f1", "fee_above_tariff", "A01", "low", null, "Seven paid too much"),
                finding(
                    "f2", "slow_case", "A04", "high", "250000.00", "=HYPERLINK(\"x\") <b>&</b>"),
                finding("f3", "slow_case", "A01", "high", "900000.00", "Nine waited"))),
        rows(
            Decisions.TABLE,
            List.of(
                RowFactory.create(
                    "f1", "explained", "old tariff", Date.valueOf("2026-07-03"), "Sari"))),
        ALLOWED,
        rows(Detectors.TABLE, List.of(detector("slow_case", "Berkas lambat", "Slow case"))),
        Agencies.TABLE.complete(
            rows(
                new Table("spells", "", List.of(), List.of(Cases.AGENCY_ID, Agencies.NAME_ID)),
                List.of(
                    RowFactory.create("A01", "Kota Satu"),
                    RowFactory.create("A04", "<script>alert(1)</script>")))),
        rows(Services.TABLE, List.of(RowFactory.create("PASPOR", "Paspor", "Passport", null))));
  }

  private static Row finding(
      String id, String detector, String agency, String severity, String money, String told) {
    return RowFactory.create(
        id,
        detector,
        "P1",
        "case",
        "2026-03",
        agency,
        "K1",
        "PASPOR",
        "case-" + id,
        null,
        severity,
        12.5,
        4.0,
        3.125,
        40L,
        0.001,
        0.0125,
        321L,
        money == null ? null : new BigDecimal(money),
        "3 times the median",
        "PP 1/2020",
        List.of("case-" + id, "-2"),
        "Terlihat: " + told,
        told,
        "1",
        0.01,
        false,
        List.of("a complex file", "an applicant who is silent"),
        "Read the file.");
  }

  private static Row detector(String code, String indonesian, String english) {
    Object[] values = new Object[Detectors.TABLE.fields().size()];
    values[0] = code;
    values[1] = indonesian;
    values[2] = english;
    return RowFactory.create(values);
  }

  private static Dataset<Row> rows(Table table, List<Row> rows) {
    return TestSpark.session().createDataFrame(rows, table.schema());
  }
}
