package id.rapor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.TestSpark;
import id.rapor.pipeline.Replaying.Replayed;
import id.rapor.table.Cases;
import id.rapor.table.Files;
import id.rapor.table.Quarantine;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines refused for an agency that the reference lacked, taken in again when it has it. */
class ReplayTest {
  private static final String HEADER =
      "case_id,agency_id,service_id,submitted_at,status,applicant_id\n";
  private static final String AGENCIES = "agency_id,name_id,name_en,body_type,region_code\n";

  @TempDir private static Path folder;

  private static Input input;
  private static Replayed replayed;
  private static Replayed again;

  @BeforeAll
  static void replay() {
    input =
        Input.in(folder, "nation")
            .refer("agencies.csv", AGENCIES + "A,A,A,city,\n")
            .put(
                "cases/a.csv",
                HEADER
                    + "1,A,S,2026-01-05,pending,P1\n"
                    + "2,B,S,2026-01-05,pending,P2\n"
                    + "3,B,S,2026-01-05,pending,P3\n"
                    + "4,B,S,someday,pending,P4\n"
                    + "5,C\n")
            .put("cases/gone.csv", HEADER + "9,C,S,2026-01-05,pending,P9\n");
    input.take();
    input.remove("cases/gone.csv");
    input.refer("agencies.csv", AGENCIES + "A,A,A,city,\nB,B,B,city,\n");
    input.put("cases/b.csv", HEADER + "3,B,S,2026-01-05,withdrawn,P3\n");
    input.take();
    replayed = Replaying.replay(TestSpark.session(), input.request(), new Input.Silence());
    again = Replaying.replay(TestSpark.session(), input.request(), new Input.Silence());
  }

  @Test
  void whatNoRuleRefusesAnyMoreIsAcceptedAsDeliveredThen() {
    List<Row> cases = input.tables().read(Cases.FEED.table()).collectAsList();
    assertThat(cases)
        .extracting(row -> row.getAs(Cases.CASE_ID.name()) + " " + row.getAs(Cases.STATUS.name()))
        .containsExactlyInAnyOrder("1 pending", "2 pending", "3 withdrawn");
    assertThat(cases).allSatisfy(row -> assertThat(row.<String>getAs("applicant_id")).hasSize(64));
  }

  @Test
  void theRestStaysInQuarantineWithTheRulesThatItBreaksNow() {
    List<Row> rows = input.tables().read(Quarantine.TABLE).orderBy("file", "line").collectAsList();
    assertThat(rows)
        .extracting(row -> row.getAs("file") + ":" + row.getAs("line") + " " + row.getAs("rules"))
        .containsExactly(
            "landing/cases/a.csv:4 ArraySeq(wrong_type:submitted_at)",
            "landing/cases/a.csv:5 ArraySeq(malformed_line)",
            "landing/cases/gone.csv:1 ArraySeq(unknown_agency)");
  }

  @Test
  void theAccountingStillHolds() {
    List<Row> files = input.tables().read(Files.TABLE).orderBy("delivery").collectAsList();
    assertThat(files)
        .extracting(
            row ->
                List.of(
                    row.<Long>getAs("lines"),
                    row.<Long>getAs("accepted"),
                    row.<Long>getAs("superseded"),
                    row.<Long>getAs("refused")))
        .containsExactly(List.of(5L, 2L, 1L, 2L), List.of(1L, 0L, 0L, 1L), List.of(1L, 1L, 0L, 0L));
  }

  @Test
  void aFileThatIsGoneIsTold() {
    assertThat(replayed.accounts()).hasSize(1);
    assertThat(replayed.missing()).containsExactly("landing/cases/gone.csv");
  }

  @Test
  void aSecondReplayFindsTheSame() {
    assertThat(again.accounts())
        .singleElement()
        .satisfies(
            account -> {
              assertThat(account.lines()).isEqualTo(2);
              assertThat(account.refused()).isEqualTo(2);
            });
  }
}
