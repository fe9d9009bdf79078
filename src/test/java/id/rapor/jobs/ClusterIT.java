package id.rapor.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.FolderContents;
import id.rapor.TestSpark;
import id.rapor.pipeline.Warehouse;
import id.rapor.sample.Sample;
import id.rapor.sample.Sample.Options;
import id.rapor.sample.Sample.Wrongs;
import id.rapor.table.Provenance;
import id.rapor.table.Runs;
import id.rapor.table.Table;
import id.rapor.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job, submitted by {@code jobs/submit-standalone} to a cluster of two workers, makes the
 * tables and the published bytes that {@code jobs/rapor} makes in one process, in other partitions.
 */
@Tag("slow")
class ClusterIT {
  private static final Path HOME = Path.of(System.getProperty("rapor.home"));
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "RAPOR_KEY",
          "a key for this test only",
          "RAPOR_DRIVER_MEMORY",
          "1g",
          "RAPOR_JAVA_OPTS",
          "-Xmx2g",
          "RAPOR_SUBMIT_OPTS",
          "--conf spark.driver.host=127.0.0.1 --conf spark.driver.bindAddress=127.0.0.1"
              + " --conf spark.executor.memory=1g --conf spark.sql.shuffle.partitions=3"
              + " --conf spark.buffer.pageSize=1m --conf spark.sql.codegen.wholeStage=false"
              + " --conf spark.sql.codegen.factoryMode=NO_CODEGEN");

  @TempDir private static Path folder;

  private static Path alone;
  private static Path together;

  @BeforeAll
  static void runBothWays() throws IOException, InterruptedException {
    Path input = folder.resolve("nation");
    Sample.write(new Options(900, 8, 2, 7, Wrongs.PLANTED), input);
    alone = folder.resolve("alone");
    together = folder.resolve("together");
    Path settings = Files.writeString(folder.resolve("settings.yaml"), "periods: [half]\n");
    run(job(List.of("jobs/rapor"), settings, input, alone));
    Path logs = Files.createDirectory(folder.resolve("logs"));
    try (LocalCluster cluster = new LocalCluster(HOME, logs, 2)) {
      run(job(List.of("jobs/submit-standalone", cluster.address()), settings, input, together));
      assertThat(cluster.log()).contains("Registered app", "Launching executor");
    }
  }

  @Test
  void publishesTheSameBytes() throws IOException {
    assertThat(FolderContents.of(together.resolve("published")))
        .isEqualTo(FolderContents.of(alone.resolve("published")))
        .isNotEmpty();
  }

  @TestFactory
  Stream<DynamicTest> makesTheSameTables() {
    Warehouse left = new Warehouse(TestSpark.session(), alone.resolve("warehouse"));
    Warehouse right = new Warehouse(TestSpark.session(), together.resolve("warehouse"));
    return Tables.ALL.stream()
        .filter(table -> !table.equals(Runs.TABLE) && left.exists(table))
        .map(
            table ->
                DynamicTest.dynamicTest(
                    table.name(),
                    () -> assertThat(rows(right, table)).isEqualTo(rows(left, table))));
  }

  /** All rows as texts, in order, without the run's name. */
  private static List<String> rows(Warehouse warehouse, Table table) {
    Dataset<Row> rows = warehouse.demand(table).drop(Provenance.RUN_ID.name());
    return rows.collectAsList().stream().map(Row::toString).sorted().toList();
  }

  private static List<String> job(List<String> launcher, Path settings, Path input, Path data) {
    List<String> command = new ArrayList<>(launcher);
    command.addAll(List.of("run", "--settings", settings.toString()));
    command.addAll(List.of("--input", input.toString(), "--data", data.toString()));
    return command;
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(command);
    whole.set(0, HOME.resolve(command.get(0)).toString());
    Path log = Files.createTempFile(folder, "run", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(ENVIRONMENT);
    int code = builder.start().waitFor();
    assertThat(code).as(Files.readString(log)).isZero();
  }
}
