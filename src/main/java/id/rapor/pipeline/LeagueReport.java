package id.rapor.pipeline;

import id.rapor.measure.Catalogue;
import id.rapor.measure.Metric;
import id.rapor.settings.Leagues;
import id.rapor.settings.Settings;
import id.rapor.table.League;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells which league tables are made under given settings. */
public final class LeagueReport {
  private LeagueReport() {}

  /** One line per league, in the order of the scorecard. */
  public static List<String> lines(Settings settings) {
    Leagues leagues = settings.leagues();
    List<String> made = leagues.tables();
    List<String> lines = new ArrayList<>();
    lines.add(line(League.OVERALL, "the balanced score of all perspectives; highest first"));
    settings.scoring().perspectives().keySet().stream()
        .filter(code -> made.contains(Leagues.PERSPECTIVES) || made.contains(code))
        .forEach(code -> lines.add(line(code, "the score of this perspective; highest first")));
    Catalogue.applying(settings.scoring()).stream()
        .filter(LeagueReport::isScored)
        .filter(one -> made.contains(Leagues.METRICS) || made.contains(one.code()))
        .forEach(one -> lines.add(line(one.code(), one.names().en() + "; " + order(one))));
    if (made.contains(Leagues.SERVICES)) {
      lines.add(line(League.SERVICE + "<service_id>", leagues.serviceMetric() + " of the service"));
      leagues
          .serviceMetrics()
          .forEach((id, code) -> lines.add(line(League.SERVICE + id, code + " of the service")));
    }
    made.stream()
        .filter(code -> code.startsWith(League.SERVICE))
        .forEach(code -> lines.add(line(code, "the service's metric")));
    lines.add(
        "Each for the whole country (*), each kind of body and each peer group, in every period.");
    return lines;
  }

  static boolean isScored(Metric metric) {
    return metric.anchors().isPresent();
  }

  private static String order(Metric metric) {
    return metric.direction() == Metric.Direction.LOWER ? "lowest first" : "highest first";
  }

  private static String line(String code, String words) {
    return String.format(Locale.ROOT, "%-30s %s", code, words);
  }
}
