package id.rapor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.StageFixture;
import id.rapor.settings.ComplaintClocks;
import id.rapor.settings.Settings;
import id.rapor.settings.SettingsFile;
import id.rapor.table.Complaints;
import id.rapor.table.JudgedComplaints;
import java.io.IOException;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Complaints judged by hand, by clocks of working days, against complaints judged by the stage. */
class JudgeComplaintsTest {
  private static final StageFixture FIXTURE =
      StageFixture.of(JudgeComplaintsTest.class, "complaint_clocks");

  @Test
  void clocksOfTheSettingsRunByTheCalendarOfThePlace() throws IOException {
    Settings settings = SettingsFile.read(FIXTURE.folder().resolve("rapor.yaml"), Map.of());
    assertThat(FIXTURE.lines(judged(settings)))
        .containsExactlyInAnyOrderElementsOf(FIXTURE.expected());
  }

  @Test
  void withoutSettingsAllDaysCount() {
    assertThat(Settings.DEFAULTS.regulations().clocks()).isEqualTo(ComplaintClocks.DEFAULTS);
    assertThat(
            judged(Settings.DEFAULTS)
                .where(Complaints.COMPLAINT_ID.col().equalTo("over-holiday-and-joint-leave"))
                .select(
                    JudgedComplaints.RESPONSE_DUE_AT.col().cast("string"),
                    JudgedComplaints.RESOLUTION_DUE_AT.col().cast("string"))
                .collectAsList())
        .extracting(Row::toString)
        .containsExactly("[2025-03-10 17:00:00,2025-03-12 17:00:00]");
  }

  private static Dataset<Row> judged(Settings settings) {
    return JudgeComplaints.judge(
        FIXTURE.feed(Complaints.FEED), FIXTURE.reference(), settings, StageFixture.AS_OF);
  }
}
