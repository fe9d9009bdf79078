package id.rapor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.TestSpark;
import id.rapor.settings.Period;
import id.rapor.settings.Scoring;
import id.rapor.settings.Settings;
import id.rapor.table.Drifts;
import id.rapor.table.ExpectedDeliveries;
import id.rapor.table.League;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A missing and a late delivery, from the files to the league. */
class MissingDeliveryTest {
  private static final String STAFFING = "agency_id,period,headcount,trained_all";

  @TempDir private static Path folder;

  private static Input input;
  private static Outcome outcome;

  @BeforeAll
  static void run() throws IOException {
    input =
        Input.in(folder, "nation")
            .refer("agencies.csv", "agency_id,body_type\nA,city\nB,city\nC,city\nD,city\n")
            .refer(
                "deliveries.csv",
                """
                source,feed,agency_id,period,due_on
                staffing,staffing,,2026-01,2026-02-10
                staffing,staffing,,2026-02,2026-03-10
                """)
            .put(
                "cases/2026-01.csv",
                "case_id,agency_id,service_id,submitted_at,status\n1,A,S,2026-01-05,pending\n")
            .put("staffing/2026-01.csv", STAFFING + "\nA,2026-01,5,5\nB,2026-01,5,5\n")
            .put(
                "staffing/2026-02.csv",
                STAFFING + ",separations\nA,2026-02,5,5,\nC,2026-01,5,5,\n");
    arrive("2026-01.csv", "2026-02-05T00:00:00Z");
    arrive("2026-02.csv", "2026-03-05T00:00:00Z");
    outcome = Runner.run(TestSpark.session(), request(), new Input.Silence());
  }

  @Test
  void theRunTellsWhatIsMissingAndWhatDiffers() {
    assertThat(outcome.calendar())
        .isEqualTo(
            new Outcome.Calendar(
                3,
                1,
                2,
                0,
                List.of(
                    "missing  staffing of 2026-02 from B, due 2026-03-10",
                    "missing  staffing of 2026-02 from C, due 2026-03-10",
                    "late     staffing of 2026-01 from C, due 2026-02-10, came 2026-03-05")));
    assertThat(outcome.drifts())
        .containsExactly(
            "landing/staffing/2026-02.csv: Column separations is there, which the file before lacked.");
  }

  @Test
  void theTablesHoldIt() {
    assertThat(input.tables().count(ExpectedDeliveries.TABLE)).isEqualTo(6);
    assertThat(input.tables().count(Drifts.TABLE)).isEqualTo(1);
    assertThat(DeliveryReport.lines(TestSpark.session(), input.data().resolve("warehouse")))
        .contains(
            "2026-01  staffing   due 2026-02-10: 2 on time, 1 late, 0 missing, 0 not due yet",
            "2026-02  staffing   due 2026-03-10: 1 on time, 0 late, 2 missing, 0 not due yet");
  }

  @Test
  void whoseDataIsIncompleteIsNotRankedNeverLast() {
    List<Row> league =
        input
            .tables()
            .read(League.TABLE)
            .where("period = '2026-Q1' AND peer_group = '*' AND league = 'overall'")
            .orderBy("agency_id")
            .collectAsList();
    assertThat(league)
        .extracting(
            row -> row.getAs("agency_id") + " " + row.getAs("rank") + " " + row.getAs("status"))
        .containsExactly(
            "A 1 published", "B null low_quality", "C null low_quality", "D null no_data");
    assertThat(league.get(1).<String>getAs("reason")).contains("low data quality: trained_share");
  }

  private static void arrive(String file, String moment) throws IOException {
    Files.setLastModifiedTime(
        input.folder().resolve("landing/staffing").resolve(file),
        FileTime.from(Instant.parse(moment)));
  }

  private static Request request() {
    return new Request(
        growthAlone(),
        "growth",
        input.folder(),
        input.data(),
        Period.parse("2026-Q1"),
        Optional.of(Instant.parse("2026-03-20T00:00:00Z")),
        Optional.empty(),
        Optional.of("league"));
  }

  private static Settings growthAlone() {
    Settings all = Settings.DEFAULTS;
    return new Settings(
        all.title(),
        all.subtitle(),
        all.language(),
        all.currency(),
        all.zone(),
        all.reference(),
        all.sources(),
        all.periods(),
        new Scoring(
            Map.of("growth", 1.0),
            Optional.of(
                Map.of(
                    "trained_share", Scoring.MetricChange.NONE,
                    "data_quality", Scoring.MetricChange.NONE)),
            0.6),
        all.detectors(),
        all.fees(),
        all.identity(),
        all.notes());
  }
}
