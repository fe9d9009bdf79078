package id.rapor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.StageFixture;
import id.rapor.TestSpark;
import id.rapor.settings.Settings;
import id.rapor.table.DeliveredLines;
import id.rapor.table.ExpectedDeliveries;
import id.rapor.table.Files;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deliveries before, on and after their due day, and who it is that owes them. */
class DeliveryCalendarTest {

  @Test
  void isJudgedAsByHand() throws IOException {
    StageFixture fixture =
        StageFixture.of(DeliveryCalendarTest.class, ExpectedDeliveries.TABLE.name());
    assertThat(
            fixture.lines(
                DeliveryCalendar.judge(
                    TestSpark.session(),
                    fixture.reference(),
                    Settings.DEFAULTS,
                    fixture.table(DeliveredLines.TABLE),
                    fixture.table(Files.TABLE),
                    StageFixture.AS_OF)))
        .containsExactlyInAnyOrderElementsOf(fixture.expected());
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-09, 2025-03-20, on_time",
    "2025-03-10, 2025-03-20, on_time",
    "2025-03-11, 2025-03-20, late",
    "2025-03-11, 2025-03-01, late",
    "          , 2025-03-09, not_due",
    "          , 2025-03-10, not_due",
    "          , 2025-03-11, missing"
  })
  void theDueDayIsInTime(LocalDate delivered, LocalDate today, String status) {
    assertThat(
            DeliveryCalendar.status(
                Optional.ofNullable(delivered), LocalDate.of(2025, 3, 10), today))
        .isEqualTo(status);
  }
}
