package id.rapor.detect;

import id.rapor.settings.Detection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** All detectors, and those of them that run under given settings. */
public final class DetectorCatalogue {
  /** Rules about single cases. */
  private static final List<Detector> CASES =
      List.of(
          new FeeAboveTariff(),
          new FeeOnFreeService(),
          new FeeWithoutReceipt(),
          new SplitPayments(),
          new StalledCase(),
          new InstantCompletion(),
          new SlowCase());

  /** Rules about officers, offices, agencies, services and pairs, over six months. */
  private static final List<Detector> ENTITIES =
      List.of(
          new RoundFeeHeaping(),
          new OfficerConcentration(),
          new FeeForSpeed(),
          new MonthEndBunching(),
          new DeadlineBunching(),
          new ClockStopsAtLimit(),
          new SlowAgency(),
          new Backdating(),
          new ExcessHandling(),
          new Loops(),
          new DuplicateDocuments(),
          new GroupDisparity(),
          new QueueJumping(),
          new FavouredPairs(),
          new ComplaintsIgnored(),
          new ClosedWithoutResolution(),
          new OffHoursFavours(),
          new SurveyGaming(),
          new SelfReportGap());

  public static final List<Detector> ALL =
      Stream.concat(CASES.stream(), ENTITIES.stream()).toList();

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
  public static List<Row> rows(Scene scene) {
    List<Detector> running = applying(scene.settings());
    Map<String, List<String>> lacks = Silence.of(running, scene);
    return running.stream()
        .map(Detector::entry)
        .map(entry -> entry.row(scene.settings(), lacks.get(entry.code())))
        .toList();
  }
}
