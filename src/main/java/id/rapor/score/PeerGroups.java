package id.rapor.score;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import id.rapor.settings.Leagues;
import id.rapor.settings.Period;
import id.rapor.stats.Quantiles;
import id.rapor.table.Agencies;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Scorecards;
import id.rapor.table.Standards;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Whom each agency is compared with: bodies of its kind that are handed about as many cases. Both
 * are context that an agency does not choose, and neither is performance.
 */
public final class PeerGroups {
  /** The kind of an agency of which none is known. */
  private static final String OTHER = "other";

  private static final int WINDOW_MONTHS = 12;
  private static final Field SUBMITTED =
      Field.required("submitted", Field.WHOLE, "cases handed in, in the month");

  private final Map<String, NavigableMap<String, String>> kinds;
  private final Map<String, NavigableMap<String, Long>> submitted;
  private final Leagues leagues;

  private PeerGroups(
      Map<String, NavigableMap<String, String>> kinds,
      Map<String, NavigableMap<String, Long>> submitted,
      Leagues leagues) {
    this.kinds = requireNonNull(kinds);
    this.submitted = requireNonNull(submitted);
    this.leagues = requireNonNull(leagues);
  }

  /**
   * The peer groups that {@code leagues} defines.
   *
   * @param agencies in the shape of {@code agencies}; the {@code body_type} of the last spell begun
   *     by the period's end counts, else that of the first; {@code other} where there is none
   * @param cases in the shape of {@code judged_cases}, of all periods
   */
  public static PeerGroups of(Dataset<Row> agencies, Dataset<Row> cases, Leagues leagues) {
    return new PeerGroups(kinds(agencies), submitted(cases), leagues);
  }

  /** By agency, the kind from the first day of each spell on: ISO dates sort as the days do. */
  private static Map<String, NavigableMap<String, String>> kinds(Dataset<Row> agencies) {
    Dataset<Row> spells =
        agencies.select(
            Cases.AGENCY_ID.col(),
            Standards.VALID_FROM.col().cast("string").as(Standards.VALID_FROM.name()),
            Agencies.BODY_TYPE.col());
    Map<String, NavigableMap<String, String>> kinds = new HashMap<>();
    for (Row row : ScoreRows.collect(spells, Agencies.TABLE)) {
      String kind = ScoreRows.text(row, Agencies.BODY_TYPE);
      String from = ScoreRows.text(row, Standards.VALID_FROM);
      kinds
          .computeIfAbsent(ScoreRows.text(row, Cases.AGENCY_ID), any -> new TreeMap<>())
          .put(from == null ? "" : from, kind == null || kind.isBlank() ? OTHER : kind);
    }
    return kinds;
  }

  private static Map<String, NavigableMap<String, Long>> submitted(Dataset<Row> cases) {
    Dataset<Row> monthly =
        cases
            .groupBy(Cases.AGENCY_ID.col(), JudgedCases.SUBMITTED_MONTH.col())
            .agg(SUBMITTED.is(functions.count(functions.lit(1))));
    Map<String, NavigableMap<String, Long>> submitted = new HashMap<>();
    for (Row row : ScoreRows.collect(monthly, JudgedCases.TABLE)) {
      submitted
          .computeIfAbsent(ScoreRows.text(row, Cases.AGENCY_ID), any -> new TreeMap<>())
          .put(ScoreRows.text(row, JudgedCases.SUBMITTED_MONTH), row.<Long>getAs(SUBMITTED.name()));
    }
    return submitted;
  }

  /**
   * The peer group of each of {@code subjects}: its kind and the range of its volume, as in {@code
   * city:30-299}; its kind alone where too few of a period share both.
   */
  Map<Subject, String> of(Collection<Subject> subjects) {
    Map<Subject, String> groups = new HashMap<>();
    subjects.forEach(subject -> groups.put(subject, group(subject)));
    Map<String, Map<String, Long>> sizes =
        subjects.stream().collect(groupingBy(Subject::period, groupingBy(groups::get, counting())));
    groups.replaceAll(
        (subject, group) ->
            sizes.get(subject.period()).get(group) < leagues.leastPeers() ? kind(subject) : group);
    return groups;
  }

  private String kind(Subject subject) {
    NavigableMap<String, String> spells = kinds.get(subject.agency());
    if (spells == null) {
      return OTHER;
    }
    Map.Entry<String, String> begun =
        spells.floorEntry(period(subject).last().atEndOfMonth().toString());
    return (begun == null ? spells.firstEntry() : begun).getValue();
  }

  private String group(Subject subject) {
    List<Long> bounds = leagues.volumeClasses();
    if (bounds.isEmpty()) {
      return kind(subject);
    }
    double volume = volume(subject);
    int place = (int) bounds.stream().filter(bound -> bound <= volume).count();
    long from = place == 0 ? 0 : bounds.get(place - 1);
    String range = place == bounds.size() ? from + "+" : from + "-" + (bounds.get(place) - 1);
    return kind(subject) + Scorecards.VOLUME + range;
  }

  /**
   * Cases handed in per month: the median over those of the twelve months up to the period's end in
   * which there were any, so that neither a season nor a stray old case changes the class; 0
   * without any.
   */
  private double volume(Subject subject) {
    YearMonth last = period(subject).last();
    String first = last.minusMonths(WINDOW_MONTHS - 1).toString();
    NavigableMap<String, Long> months = submitted.getOrDefault(subject.agency(), new TreeMap<>());
    double[] sorted =
        months.subMap(first, true, last.toString(), true).values().stream()
            .mapToDouble(Long::doubleValue)
            .sorted()
            .toArray();
    return sorted.length == 0 ? 0 : Quantiles.of(sorted, 0.5);
  }

  private static Period period(Subject subject) {
    return Period.parse(subject.period()).orElseThrow();
  }
}
