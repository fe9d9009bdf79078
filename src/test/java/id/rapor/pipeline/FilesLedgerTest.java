package id.rapor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.ingest.Account;
import id.rapor.table.Cases;
import id.rapor.table.Feed;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are renamed, delivered again, grown or corrected, and what is counted of them. */
class FilesLedgerTest {
  private static final String HEADER =
      "case_id,agency_id,service_id,submitted_at,status,recorded_at,retracted\n";
  private static final String OLD =
      line("kept", "pending", "2026-02-01T00:00Z", "")
          + line("taken-back", "pending", "2026-02-01T00:00Z", "")
          + line("tied", "pending", "2026-02-01T00:00Z", "")
          + line("undated", "pending", "", "")
          + "refused,A,S,someday,pending,,\n";

  @TempDir private static Path folder;

  private static Input input;
  private static Outcome first;
  private static Outcome renamed;
  private static Outcome grown;
  private static Outcome corrected;
  private static Map<String, List<String>> afterRenaming;
  private static Map<String, List<String>> afterFirst;
  private static Map<String, Row> cases;

  @BeforeAll
  static void deliver() {
    input = Input.in(folder, "nation").put("cases/b.csv", HEADER + OLD);
    first = input.take();
    afterFirst = input.taken();
    input.remove("cases/b.csv");
    input.put("cases/a.csv", HEADER + OLD).put("cases/copy.csv", HEADER + OLD);
    renamed = input.take();
    afterRenaming = input.taken();
    input.remove("cases/copy.csv");
    input.put(
        "cases/a.csv",
        HEADER
            + OLD
            + line("new", "pending", "2026-03-01T00:00Z", "")
            + line("taken-back", "pending", "2026-03-01T00:00Z", "true"));
    input.put("cases/b.csv", HEADER + "\n" + OLD);
    grown = input.take();
    input.put(
        "cases/a.csv",
        HEADER
            + line("taken-back", "withdrawn", "2026-02-15T00:00Z", "")
            + line("tied", "withdrawn", "2026-02-01T00:00Z", "")
            + line("undated", "pending", "", "")
            + line("undated", "withdrawn", "", ""));
    input.put("cases/b.csv", HEADER + line("tied", "pending", "2026-02-01T00:00Z", ""));
    corrected = input.take();
    cases =
        input.tables().read(Cases.FEED.table()).collectAsList().stream()
            .collect(Collectors.toMap(row -> row.getAs(Cases.CASE_ID.name()), row -> row));
  }

  @Test
  void theSameContentUnderAnotherNameIsNotReadAgain() {
    assertThat(first.accounts()).singleElement().satisfies(account -> adds(account, 5, 4, 0, 1));
    assertThat(renamed.accounts()).isEmpty();
    assertThat(afterRenaming).isEqualTo(afterFirst);
  }

  @Test
  void onlyTheNewLinesOfAFileThatGrewCount() {
    assertThat(grown.accounts()).hasSize(2);
    adds(grown.accounts().get(0), 7, 2, 4, 1);
  }

  @Test
  void theSameLinesInAnotherFileCountNothing() {
    adds(grown.accounts().get(1), 5, 0, 4, 1);
    assertThat(cases).hasSize(5);
  }

  @Test
  void aRetractedRowStaysAsATombstoneThatALateOlderVersionDoesNotLift() {
    Row row = cases.get("taken-back");
    assertThat(row.<Boolean>getAs(Feed.RETRACTED.name())).isTrue();
    assertThat(row.<String>getAs(Cases.STATUS.name())).isEqualTo("pending");
  }

  @Test
  void tiesGoToTheLaterFileThenToTheLaterLine() {
    assertThat(cases.get("tied").<String>getAs(Cases.STATUS.name())).isEqualTo("pending");
    assertThat(cases.get("undated").<String>getAs(Cases.STATUS.name())).isEqualTo("withdrawn");
    adds(corrected.accounts().get(0), 4, 1, 3, 0);
    adds(corrected.accounts().get(1), 1, 0, 1, 0);
  }

  private static String line(String id, String status, String recorded, String retracted) {
    return id + ",A,S,2026-01-05," + status + "," + recorded + "," + retracted + "\n";
  }

  private static void adds(Account account, long lines, long accepted, long superseded, long no) {
    assertThat(
            List.of(account.lines(), account.accepted(), account.superseded(), account.refused()))
        .as(account.file())
        .containsExactly(lines, accepted, superseded, no);
  }
}
