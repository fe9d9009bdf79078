package id.rapor.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.rapor.TestSpark;
import id.rapor.cli.Rapor;
import id.rapor.pipeline.Warehouse;
import id.rapor.table.Findings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Published fees against published tariffs, end to end: counts and sums were found in the raw files
 * by a few lines of Python with decimal numbers.
 */
@Tag("slow")
class PublicFeesTest {
  private static final Path HOME = Path.of(System.getProperty("rapor.home", "."));

  @TempDir Path data;

  /**
   * 46 permits cost more than 7 per square metre; one of them was issued before it was applied for,
   * and is refused.
   */
  @Test
  void permitsAboveSevenForASquareMetre() {
    Dataset<Row> found = above("prishtina-permits", "prishtina-building-permits");
    assertThat(found.count()).isEqualTo(45);
    assertThat(excess(found)).isEqualByComparingTo("739125.18");
  }

  /** 41 fines were paid with more than the amount due and the postage. */
  @Test
  void finesPaidAboveWhatWasDue() {
    Dataset<Row> found = above("italy-fines", "italy-road-traffic-fines");
    assertThat(found.count()).isEqualTo(41);
    assertThat(excess(found)).isEqualByComparingTo("1400.80");
  }

  private Dataset<Row> above(String job, String folder) {
    Path input = HOME.resolve("../shared/data").normalize().resolve(folder);
    assumeTrue(Files.isDirectory(input), "the cities' files are not at hand");
    String settings = HOME.resolve("jobs/examples/" + job + ".yaml").toString();
    run(settings, input, "--to", "judged_complaints");
    run(settings, input, "--from", "findings", "--to", "findings");
    return new Warehouse(TestSpark.session(), data.resolve("warehouse"))
        .read(Findings.TABLE)
        .where(Findings.DETECTOR.col().equalTo("fee_above_tariff"));
  }

  private void run(String settings, Path input, String... reach) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    String[] first = {
      "run", "--settings", settings, "--input", input.toString(), "--data", data.toString()
    };
    String[] arguments = Arrays.copyOf(first, first.length + reach.length);
    System.arraycopy(reach, 0, arguments, first.length, reach.length);
    assertThat(Rapor.run(arguments, out, out)).as(said.toString(StandardCharsets.UTF_8)).isZero();
  }

  private static BigDecimal excess(Dataset<Row> found) {
    return found.agg(functions.sum(Findings.AMOUNT_AT_RISK.col())).head().getDecimal(0);
  }
}
