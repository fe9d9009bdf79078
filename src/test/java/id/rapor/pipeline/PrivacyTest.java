package id.rapor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.EveryByte;
import id.rapor.TestSpark;
import id.rapor.sample.Sample;
import id.rapor.sample.Sample.Options;
import id.rapor.sample.Sample.Wrongs;
import id.rapor.settings.Identity;
import id.rapor.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.apache.spark.scheduler.EventLoggingListener;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;

/**
 * Neither an identifier of a person nor the key shows anywhere after a run over good, refused and
 * malformed lines: not in a file below the data folder, not in Spark's event log with its plans,
 * not in its log.
 */
@Tag("slow")
class PrivacyTest {
  /** How every identifier of the samples begins. */
  private static final List<String> IDENTIFIERS = List.of("NIK-SYN-", "NIP-SYN-", "DEV-SYN-");

  private static final String SECRET = "only for this test: f3b1c0de";
  private static final List<String> KEY =
      List.of(
          SECRET,
          "f3b1c0de",
          HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.UTF_8)),
          java.util.Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8)));

  @TempDir private static Path folder;

  private static Log log;

  @BeforeAll
  static void run() throws IOException {
    Path input = folder.resolve("nation");
    Sample.write(new Options(400, 6, 2, 3, Wrongs.PLANTED), input);
    Files.writeString(
        input.resolve("landing/cases/broken.csv"),
        """
        case_id,agency_id,service_id,submitted_at,status,applicant_id
        b1,A,KTP,2026-01-05,pending,NIK-SYN-1,too many,NIK-SYN-2
        b2,A,KTP,someday,NIK-SYN-3
        b3,A,KTP,someday,pending,"NIK-SYN-4"
        """);
    Files.writeString(
        input.resolve("landing/cases/broken.json"),
        "{\"case_id\": \"j1\", \"applicant_id\": \"NIK-SYN-5\", \"officer_id\": [\"NIP-SYN-6\"]}\n");
    Path key = Files.writeString(folder.resolve("key"), SECRET);
    log = Log.open(folder.resolve("events"));
    try {
      Runner.run(TestSpark.session(), request(input, key), new Input.Silence());
    } finally {
      log.close();
    }
  }

  @Test
  void noFileHoldsThem() throws IOException {
    assertThat(EveryByte.holding(folder.resolve("nation"), IDENTIFIERS)).as("input").isNotEmpty();
    assertThat(EveryByte.holding(folder.resolve("data"), IDENTIFIERS)).isEmpty();
    assertThat(EveryByte.holding(folder.resolve("data"), KEY)).isEmpty();
    try (var published = Files.walk(folder.resolve("data/published"))) {
      assertThat(published.filter(file -> file.endsWith("index.html"))).isNotEmpty();
    }
  }

  @Test
  void noPlanHoldsThem() throws IOException {
    Path events = folder.resolve("events");
    assertThat(EveryByte.holding(events, List.of("physicalPlanDescription"))).isNotEmpty();
    assertThat(EveryByte.holding(events, IDENTIFIERS)).isEmpty();
    assertThat(EveryByte.holding(events, KEY)).isEmpty();
  }

  @Test
  void noLogLineHoldsThem() {
    assertThat(log.lines()).hasSizeGreaterThan(1000);
    assertThat(log.lines()).noneMatch(line -> IDENTIFIERS.stream().anyMatch(line::contains));
    assertThat(log.lines()).noneMatch(line -> KEY.stream().anyMatch(line::contains));
  }

  private static Request request(Path input, Path key) {
    Settings plain = Settings.DEFAULTS;
    Settings settings =
        new Settings(
            plain.title(),
            plain.subtitle(),
            plain.language(),
            plain.currency(),
            plain.zone(),
            plain.reference(),
            plain.sources(),
            plain.periods(),
            plain.scoring(),
            plain.detectors(),
            plain.fees(),
            new Identity(Optional.of(key), "RAPOR_KEY"),
            plain.notes());
    return new Request(
        settings,
        "private",
        input,
        folder.resolve("data"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Spark's log at INFO, kept in memory, and its event log with every plan. */
  private record Log(
      Queue<String> lines, EventLoggingListener events, Appender own, List<Appender> others) {

    static Log open(Path folder) throws IOException {
      Files.createDirectories(folder);
      SparkSession spark = TestSpark.session();
      EventLoggingListener events =
          new EventLoggingListener(
              "private",
              Option.empty(),
              folder.toUri(),
              spark
                  .sparkContext()
                  .getConf()
                  .set("spark.eventLog.compress", "false")
                  .set("spark.eventLog.rolling.enabled", "false"),
              spark.sparkContext().hadoopConfiguration());
      events.start();
      spark.sparkContext().addSparkListener(events);
      Queue<String> lines = new ConcurrentLinkedQueue<>();
      Appender own = new Memory(lines);
      own.start();
      List<Appender> others = List.copyOf(root().getAppenders().values());
      others.forEach(appender -> root().removeAppender(appender.getName()));
      spark.sparkContext().setLogLevel("INFO");
      root().addAppender(own, Level.INFO, null);
      return new Log(lines, events, own, others);
    }

    void close() {
      root().removeAppender(own.getName());
      others.forEach(appender -> root().addAppender(appender, null, null));
      TestSpark.session().sparkContext().setLogLevel("ERROR");
      TestSpark.session().sparkContext().removeSparkListener(events);
      events.stop();
    }

    private static LoggerConfig root() {
      return ((LoggerContext) LogManager.getContext(false)).getConfiguration().getRootLogger();
    }
  }

  private static final class Memory extends AbstractAppender {
    private final Queue<String> lines;

    Memory(Queue<String> lines) {
      super("memory", null, null, true, Property.EMPTY_ARRAY);
      this.lines = lines;
    }

    @Override
    public void append(LogEvent event) {
      lines.add(event.getMessage().getFormattedMessage());
    }
  }
}
