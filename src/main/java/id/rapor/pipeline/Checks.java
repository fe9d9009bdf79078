package id.rapor.pipeline;

import id.rapor.detect.DetectorCatalogue;
import id.rapor.detect.Parameter;
import id.rapor.measure.Catalogue;
import id.rapor.measure.Metric;
import id.rapor.reference.NationalRate;
import id.rapor.reference.Reference;
import id.rapor.settings.Leagues;
import id.rapor.settings.Problems;
import id.rapor.settings.Scoring;
import id.rapor.settings.Settings;
import id.rapor.table.League;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Holds the codes that settings name against the catalogues, which settings themselves cannot see.
 */
final class Checks {
  private Checks() {}

  static void codes(Settings settings, Problems problems) {
    Problems custom = new Problems();
    Catalogue.check(settings.scoring(), custom);
    custom.all().forEach(problems::add);
    if (!custom.all().isEmpty()) {
      return;
    }
    settings
        .scoring()
        .metrics()
        .ifPresent(
            listed ->
                listed.forEach(
                    (code, change) -> metric(code, change, settings.scoring(), problems)));
    settings
        .detectors()
        .detectors()
        .ifPresent(
            listed -> listed.forEach((code, parameters) -> detector(code, parameters, problems)));
    leagues(settings, problems);
    if (Catalogue.applying(settings.scoring()).isEmpty()) {
      problems.add("metrics: none of those listed belongs to a perspective that applies");
    }
  }

  /** Tells of rates of what is no metric that is adjusted. */
  static void rates(Reference reference, Scoring scoring, Problems problems) {
    reference.rates().stream()
        .map(NationalRate::metric)
        .distinct()
        .filter(code -> Catalogue.named(code, scoring).filter(Metric::isAdjusted).isEmpty())
        .forEach(
            code ->
                problems.add(
                    "national_rates.csv: "
                        + code
                        + " is no metric that is adjusted for the mix of cases; there are "
                        + Catalogue.all(scoring).stream()
                            .filter(Metric::isAdjusted)
                            .map(Metric::code)
                            .toList()));
  }

  private static void metric(
      String code, Scoring.MetricChange change, Scoring scoring, Problems problems) {
    Catalogue.named(code, scoring)
        .ifPresentOrElse(
            metric -> fits(metric, change, scoring, problems),
            () ->
                problems.add(
                    "metrics: there is no metric "
                        + code
                        + "; there are "
                        + Catalogue.all(scoring).stream().map(Metric::code).toList()));
  }

  private static void fits(
      Metric metric, Scoring.MetricChange change, Scoring scoring, Problems problems) {
    if (!scoring.perspectives().containsKey(metric.perspective().code())) {
      problems.add(
          "metrics: "
              + metric.code()
              + " is of perspective "
              + metric.perspective().code()
              + ", which does not apply");
    }
    metric
        .anchors()
        .ifPresent(
            published -> {
              double standard = change.standard().orElse(published.standard());
              double target = change.target().orElse(published.target());
              if (standard == target
                  || (target > standard) != (published.target() > published.standard())) {
                problems.add(
                    "metrics: "
                        + metric.code()
                        + " has standard "
                        + standard
                        + " and target "
                        + target
                        + "; the target must lie on the "
                        + metric.direction().code()
                        + " side of the standard");
              }
            });
  }

  private static void leagues(Settings settings, Problems problems) {
    Leagues leagues = settings.leagues();
    List<String> scored =
        Catalogue.applying(settings.scoring()).stream()
            .filter(LeagueReport::isScored)
            .map(Metric::code)
            .toList();
    Set<String> known = new TreeSet<>(scored);
    known.addAll(settings.scoring().perspectives().keySet());
    known.addAll(Leagues.DEFAULTS.tables());
    leagues.tables().stream()
        .filter(table -> !known.contains(table) && !table.startsWith(League.SERVICE))
        .forEach(
            table ->
                problems.add(
                    "leagues: there is no table "
                        + table
                        + "; there are service:<service_id> and "
                        + known));
    Stream.concat(Stream.of(leagues.serviceMetric()), leagues.serviceMetrics().values().stream())
        .filter(
            code -> Catalogue.named(code, settings.scoring()).flatMap(Metric::anchors).isEmpty())
        .forEach(
            code ->
                problems.add(
                    "leagues: a service cannot be ranked by " + code + "; there are " + scored));
  }

  private static void detector(String code, Map<String, Double> parameters, Problems problems) {
    DetectorCatalogue.named(code)
        .ifPresentOrElse(
            detector -> named(detector.entry().parameters(), code, parameters.keySet(), problems),
            () ->
                problems.add(
                    "detectors: there is no detector "
                        + code
                        + "; there are "
                        + DetectorCatalogue.ALL.stream().map(one -> one.entry().code()).toList()));
  }

  private static void named(
      List<Parameter> known, String code, Set<String> given, Problems problems) {
    List<String> names = known.stream().map(Parameter::name).toList();
    given.stream()
        .filter(name -> !names.contains(name))
        .forEach(
            name ->
                problems.add(
                    "detectors: " + code + " has no parameter " + name + "; it has " + names));
  }
}
