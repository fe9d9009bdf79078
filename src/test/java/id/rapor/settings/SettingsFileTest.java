package id.rapor.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import id.rapor.settings.ComplaintClocks.Clock;
import id.rapor.settings.ComplaintClocks.Unit;
import id.rapor.settings.Scoring.MetricChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a settings file says becomes settings. */
class SettingsFileTest {
  @TempDir Path folder;

  @Test
  void everyKeyIsRead() throws IOException {
    Files.createDirectory(folder.resolve("tables"));
    Files.writeString(folder.resolve("secret.key"), "k");
    Settings settings =
        read(
            """
            title: Report
            subtitle: of a city
            language: en
            currency: EUR
            zone: Europe/Belgrade
            reference: tables
            sources:
              - name: permits
                feed: cases
                files: "permits_*.csv.gz"
                format: csv
                delimiter: "\\t"
                quote: "'"
                escape: '\\'
                encoding: windows-1250
                header: [Nr, Day, State]
                zone: Europe/Rome
                columns:
                  case_id: Nr
                  agency_id: {constant: city}
                  submitted_at: {from: [Day, Nr], patterns: dd.MM.uuuu}
                  status: {expression: "lower(State)", codes: {NO: rejected, 01: completed}, otherwise: pending}
                  officer_id: {from: Who}
              - {name: money, feed: payments, files: "*.json", records: rows}
              - {name: till, feed: payments, files: "*.csv", quote: "'"}
            periods: [year, 2016..2021]
            headline: 2016..2021
            perspectives: {customer: 3, process: 1}
            metrics:
              on_time_rate: {standard: 50, target: 90, weight: 2, minimum_n: 12}
              completion_rate:
            least_coverage: 0.5
            leagues: {tables: [metrics, "service:KK"], service_metrics: {KK: rework_rate}, volume_classes: [50, 500], least_peers: 8}
            detectors: {slow_case: {times: 4.5}, loops: }
            fees: {grace_days: 3, tolerance_share: 0.01}
            satisfaction_weights: printed-0.11
            complaints: {first_response: {days: 2, unit: working_days}, examination: 30}
            identity: {key_file: secret.key, key_variable: CITY_KEY}
            notes: [one, two]
            """);

    assertThat(settings.title()).isEqualTo("Report");
    assertThat(settings.subtitle()).isEqualTo("of a city");
    assertThat(settings.language()).isEqualTo("en");
    assertThat(settings.currency()).isEqualTo("EUR");
    assertThat(settings.zone()).isEqualTo(ZoneId.of("Europe/Belgrade"));
    assertThat(settings.reference()).contains(folder.resolve("tables"));
    assertThat(settings.periods().kinds()).containsExactly(Period.Kind.YEAR);
    assertThat(settings.periods().named()).extracting(Period::code).containsExactly("2016..2021");
    assertThat(settings.periods().headline()).isEqualTo("2016..2021");
    assertThat(settings.scoring().perspectives())
        .containsExactly(entry("customer", 0.75), entry("process", 0.25));
    assertThat(settings.scoring().metrics().orElseThrow())
        .containsExactly(
            entry(
                "on_time_rate",
                new MetricChange(
                    OptionalDouble.of(50),
                    OptionalDouble.of(90),
                    OptionalDouble.of(2),
                    OptionalLong.of(12))),
            entry("completion_rate", MetricChange.NONE));
    assertThat(settings.scoring().leastCoverage()).isEqualTo(0.5);
    assertThat(settings.leagues())
        .isEqualTo(
            new Leagues(
                List.of("metrics", "service:KK"),
                "on_time_rate",
                Map.of("KK", "rework_rate"),
                List.of(50L, 500L),
                8));
    assertThat(settings.detectors().detectors().orElseThrow())
        .containsExactly(entry("slow_case", Map.of("times", 4.5)), entry("loops", Map.of()));
    assertThat(settings.fees()).isEqualTo(new Fees(3, 0.01));
    assertThat(settings.regulations())
        .isEqualTo(
            new Regulations(
                SatisfactionWeights.PRINTED,
                new ComplaintClocks(
                    new Clock(2, Unit.WORKING_DAYS),
                    new Clock(5, Unit.CALENDAR_DAYS),
                    new Clock(14, Unit.CALENDAR_DAYS),
                    new Clock(30, Unit.CALENDAR_DAYS))));
    assertThat(settings.identity().keyFile()).contains(folder.resolve("secret.key"));
    assertThat(settings.identity().keyVariable()).isEqualTo("CITY_KEY");
    assertThat(settings.notes()).containsExactly("one", "two");
    checkSources(settings.sources());
  }

  private static void checkSources(List<Source> sources) {
    Source permits = sources.get(0);
    assertThat(permits.name()).isEqualTo("permits");
    assertThat(permits.feed()).isEqualTo("cases");
    assertThat(permits.files()).isEqualTo("permits_*.csv.gz");
    assertThat(permits.format()).contains(Source.Format.CSV);
    assertThat(permits.csv().delimiter()).isEqualTo('\t');
    assertThat(permits.csv().quote()).isEqualTo('\'');
    assertThat(permits.csv().escape()).isEqualTo('\\');
    assertThat(permits.csv().encoding().name()).isEqualTo("windows-1250");
    assertThat(permits.csv().header()).containsExactly("Nr", "Day", "State");
    assertThat(permits.zone()).contains(ZoneId.of("Europe/Rome"));
    Map<String, ColumnMapping> columns = permits.columns();
    assertThat(columns.keySet())
        .containsExactly("case_id", "agency_id", "submitted_at", "status", "officer_id");
    assertThat(columns.get("case_id")).isEqualTo(ColumnMapping.renamed("Nr"));
    assertThat(columns.get("agency_id").constant()).contains("city");
    assertThat(columns.get("submitted_at").from()).containsExactly("Day", "Nr");
    assertThat(columns.get("submitted_at").form().patterns()).containsExactly("dd.MM.uuuu");
    assertThat(columns.get("status").expression()).contains("lower(State)");
    assertThat(columns.get("status").codes())
        .containsExactly(entry("NO", "rejected"), entry("01", "completed"));
    assertThat(columns.get("status").otherwise()).contains("pending");
    assertThat(columns.get("officer_id").from()).containsExactly("Who");
    assertThat(sources.get(1).records()).contains("rows");
    assertThat(sources.get(2).csv().escape()).isEqualTo('\'');
  }

  @Test
  void whatIsLeftOutHasTheDefault() throws IOException {
    assertThat(read("title: " + Settings.DEFAULTS.title())).isEqualTo(Settings.DEFAULTS);
  }

  @Test
  void aListOfPerspectivesSharesEqually() throws IOException {
    Map<String, Double> weights =
        read("perspectives: [customer, process, growth]").scoring().perspectives();
    assertThat(weights.values()).allSatisfy(weight -> assertThat(weight).isEqualTo(1 / 3.0));
    assertThat(weights.values().stream().mapToDouble(d -> d).sum()).isCloseTo(1, within(1e-15));
  }

  @Test
  void headlineFallsBackToTheFirstPeriod() throws IOException {
    assertThat(read("periods: [2020, year]").periods().headline()).isEqualTo("2020");
    assertThat(read("periods: [month, half]").periods().headline()).isEqualTo("half");
    assertThat(read("headline: 2024-Q3").periods().headline()).isEqualTo("2024-Q3");
  }

  @Test
  void aByteOrderMarkIsSkipped() throws IOException {
    assertThat(read("\uFEFFtitle: a").title()).isEqualTo("a");
  }

  private Settings read(String yaml) throws IOException {
    return Written.settings(folder, yaml);
  }
}
