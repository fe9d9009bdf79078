package id.rapor.detect;

import id.rapor.settings.Detection;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** All detectors, and those of them that run under given settings. */
public final class DetectorCatalogue {
  public static final List<Detector> ALL = List.of(new FeeAboveTariff(), new SlowCase());

  private DetectorCatalogue() {}

  /** The detector of that code. */
  public static Optional<Detector> named(String code) {
    return ALL.stream().filter(detector -> detector.entry().code().equals(code)).findFirst();
  }

  /** The detectors that the settings let run. */
  public static List<Detector> applying(Detection settings) {
    return ALL.stream()
        .filter(
            detector ->
                settings
                    .detectors()
                    .map(listed -> listed.containsKey(detector.entry().code()))
                    .orElse(true))
        .toList();
  }

  /** The running detectors as rows of {@link id.rapor.table.Detectors}. */
  public static List<Row> rows(Detection settings) {
    return applying(settings).stream().map(detector -> detector.entry().row()).toList();
  }
}
