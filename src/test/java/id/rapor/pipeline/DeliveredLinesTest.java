package id.rapor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.TestSpark;
import id.rapor.table.DeliveredLines;
import id.rapor.table.Files;
import id.rapor.table.Profiles;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whose lines a file brought, of which month, and what it looked like; before and after a replay.
 */
class DeliveredLinesTest {
  private static final String HEADER =
      "case_id,agency_id,service_id,submitted_at,closed_at,status,channel,visits,recorded_at\n";
  private static final Instant CHANGED = Instant.parse("2026-04-02T03:04:05Z");

  @TempDir private static Path folder;

  private static Input input;
  private static List<String> before;
  private static List<String> after;
  private static List<String> later;

  @BeforeAll
  static void deliver() throws IOException {
    input =
        Input.in(folder, "nation")
            .refer("regions.csv", "region_code,name,time_zone\nE,East,Asia/Jayapura\n")
            .refer("agencies.csv", "agency_id,region_code\nA,\nE,E\n")
            .put(
                "cases/march.csv",
                HEADER
                    + "1,A,S,2026-03-02T09:00:00Z,2026-03-04T09:00:00Z,completed,counter,1,\n"
                    + "open-since-february,A,S,2026-02-02T09:00:00Z,,pending,online,,\n"
                    + "late-at-night,E,S,2026-03-31T15:30:00Z,,pending,,2,\n"
                    + "no-time-but-recorded,A,S,someday,,pending,post,x,2026-03-09T00:00:00Z\n"
                    + "no-time-at-all,A,S,someday,,pending,,,\n"
                    + "closed-yet-pending,A,S,2026-03-05,2026-03-06,pending,counter,1,\n"
                    + "unknown,B,S,2026-03-05,,pending,counter,,\n"
                    + ",,S,2026-03-05,,pending,counter,,\n"
                    + "malformed,A\n")
            .put("staffing/march.csv", "agency_id,period,headcount\nA,2026-02,5\nA,2026-3,5\n");
    java.nio.file.Files.setLastModifiedTime(
        input.folder().resolve("landing/cases/march.csv"), FileTime.from(CHANGED));
    input.take();
    before = lines();
    input.refer("agencies.csv", "agency_id,region_code\nA,\nB,\nE,E\n");
    Replaying.replay(TestSpark.session(), input.request(), new Input.Silence());
    after = lines();
    input.put(
        "cases/april.csv",
        HEADER
            + "1,A,S,2026-03-02T09:00:00Z,2026-03-04T09:00:00Z,completed,counter,1,\n"
            + "open-since-february,A,S,2026-02-02T09:00:00Z,2026-04-03,completed,online,,\n");
    input.take();
    later = lines();
    later.removeAll(after);
  }

  @Test
  void linesAreCountedByAgencyAndMonthOfTheNewestEvent() {
    assertThat(before)
        .containsExactlyInAnyOrder(
            "cases A 2026-02: 1 = 1 + 0 + 0, 0 warned",
            "cases A 2026-03: 3 = 2 + 0 + 1, 1 warned",
            "cases A null: 1 = 0 + 0 + 1, 0 warned",
            "cases E 2026-04: 1 = 1 + 0 + 0, 0 warned",
            "cases B 2026-03: 1 = 0 + 0 + 1, 0 warned",
            "cases null 2026-03: 1 = 0 + 0 + 1, 0 warned",
            "cases null null: 1 = 0 + 0 + 1, 0 warned",
            "staffing A 2026-02: 1 = 1 + 0 + 0, 0 warned",
            "staffing A null: 1 = 0 + 0 + 1, 0 warned");
  }

  @Test
  void aReplayMovesWhatItAccepts() {
    assertThat(after)
        .contains("cases B 2026-03: 1 = 1 + 0 + 0, 0 warned")
        .hasSameSizeAs(before)
        .filteredOn(line -> !line.startsWith("cases B"))
        .isSubsetOf(before);
  }

  @Test
  void aLaterFileCountsAsItWasDecidedBeforeItWasWritten() {
    assertThat(later)
        .containsExactlyInAnyOrder(
            "cases A 2026-03: 1 = 0 + 1 + 0, 0 warned", "cases A 2026-04: 1 = 1 + 0 + 0, 0 warned");
  }

  @Test
  void aFileIsProfiled() {
    Row cases = profile();
    assertThat(cases.<String>getList(cases.fieldIndex(Profiles.COLUMNS.name())))
        .startsWith("case_id", "agency_id")
        .hasSize(9);
    assertThat(cases.<String>getList(cases.fieldIndex(Profiles.FILLED.name())))
        .contains("submitted_at=6", "closed_at=2", "visits=3", "recorded_at=1")
        .noneMatch(count -> count.startsWith("fee_paid"));
    assertThat(cases.<String>getList(cases.fieldIndex(Profiles.WRONG.name())))
        .containsExactly("submitted_at=2", "visits=1");
    assertThat(cases.<String>getList(cases.fieldIndex(Profiles.CODES.name())))
        .containsExactly(
            "channel=counter",
            "channel=online",
            "channel=post",
            "service_id=S",
            "status=completed",
            "status=pending");
  }

  @Test
  void aFileArrivedWhenItWasLastChangedButNeverInTheFuture() {
    List<Row> files = input.tables().read(Files.TABLE).orderBy("delivery").collectAsList();
    assertThat(files)
        .extracting(row -> row.<java.sql.Timestamp>getAs(Files.ARRIVED_AT.name()).toInstant())
        .satisfies(moments -> assertThat(moments.get(0)).isEqualTo(CHANGED))
        .allSatisfy(moment -> assertThat(moment).isBeforeOrEqualTo(Instant.now()));
  }

  private static Row profile() {
    return input.tables().read(Profiles.TABLE).where("delivery = 1").head();
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    input.tables().read(DeliveredLines.TABLE).collectAsList().stream()
        .map(
            row ->
                "%s %s %s: %d = %d + %d + %d, %d warned"
                    .formatted(
                        row.getAs("feed"),
                        row.getAs("agency_id"),
                        row.getAs("month"),
                        row.<Long>getAs("lines"),
                        row.<Long>getAs("accepted"),
                        row.<Long>getAs("superseded"),
                        row.<Long>getAs("refused"),
                        row.<Long>getAs("warned")))
        .forEach(lines::add);
    return lines;
  }
}
