package id.rapor.publish;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The metrics, detectors and files that every made nation shares. */
final class Catalogue {
  private Catalogue() {}

  static List<Row> metrics() {
    List<Row> metrics = new ArrayList<>();
    metrics.add(
        metric(
            "fee_compliance",
            "Kepatuhan tarif",
            "Fee compliance",
            "finance",
            "higher",
            "%",
            95.0,
            100.0,
            1.0,
            30,
            "UU 25/2009"));
    metrics.add(
        metric(
            "cost_per_case",
            "Biaya per layanan",
            "Cost per case",
            "finance",
            "context",
            "currency",
            null,
            null,
            0.0,
            100,
            "GOV.UK"));
    metrics.add(
        metric(
            "on_time_rate",
            "Tepat waktu",
            "On-time rate",
            "process",
            "higher",
            "%",
            80.0,
            98.0,
            2.0,
            30,
            "Standar Pelayanan, PermenPANRB 15/2014"));
    metrics.add(
        metric(
            "median_duration",
            "Lama tengah",
            "Median duration",
            "process",
            "lower",
            "ratio",
            0.8,
            0.4,
            1.0,
            30,
            "Standar Pelayanan"));
    metrics.add(
        metric(
            "satisfaction_index",
            "Indeks kepuasan masyarakat",
            "Satisfaction index",
            "customer",
            "higher",
            "index",
            76.61,
            95.0,
            1.0,
            30,
            "PermenPANRB 14/2017"));
    metrics.add(
        metric(
            "training_hours",
            "Jam pelatihan",
            "Training hours",
            "growth",
            "higher",
            "hours",
            20.0,
            40.0,
            1.0,
            5,
            "ASN practice"));
    return metrics;
  }

  private static Row metric(
      String code,
      String nameId,
      String nameEn,
      String perspective,
      String direction,
      String unit,
      Double standard,
      Double target,
      double weight,
      long minimum,
      String source) {
    return RowFactory.create(
        code,
        nameId,
        nameEn,
        "Seberapa baik " + nameId.toLowerCase(java.util.Locale.ROOT) + "?",
        "How good is it?",
        perspective,
        direction,
        unit,
        standard,
        target,
        weight,
        minimum,
        "formula",
        "cases",
        List.of("P1"),
        List.of("S1"),
        List.of("system"),
        source,
        "share");
  }

  static List<Row> detectors() {
    return List.of(
        detector("fee_above_tariff", "Di atas tarif", "Above tariff"),
        detector("slow_case", "Kasus lambat", "Slow case"));
  }

  private static Row detector(String code, String nameId, String nameEn) {
    return RowFactory.create(
        code,
        nameId,
        nameEn,
        "Apakah yang dibayar melebihi tarif?",
        "Is more paid than due?",
        "fees",
        "case",
        "high",
        "0",
        List.of("P4"),
        List.of("S1"),
        List.of("system"),
        List.of("express class"),
        "look",
        "law",
        "1",
        List.of());
  }

  private static final Timestamp ARRIVED = Timestamp.valueOf("2026-06-06 08:00:00");

  static List<Row> files() {
    return List.of(
        RowFactory.create(
            "simpeg",
            "landing/staffing/2.csv",
            "staffing",
            "bb",
            10L,
            50L,
            48L,
            0L,
            2L,
            3L,
            "run-7",
            ARRIVED),
        RowFactory.create(
            "loket",
            "landing/cases/1.csv",
            "cases",
            "aa",
            10L,
            120_000L,
            119_000L,
            700L,
            300L,
            1L,
            "run-7",
            ARRIVED),
        RowFactory.create(
            "loket",
            "landing/cases/2.csv",
            "cases",
            "cc",
            10L,
            1_000L,
            1_000L,
            0L,
            0L,
            2L,
            "run-8",
            ARRIVED));
  }

  static Row finding(String detector, int at) {
    return RowFactory.create(
        detector + "-" + at,
        detector,
        "P4",
        "case",
        Nation.PERIOD,
        "A01",
        null,
        "PASPOR",
        "CASE-" + at,
        "OFFICER-SECRET",
        "high",
        1.0,
        null,
        null,
        1L,
        null,
        null,
        1L,
        null,
        "0",
        null,
        List.of("CASE-" + at),
        "kalimat",
        "sentence",
        "1",
        0.01,
        false,
        List.of(),
        "look");
  }

  static Row measurement(String id, String service, double value) {
    return RowFactory.create(
        Nation.PERIOD,
        id,
        service,
        "on_time_rate",
        "process",
        "higher",
        "%",
        100L,
        value,
        100.0,
        value,
        1.5,
        value - 3,
        value + 3,
        value,
        0.9,
        null,
        "published",
        null,
        null,
        null,
        null);
  }
}
