package id.rapor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rapor.settings.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A delivery cut short between any two of its writes, and what the next run makes of it. */
@Tag("slow")
class InterruptionTest {
  private static final String CASES =
      "case_id,agency_id,service_id,submitted_at,status,recorded_at\n";
  private static final String PAYMENTS = "payment_id,case_id,agency_id,paid_at,amount\n";

  @TempDir private static Path folder;

  private static Map<String, List<String>> uninterrupted;

  @BeforeAll
  static void takeInUninterrupted() throws IOException {
    Input input = nation("whole");
    input.take();
    more(input);
    input.take();
    uninterrupted = input.taken();
    assertThat(uninterrupted.get("cases")).hasSize(3);
    assertThat(uninterrupted.get("quarantine")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"made cases", "begins files"})
  void aRerunCarriesOn(String moment) throws IOException {
    Input input = nation("on " + moment);
    input.take();
    more(input);
    stop(input, moment);
    input.take();
    assertThat(input.taken()).isEqualTo(uninterrupted);
    assertThat(input.data().resolve("unfinished")).doesNotExist();
  }

  @Test
  void aFirstDeliveryCanBeCutShort() throws IOException {
    Input input = nation("first");
    stop(input, "begins quarantine");
    input.take();
    more(input);
    input.take();
    assertThat(input.taken()).isEqualTo(uninterrupted);
  }

  @Test
  void whatWasBegunIsUndoneWhenTheInputHasChanged() throws IOException {
    Input input = nation("changed");
    input.take();
    more(input);
    stop(input, "made cases");
    input.put("cases/0.csv", CASES + "9,A,S,2026-01-05,pending,2026-09-01T00:00Z\n");
    stop(input, "begins files");
    input.remove("cases/0.csv");
    input.take();
    assertThat(input.taken()).isEqualTo(uninterrupted);
  }

  @Test
  void everyTableIsWrittenInOneTransactionPerDelivery() throws IOException {
    Path data = Input.in(folder, "whole").data();
    for (String table : List.of("cases", "payments", "quarantine", "files")) {
      assertThat(transactions(data.resolve("warehouse/" + table + "/_delta_log")))
          .as(table)
          .hasSize(2)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void twoRunsAtOnceAreOneTooMany() throws IOException {
    Input input = nation("twice");
    List<Throwable> second = new ArrayList<>();
    input.take(
        new Input.Silence() {
          @Override
          public void begins(String stage) {
            if (stage.equals("files")) {
              assertThatThrownBy(input::take).satisfies(second::add);
            }
          }
        });
    assertThat(second)
        .singleElement()
        .isInstanceOf(UserError.class)
        .extracting(Throwable::getMessage)
        .asString()
        .contains(
            "in use by another run (process " + ProcessHandle.current().pid() + ")", "--data");
    assertThat(input.take().accounts()).isEmpty();
  }

  private static Input nation(String name) {
    return Input.in(folder, name)
        .put(
            "cases/a.csv",
            CASES
                + "1,A,S,2026-01-05,pending,2026-02-01T00:00Z\n"
                + "2,A,S,2026-01-05,pending,2026-02-01T00:00Z\n"
                + "bad,A,S,someday,pending,\n")
        .put("payments/a.csv", PAYMENTS + "p1,1,A,2026-01-06,5\np2,1,A,2026-01-06,-5\n");
  }

  private static void more(Input input) {
    input
        .put(
            "cases/b.csv",
            CASES
                + "1,A,S,2026-01-05,withdrawn,2026-02-02T00:00Z\n"
                + "2,A,S,2026-01-05,withdrawn,2026-01-01T00:00Z\n"
                + "3,A,S,2026-01-05,pending,2026-02-01T00:00Z\n"
                + "bad,A,S,someday,lost,\n")
        .put("payments/b.csv", PAYMENTS + "p1,1,A,2026-01-06,5\np3,3,A,2026-01-06,7\n");
  }

  /** Runs until the moment comes, as a crash would. */
  private static void stop(Input input, String moment) {
    assertThatThrownBy(() -> input.take(new Stop(moment))).hasMessage(moment);
    assertThat(input.data().resolve("unfinished")).exists();
  }

  private static List<String> transactions(Path log) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> commits = Files.list(log)) {
      for (Path commit : commits.filter(path -> path.toString().endsWith(".json")).toList()) {
        Files.readAllLines(commit).stream()
            .filter(line -> line.startsWith("{\"txn\"") && line.contains("\"rapor-"))
            .map(line -> line.replaceAll("\"lastUpdated\":\\d+", ""))
            .forEach(found::add);
      }
    }
    return found;
  }

  private static final class Stop extends Input.Silence {
    private final String moment;

    Stop(String moment) {
      this.moment = moment;
    }

    @Override
    public void begins(String stage) {
      at("begins " + stage);
    }

    @Override
    public void made(String stage, long rows, java.time.Duration took) {
      at("made " + stage);
    }

    private void at(String reached) {
      if (reached.equals(moment)) {
        throw new IllegalStateException(moment);
      }
    }
  }
}
