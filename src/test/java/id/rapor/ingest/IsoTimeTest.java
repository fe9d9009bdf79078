package id.rapor.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ISO 8601 times, read strictly; the second opinion is the JDK's. */
class IsoTimeTest {
  private static final UTF8String JAKARTA = UTF8String.fromString("Asia/Jakarta");

  @ParameterizedTest
  @CsvSource({
    "2025-03-31, 2025-03-30T17:00:00Z",
    "2025-03-31T08:00, 2025-03-31T01:00:00Z",
    "2025-03-31 08:00:05, 2025-03-31T01:00:05Z",
    "2025-03-31T08:00:05.1, 2025-03-31T01:00:05.100Z",
    "2025-03-31T08:00:05.123456789, 2025-03-31T01:00:05.123456Z",
    "2025-03-31T08:00Z, 2025-03-31T08:00:00Z",
    "2025-03-31T08:00:05+07, 2025-03-31T01:00:05Z",
    "2025-03-31T08:00:05.5 +0730, 2025-03-31T00:30:05.500Z",
    "2025-03-31T08:00:05-03:30, 2025-03-31T11:30:05Z",
    "1969-12-31T23:59:59.999999Z, 1969-12-31T23:59:59.999999Z",
    "2024-02-29, 2024-02-28T17:00:00Z"
  })
  void aTime(String text, String moment) {
    assertThat(read(text)).isEqualTo(Instant.parse(moment));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2025",
        "2025-3-31",
        "2025-03-31T",
        "2025-03-31T8:00",
        "2025-03-31T08",
        "2025-03-31T24:00",
        "2025-03-31T08:60",
        "2025-03-31T08:00:60",
        "2025-03-31T08:00:05.",
        "2025-03-31T08:00:05.1234567890",
        "2025-03-31T08:00.5",
        "2025-03-31T08:00:05+7",
        "2025-03-31T08:00:05+07:",
        "2025-03-31T08:00:05+07:0",
        "2025-03-31T08:00:05+19:00",
        "2025-03-31T08:00:05 ",
        "2025-03-31T08:00:05Zulu",
        "2025-03-31T08:00:05 Asia/Jakarta",
        "2025-02-29",
        "2025-13-01",
        "2025/03/31",
        "31-03-2025",
        "٢٠٢٥-03-31"
      })
  void noTime(String text) {
    assertThat(IsoTime.invoke(UTF8String.fromString(text), JAKARTA)).isNull();
  }

  @Test
  void nothingIsNoTime() {
    assertThat(IsoTime.invoke(null, JAKARTA)).isNull();
  }

  @Property(tries = 2000)
  void localTimesAsTheJdkTellsThem(
      @ForAll @LongRange(min = -2_000_000_000, max = 4_000_000_000L) long second) {
    for (String zone : new String[] {"Asia/Jayapura", "America/New_York", "Europe/Belgrade"}) {
      LocalDateTime local = LocalDateTime.ofEpochSecond(second, 0, java.time.ZoneOffset.UTC);
      Long micros =
          IsoTime.invoke(
              UTF8String.fromString(local.truncatedTo(ChronoUnit.MINUTES).toString()),
              UTF8String.fromString(zone));
      assertThat(moment(micros))
          .isEqualTo(local.truncatedTo(ChronoUnit.MINUTES).atZone(ZoneId.of(zone)).toInstant());
    }
  }

  private static Instant read(String text) {
    return moment(IsoTime.invoke(UTF8String.fromString(text), JAKARTA));
  }

  private static Instant moment(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
