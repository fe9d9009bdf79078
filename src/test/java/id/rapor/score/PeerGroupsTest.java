package id.rapor.score;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.settings.Leagues;
import id.rapor.table.Agencies;
import id.rapor.table.Cases;
import id.rapor.table.JudgedCases;
import id.rapor.table.Standards;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whom agencies are compared with. */
class PeerGroupsTest {
  private static final Leagues PAIRS =
      new Leagues(List.of("overall"), "on_time_rate", Map.of(), List.of(2L, 4L), 2);

  private final TestRows agencies = TestRows.of(Agencies.TABLE);
  private final TestRows cases = TestRows.of(JudgedCases.TABLE);

  @Test
  void kindAndVolumeMakeAGroupWhereEnoughShareThem() {
    agency("small1", "city", "2025-03", 1);
    agency("small2", "city", "2025-03", 1);
    agency("middle1", "city", "2025-03", 2);
    agency("middle2", "city", "2025-03", 3);
    agency("large", "city", "2025-03", 4);
    agency("alone", "regency", "2025-03", 4);
    assertThat(groups(PAIRS, "2025-03", "small1", "small2", "middle1", "middle2", "large", "alone"))
        .containsOnly(
            Map.entry("small1", "city:0-1"),
            Map.entry("small2", "city:0-1"),
            Map.entry("middle1", "city:2-3"),
            Map.entry("middle2", "city:2-3"),
            Map.entry("large", "city"),
            Map.entry("alone", "regency"));
    assertThat(groups(PAIRS, "2025-03", "small1", "middle1"))
        .as("only those with a scorecard make a group")
        .containsOnly(Map.entry("small1", "city"), Map.entry("middle1", "city"));
  }

  @Test
  void theMiddleMonthOfTheYearBeforeThePeriodsEndTellsTheVolume() {
    agency("steady", "city", "2024-03", 9);
    month("steady", "2024-04", 1);
    month("steady", "2025-02", 1);
    month("steady", "2025-03", 9);
    month("steady", "2025-04", 9);
    // The quarter looks back on April 2024 to March 2025: 1, 1 and 9.
    Leagues alone = new Leagues(List.of(), "on_time_rate", Map.of(), List.of(2L, 9L), 1);
    assertThat(groups(alone, "2025-Q1", "steady")).containsEntry("steady", "city:0-1");
    // 1, 9 and 9 a month later; the class at the bound begins there.
    assertThat(groups(alone, "2025-04", "steady")).containsEntry("steady", "city:9+");
    assertThat(groups(alone, "2023", "steady")).containsEntry("steady", "city:0-1");
  }

  @Test
  void withoutClassesTheKindAloneCounts() {
    agency("a", "city", "2025-03", 1);
    agency("b", "city", "2025-03", 3);
    Leagues kinds = new Leagues(List.of(), "on_time_rate", Map.of(), List.of(), 1);
    assertThat(groups(kinds, "2025-03", "a", "b", "unknown"))
        .containsOnly(
            Map.entry("a", "city"), Map.entry("b", "city"), Map.entry("unknown", "other"));
  }

  @Test
  void theKindOfAPeriodIsThatOfTheLastSpellBegunByItsEnd() {
    kind("changed", "city", "2026-07-01");
    kind("changed", "regency", "2020-01-01");
    Leagues kinds = new Leagues(List.of(), "on_time_rate", Map.of(), List.of(), 1);
    assertThat(groups(kinds, "2026-H1", "changed")).containsEntry("changed", "regency");
    assertThat(groups(kinds, "2026-07", "changed")).containsEntry("changed", "city");
    assertThat(groups(kinds, "2026", "changed")).containsEntry("changed", "city");
    assertThat(groups(kinds, "2019", "changed"))
        .as("before its first spell")
        .containsEntry("changed", "regency");
  }

  private Map<String, String> groups(Leagues leagues, String period, String... names) {
    List<Subject> subjects =
        List.of(names).stream().map(name -> new Subject(period, name)).toList();
    return PeerGroups.of(agencies.dataset(), cases.dataset(), leagues)
        .of(subjects)
        .entrySet()
        .stream()
        .collect(
            java.util.stream.Collectors.toMap(each -> each.getKey().agency(), Map.Entry::getValue));
  }

  private void agency(String agency, String kind, String month, int count) {
    agencies.row(Cases.AGENCY_ID, agency, Agencies.BODY_TYPE, kind);
    month(agency, month, count);
  }

  private void kind(String agency, String kind, String from) {
    agencies.row(
        Cases.AGENCY_ID,
        agency,
        Agencies.BODY_TYPE,
        kind,
        Standards.VALID_FROM,
        LocalDate.parse(from));
  }

  private void month(String agency, String month, int count) {
    for (int i = 0; i < count; i++) {
      cases.row(Cases.AGENCY_ID, agency, JudgedCases.SUBMITTED_MONTH, month);
    }
  }
}
