package id.rapor.settings;

import static id.rapor.settings.Written.FEEDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All that is wrong with a settings file is told at once, with its lines. */
class SettingsFaultsTest {
  @TempDir Path folder;

  @Test
  void tenFaultsAreToldAtOnce() {
    String told =
        refusal(
            """
            titel: Report
            language: de
            zone: Asia/Jakrta
            sources:
              - name: permits
                feed: case
                files: "[*.csv"
              - name: permits
                feed: cases
                files: "*.csv"
                columns:
                  agency: Ward
                  officer_id: {expression: upper(Who)}
            periods: [2025-13]
            perspectives: {customer: -1, process: 0}
            """);
    String file = folder.resolve("rapor.yaml").toString();
    assertThat(told)
        .isEqualTo(
            """
            Cannot read the settings: 10 problems.
              F:1: titel is no known key; did you mean "title"?
              F:2: language is "de", expected id or en
              F:3: zone is "Asia/Jakrta", expected a time zone such as Asia/Jakarta (IANA); did you mean "Asia/Jakarta"?
              F:6: sources.feed is "case", expected a feed (cases, payments); did you mean "cases"?
              F:7: sources.files is "[*.csv", expected a pattern such as landing/cases/*.csv, below the input folder
              F:8: sources.name is "permits", expected a name of its own (line 5 has it too)
              F:12: sources.columns.agency is no column of this feed; did you mean "agency_id"?
              F:13: sources.columns.officer_id has expression, expected only from: it identifies a person and is hashed as it is read
              F:14: periods is "2025-13", expected month, quarter, half, year or a period such as 2025-03, 2025-Q1, 2025-H1, 2025, 2016..2021
              F:15: perspectives.customer is "-1", expected a weight from 0 to 1000000"""
                .replace("F:", file + ":"));
  }

  /** Each row: a file of one fault, with {@code |} for its line ends, and what is told of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          title: a|title: b ~ :2: title stands twice, first in line 1
          title: [a, b] ~ :1: title is a list, expected text
          title: ~ :1: title is empty, expected a value, or no such key
          - a ~ :1: the file is a list, expected a mapping with title, subtitle
          unheard_of: 1 ~ :1: unheard_of is no known key; known are title, subtitle
          currency: RUPIAH ~ :1: currency is "RUPIAH", expected a currency code such as IDR
          reference: nowhere ~ :1: reference is "nowhere", expected a folder that exists (relative to
          identity: {key_file: none.key} ~ :1: identity.key_file is "none.key", expected a file that can
          satisfaction_weights: 0.11 ~ :1: satisfaction_weights is "0.11", expected exact or printed-0.11
          title: a|complaints: {first_respons: 2} ~ :2: complaints.first_respons is no known key; did you mean "first_response"?
          title: a|complaints: {information: 5 days} ~ :2: complaints.information is "5 days", expected a whole number from 0 to 366
          complaints: {examination: {days: 60, unit: workdays}} ~ :1: complaints.examination.unit is "workdays", expected calendar_days or working_days
          complaints: {examination: {days: 600}} ~ :1: complaints.examination.days is "600", expected a whole number from 0 to 366
          perspectives: [costumer] ~ :1: "costumer" is no perspective, expected finance, process, customer or growth; did you mean "customer"?
          perspectives: {customer: 0, growth: 0} ~ :1: perspectives all have the weight 0, expected one above 0
          custom_metrics: {share: {perspective: customer, direction: higher, part: a}} ~ :1: custom_metrics.share.kind is missing
          custom_metrics: {Share-1: {perspective: customer, direction: context, kind: mean, part: a}} ~ custom_metrics: Share-1 is no code, expected small letters
          custom_metrics: {a: {perspective: customer, direction: context, kind: ratio, part: a}} ~ custom_metrics.a.whole is missing
          custom_metrics: {a: {perspective: customer, direction: context, kind: mean, part: a, whole: b}} ~ custom_metrics.a has whole, expected it for kind ratio alone
          custom_metrics: {a: {perspective: customer, direction: higher, kind: mean, part: a, standard: 1}} ~ custom_metrics.a has one of standard and target
          custom_metrics: {a: {perspective: customer, direction: lower, kind: mean, part: a, standard: 1, target: 2}} ~ expected the target on the better side
          aggregation: harmonic ~ :1: aggregation is "harmonic", expected arithmetic or geometric
          aggregation: {between: geometric} ~ :1: aggregation.between is no known key; known are within, across
          releases: [{period: 2026-Q5, on: 2026-10-20}] ~ releases.period is "2026-Q5", expected a period such as 2026-Q3
          releases: [{period: 2026-Q3}] ~ releases.on is missing
          releases: [{period: 2026-Q3, edition: last, on: 2026-10-20}] ~ releases.edition is "last", expected provisional or final
          releases: [{period: 2026-Q3, on: 2026-09-30}] ~ releases is to appear before its period has ended
          breaches: [{agency: A, reason: R}] ~ :1: breaches.from is missing
          breaches: [{agency: A, from: 31-03-2025, reason: R}] ~ breaches.from is "31-03-2025", expected a day such as 2025-03-31
          breaches: [{agency: A, from: 2025-03-31, to: 2025-03-30, reason: R}] ~ breaches ends before it begins
          breaches: [{agency: A, from: 2025-03-31, cap: 101, reason: R}] ~ breaches.cap is "101", expected a score from 0 to 100
          perspectives: [] ~ :1: perspectives has no code, expected at least one
          perspectives: [growth, growth] ~ :1: perspectives is "growth", expected each code once
          metrics: {on_time_rate: {weight: heavy}} ~ :1: metrics.on_time_rate.weight is "heavy", expected a weight
          metrics: {on_time_rate: {minimum_n: 0}} ~ minimum_n is "0", expected a whole number of at least 1
          metrics: {on_time_rate: {goal: 3}} ~ metrics.on_time_rate.goal is no known key; known are standard
          metrics: {on_time_rate: {standard: 3, target: 3}} ~ metrics.on_time_rate has equal standard and target
          least_coverage: 1.5 ~ :1: least_coverage is "1.5", expected a share from 0 to 1
          least_coverage: NaN ~ :1: least_coverage is "NaN", expected a share from 0 to 1
          detectors: {loops: {least: many}} ~ :1: detectors.loops.least is "many", expected a number
          fees: {grace_days: 1.5} ~ :1: fees.grace_days is "1.5", expected a whole number from 0 to 366
          fees: 3 ~ :1: fees is "3", expected a mapping with grace_days, tolerance_share
          periods: [month, month] ~ :1: periods is "month", expected each period once
          periods: [month]|headline: year ~ :2: headline is "year", expected one of the periods
          periods: [span] ~ :1: periods is "span", expected month, quarter
          notes: {a: b} ~ :1: notes is a mapping, expected text or a list of texts
          """)
  void aFaultOfASettingIsTold(String yaml, String told) {
    assertThat(refusal(yaml)).startsWith("Cannot read the settings: 1 problem.\n").contains(told);
  }

  /** As above, for one more key of a source that is right but for it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          format: xml ~ sources.format is "xml", expected csv, json, xes or parquet
          format: json, delimiter: ';' ~ sources.delimiter has no meaning for this format
          format: xes, encoding: UTF-8 ~ sources.encoding has no meaning for this format
          format: csv, records: rows ~ sources.records has no meaning for this format
          delimiter: ';;' ~ sources.delimiter is ";;", expected one character
          encoding: utf-88 ~ sources.encoding is "utf-88", expected an encoding such as UTF-8
          header: [a, a] ~ sources.header is a list, expected each name of a column once
          zone: WIB ~ sources.zone is "WIB", expected a time zone
          columns: {statuss: x} ~ sources.columns.statuss is no column of this feed; did you mean "status"?
          columns: {status: {from: a, constant: b}} ~ sources.columns.status has from and constant, expected one of
          columns: {status: {codes: {a: b}}} ~ sources.columns.status has none, expected one of from, constant
          columns: {status: {from: a, otherwise: b}} ~ sources.columns.status has otherwise without codes
          columns: {status: {from: a, codes: {x: 1, x: 2}}} ~ sources.columns.status.codes.x stands twice
          columns: {submitted_at: {from: a, patterns: 'bad'}} ~ patterns is "bad", expected a date pattern
          columns: {status: ''} ~ sources.columns.status is "", expected text that is not blank
          columns: {officer_id: {constant: a}} ~ sources.columns.officer_id has constant, expected only from
          columns: [status] ~ sources.columns is a list, expected a mapping of the feed's columns
          """)
  void aFaultOfASourceIsTold(String keys, String told) {
    String yaml = "sources: [{name: a, feed: cases, files: '*.csv', " + keys + "}]";
    assertThat(refusal(yaml)).startsWith("Cannot read the settings: 1 problem.\n").contains(told);
  }

  @ParameterizedTest
  @CsvSource({"/etc/*", "../*", "a/../../b", "{a,b", "''"})
  void filesStayBelowTheInput(String files) {
    assertThat(refusal("sources: [{name: a, feed: cases, files: \"" + files + "\"}]"))
        .contains("1 problem.")
        .contains("sources.files is \"" + files + "\", expected a pattern");
  }

  @Test
  void textThatIsNotYamlIsToldWithItsLine() {
    assertThat(refusal("title: a|fees:|\tgrace_days: 3"))
        .contains(":3: not YAML: ")
        .contains("TAB");
    assertThat(refusal("title: 'a|b")).contains("not YAML: found unexpected end of stream");
    assertThat(refusal("a: b|--- |c: d")).contains(":2: not YAML: but found another document");
    assertThat(refusal("title: a|subtitle: \u0001")).contains(":2: not YAML: a character");
  }

  @Test
  void anEmptyFileIsTold() {
    assertThat(refusal("")).contains(":1: the file is empty");
    assertThat(refusal("# nothing")).contains(":1: the file is empty");
    assertThat(refusal("---")).contains(":1: the file is empty");
  }

  @Test
  void aFileThatCannotBeReadIsTold() throws IOException {
    assertThatThrownBy(() -> SettingsFile.read(folder.resolve("none.yaml"), FEEDS))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("none.yaml does not exist; give --settings a YAML file.");
    assertThatThrownBy(() -> SettingsFile.read(folder, FEEDS))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot be opened");
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "title: é".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> SettingsFile.read(latin, FEEDS))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not UTF-8");
  }

  private String refusal(String yaml) {
    return catchThrowableOfType(UserError.class, () -> Written.settings(folder, yaml)).getMessage();
  }
}
