package id.rapor.detect;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.StageFixture;
import id.rapor.settings.Detection;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every detector against leads found by hand: one fixture folder each, named by its code. */
class DetectorsTest {
  /** What a fixture needs small, so that each of its cases can be told by its name. */
  private static final Map<String, Map<String, Double>> SMALL =
      Map.of("slow_case", Map.of("least_peers", 5.0));

  static Stream<String> codes() {
    return DetectorCatalogue.ALL.stream().map(detector -> detector.entry().code());
  }

  @ParameterizedTest
  @MethodSource("codes")
  void findsWhatIsFoundByHand(String code) throws IOException {
    StageFixture fixture = StageFixture.of(DetectorsTest.class, code);
    Detection settings =
        new Detection(Optional.of(Map.of(code, SMALL.getOrDefault(code, Map.of()))));
    assertThat(
            fixture.lines(
                Detect.detect(
                    fixture.judged().cases(),
                    List.of(YearMonth.of(2025, 3)),
                    settings,
                    StageFixture.AS_OF)))
        .containsExactlyInAnyOrderElementsOf(fixture.expected());
  }
}
