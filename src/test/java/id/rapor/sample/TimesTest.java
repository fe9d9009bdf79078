package id.rapor.sample;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.sample.Folder.Row;
import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.Feeds;
import id.rapor.table.Field;
import id.rapor.table.Findings;
import id.rapor.table.Regions;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Times: inside office hours, in the right zone, in their right order, and never from the future.
 */
class TimesTest {
  private static final Folder NATION = Folder.DEFAULT;

  @Test
  void applicantsComeAndDecisionsFallInOfficeHours() {
    Register register = new Register(NATION);
    Set<String> nightly =
        NATION.truth("planted").stream()
            .filter(row -> row.of(Findings.DETECTOR).equals("off_hours_favours"))
            .map(row -> row.of(Cases.AGENCY_ID))
            .collect(Collectors.toSet());
    for (Row row : NATION.cases().values()) {
      assertThat(register.isOpen(row, Register.time(row.of(Cases.SUBMITTED_AT))))
          .as("submitted %s", row.cells())
          .isTrue();
      if (Register.isClosed(row) && !nightly.contains(row.of(Cases.AGENCY_ID))) {
        assertThat(register.isOpen(row, Register.time(row.of(Cases.CLOSED_AT))))
            .as("closed %s", row.cells())
            .isTrue();
      }
    }
  }

  @Test
  void eventsOfACaseComeInOrder() {
    for (Row row : NATION.cases().values()) {
      LocalDateTime last = Register.time(row.of(Cases.SUBMITTED_AT));
      for (Field field : List.of(Cases.COMPLETE_AT, Cases.STARTED_AT, Cases.CLOSED_AT)) {
        if (!row.of(field).isEmpty()) {
          assertThat(Register.time(row.of(field))).as(row.key()).isAfterOrEqualTo(last);
          last = Register.time(row.of(field));
        }
      }
      assertThat(Register.isClosed(row)).isEqualTo(!row.of(Cases.STATUS).equals("pending"));
    }
  }

  @Test
  void halfOfTheAgenciesWriteOffsetsAndTheseAreTheirZones() {
    Map<String, String> zones =
        NATION.reference("regions").stream()
            .collect(
                Collectors.toMap(row -> row.of(Regions.CODE), row -> row.of(Regions.TIME_ZONE)));
    Map<String, Boolean> withOffset = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (Row row : NATION.cases().values()) {
      String cell = row.of(Cases.SUBMITTED_AT);
      withOffset.put(row.of(Cases.AGENCY_ID), cell.length() > 19);
      ZoneId zone = ZoneId.of(zones.get(row.of(Cases.REGION_CODE)));
      seen.add(zone.getId());
      if (cell.length() > 19) {
        OffsetDateTime time = OffsetDateTime.parse(cell);
        assertThat(time.getOffset()).isEqualTo(zone.getRules().getOffset(time.toInstant()));
      }
    }
    assertThat(withOffset.values().stream().filter(Boolean::booleanValue)).hasSize(30);
    assertThat(seen)
        .containsExactlyInAnyOrder(
            "Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura");
  }

  @Test
  void noFileKnowsWhatComesAfterItsMonth() {
    for (Feed feed : Feeds.ALL) {
      List<Field> times =
          feed.columns().stream()
              .filter(field -> field.type().equals(Field.TIME))
              .filter(field -> !field.equals(Cases.PROMISED_AT))
              .toList();
      for (Row row : NATION.lines(feed)) {
        String month = row.file().substring(row.file().length() - "2026-01.csv.gz".length());
        for (Field field : times) {
          if (row.of(field).startsWith("2026-") && !row.of(field).startsWith("2026-13")) {
            assertThat(row.of(field).substring(0, 7))
                .as("%s in %s", field.name(), row.file())
                .isLessThanOrEqualTo(month.substring(0, 7));
          }
        }
      }
    }
  }

  @Test
  void aBacklogIsOpenAtTheEnd() {
    assertThat(NATION.cases().values().stream().filter(row -> !Register.isClosed(row)).count())
        .isBetween(300L, 2000L);
  }
}
