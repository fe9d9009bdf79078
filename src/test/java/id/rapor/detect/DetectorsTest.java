package id.rapor.detect;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.StageFixture;
import id.rapor.TestSpark;
import id.rapor.reference.JudgeComplaints;
import id.rapor.reference.Judged;
import id.rapor.reference.Reference;
import id.rapor.settings.Detection;
import id.rapor.settings.Settings;
import id.rapor.table.Complaints;
import id.rapor.table.JudgedCases;
import id.rapor.table.JudgedComplaints;
import id.rapor.table.Measurements;
import id.rapor.table.Table;
import id.rapor.table.WorkingDays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every detector against leads found by hand: one fixture folder each, named by its code. The
 * months asked for are those of what is expected; {@code parameters.csv} (name, value) holds what a
 * fixture needs small, so that each of its cases can be told by its name.
 */
class DetectorsTest {
  static Stream<String> codes() {
    return DetectorCatalogue.ALL.stream().map(detector -> detector.entry().code());
  }

  @ParameterizedTest
  @MethodSource("codes")
  void findsWhatIsFoundByHand(String code) throws IOException {
    StageFixture fixture = StageFixture.of(DetectorsTest.class, code);
    assertThat(fixture.lines(Detect.detect(scene(fixture, code))))
        .containsExactlyInAnyOrderElementsOf(fixture.expected());
  }

  static Scene scene(StageFixture fixture, String code) throws IOException {
    NavigableSet<YearMonth> months = new TreeSet<>();
    fixture
        .expected(Measurements.PERIOD.name())
        .forEach(month -> months.add(YearMonth.parse(month)));
    return new Scene(
        tables(fixture),
        fixture.reference().agencies(TestSpark.session()),
        months,
        new Detection(Optional.of(Map.of(code, parameters(fixture)))),
        StageFixture.AS_OF,
        ZoneId.of("Asia/Jakarta"));
  }

  private static Function<Table, Dataset<Row>> tables(StageFixture fixture) {
    Judged judged = fixture.judged();
    Reference reference = fixture.reference();
    Map<Table, Dataset<Row>> made =
        Map.of(
            JudgedCases.TABLE,
            judged.cases().localCheckpoint(),
            WorkingDays.TABLE,
            judged.workingDays(),
            JudgedComplaints.TABLE,
            JudgeComplaints.judge(
                fixture.feed(Complaints.FEED), reference, Settings.DEFAULTS, StageFixture.AS_OF));
    return table -> made.containsKey(table) ? made.get(table) : fixture.table(table);
  }

  private static Map<String, Double> parameters(StageFixture fixture) throws IOException {
    Path file = fixture.folder().resolve("parameters.csv");
    Map<String, Double> parameters = new HashMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] cells = line.split(",", -1);
        parameters.put(cells[0], Double.valueOf(cells[1]));
      }
    }
    return parameters;
  }
}
