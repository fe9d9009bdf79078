package id.rapor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.TestSpark;
import id.rapor.sample.Sample;
import id.rapor.sample.Sample.Options;
import id.rapor.sample.Sample.Wrongs;
import id.rapor.table.Cases;
import id.rapor.table.Payments;
import id.rapor.table.Provenance;
import id.rapor.table.Surveys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Taking in the second month of a small nation is killed at twenty random moments, with no chance
 * to tidy up; a rerun then gives the tables, the quarantine and the accounting of a run that nobody
 * killed. What is killed is a process of its own; the reruns share the session of the tests, which
 * spares twenty starts.
 */
@Tag("slow")
class KillIT {
  private static final Path HOME = Path.of(System.getProperty("rapor.home"));
  private static final int MOMENTS = 20;
  private static final long SEED = 20260101;

  /** One in so many is killed before it has noted what it is about to write. */
  private static final int EARLY = 5;

  private static final String NOTE = "unfinished";
  private static final String LAST = "cases";

  private static final List<String> FEEDS =
      List.of(Cases.FEED.name(), Payments.FEED.name(), Surveys.FEED.name());
  @TempDir private static Path folder;

  private static Path input;
  private static Path settings;
  private static Path before;
  private static Map<String, List<String>> uninterrupted;
  private static Duration preparing;
  private static Duration writing;

  @BeforeAll
  static void takeInUninterrupted() throws IOException, InterruptedException {
    Path key = Files.writeString(folder.resolve("key"), "a key for this test only");
    settings =
        Files.writeString(
            folder.resolve("settings.yaml"), "identity: {key_file: \"" + key + "\"}\n");
    Path nation = folder.resolve("nation");
    Sample.write(new Options(900, 8, 2, 7, Wrongs.PLANTED), nation);
    input = folder.resolve("input");
    copy(nation.resolve("reference"), input.resolve("reference"));
    List<String> months = months(nation);
    deliver(nation, months.get(0));
    before = folder.resolve("before");
    // The launcher's very first start takes longer: the times that count are those of the second.
    timed(before);
    deliver(nation, months.get(1));
    Path data = folder.resolve("uninterrupted");
    copy(before, data);
    timed(data);
    uninterrupted = taken(data);
    assertThat(uninterrupted.get("cases").size()).isGreaterThan(taken(before).get("cases").size());
    assertThat(uninterrupted.get("quarantine")).isNotEmpty();
  }

  @TestFactory
  Stream<DynamicTest> aRerunGivesTheTablesOfAnUninterruptedRun() {
    Random random = new Random(SEED);
    return IntStream.rangeClosed(1, MOMENTS)
        .mapToObj(
            number -> {
              boolean early = number % EARLY == 0;
              Duration span = early ? preparing : writing;
              long millis = (long) (span.toMillis() * random.nextDouble());
              return DynamicTest.dynamicTest(
                  number + ": " + (early ? "start" : "first write") + " + " + millis + " ms",
                  () -> killAndRerun(folder.resolve("killed-" + number), early, millis));
            });
  }

  private static void killAndRerun(Path data, boolean early, long millis)
      throws IOException, InterruptedException {
    copy(before, data);
    Process run = start(data, data.resolveSibling(data.getFileName() + ".log"));
    if (!early) {
      await(run, data, true);
    }
    if (!run.waitFor(millis, TimeUnit.MILLISECONDS)) {
      run.destroyForcibly().waitFor();
    }
    rerun(data);
    assertThat(taken(data)).isEqualTo(uninterrupted);
    assertThat(data.resolve(NOTE)).doesNotExist();
  }

  /** Runs to the end and takes the time before the first write, and from there to the last. */
  private static void timed(Path data) throws IOException, InterruptedException {
    long started = System.nanoTime();
    Path log = data.resolveSibling(data.getFileName() + "-finished.log");
    Process run = start(data, log);
    await(run, data, true);
    preparing = Duration.ofNanos(System.nanoTime() - started);
    await(run, data, false);
    writing = Duration.ofNanos(System.nanoTime() - started).minus(preparing);
    assertThat(run.waitFor()).as(Files.readString(log)).isZero();
  }

  /** Waits until the note of what is being written is there, or is not; or the run has ended. */
  private static void await(Process run, Path data, boolean there) throws InterruptedException {
    while (run.isAlive() && Files.exists(data.resolve(NOTE)) != there) {
      run.waitFor(5, TimeUnit.MILLISECONDS);
    }
  }

  /** The months that the cases were delivered for, as their files name them. */
  private static List<String> months(Path nation) throws IOException {
    try (Stream<Path> files = Files.list(nation.resolve("landing/cases"))) {
      return files
          .map(file -> file.getFileName().toString().replaceAll("\\D+", " ").strip())
          .sorted()
          .toList();
    }
  }

  private static void deliver(Path nation, String month) throws IOException {
    for (String feed : FEEDS) {
      String name = feed + "-" + month.replace(' ', '-') + ".csv.gz";
      Path to = input.resolve("landing").resolve(feed).resolve(name);
      Files.createDirectories(to.getParent());
      Files.copy(nation.resolve("landing").resolve(feed).resolve(name), to);
    }
  }

  private static void rerun(Path data) {
    Configuration configuration = Configuration.read(Optional.of(settings));
    Request request =
        new Request(
            configuration.settings(),
            configuration.hash(),
            input,
            data,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(LAST));
    Runner.run(TestSpark.session(), request, new Input.Silence());
  }

  private static Process start(Path data, Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                HOME.resolve("jobs/rapor").toString(),
                "run",
                "--to",
                LAST,
                "--settings",
                settings.toString(),
                "--input",
                input.toString(),
                "--data",
                data.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("RAPOR_JAVA_OPTS", "-Xmx2g -XX:TieredStopAtLevel=1");
    return builder.start();
  }

  /** All that was taken in, and when its files had arrived. */
  private static Map<String, List<String>> taken(Path data) {
    Input all = new Input(input, data);
    Map<String, List<String>> taken = all.taken();
    taken.put(
        "arrivals",
        all
            .tables()
            .demand(id.rapor.table.Files.TABLE)
            .drop(Provenance.RUN_ID.name())
            .collectAsList()
            .stream()
            .map(Object::toString)
            .sorted()
            .toList());
    return taken;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copied = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copied);
        } else {
          Files.copy(file, copied);
        }
      }
    }
  }
}
