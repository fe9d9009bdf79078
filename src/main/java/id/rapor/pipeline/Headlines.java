package id.rapor.pipeline;

import id.rapor.pipeline.Outcome.Headline;
import id.rapor.pipeline.Outcome.Place;
import id.rapor.settings.Period;
import id.rapor.table.Agencies;
import id.rapor.table.Cases;
import id.rapor.table.League;
import id.rapor.table.Measurements;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.Scorecards;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds the table that a reader is shown first. */
final class Headlines {
  /**
   * The newest time in the data lies a little before the end of a period that is over: a weekend at
   * most.
   */
  private static final int DAYS_OF_GRACE = 3;

  private Headlines() {}

  static Optional<Headline> find(Job job) {
    return period(job).map(period -> headline(job, period));
  }

  /**
   * The newest period of the wanted kind that is over; else the newest of that kind; else the
   * newest.
   */
  private static Optional<Period> period(Job job) {
    String wanted = job.request().settings().periods().headline();
    LocalDate today =
        job.asOf().atZone(job.request().settings().zone()).toLocalDate().plusDays(DAYS_OF_GRACE);
    List<Period> published = Publishing.published(job);
    List<Period> candidates =
        published.stream()
            .filter(period -> period.code().equals(wanted) || period.kind().code().equals(wanted))
            .toList();
    return last(candidates.stream().filter(period -> !period.end().isAfter(today)).toList())
        .or(() -> last(candidates))
        .or(() -> last(published));
  }

  private static Optional<Period> last(List<Period> periods) {
    return periods.isEmpty() ? Optional.empty() : Optional.of(periods.get(periods.size() - 1));
  }

  private static Headline headline(Job job, Period period) {
    Dataset<Row> league =
        job.warehouse()
            .read(League.TABLE)
            .where(
                Measurements.PERIOD
                    .col()
                    .equalTo(period.code())
                    .and(League.LEAGUE.col().equalTo(League.OVERALL))
                    .and(Scorecards.PEER_GROUP.col().equalTo(League.WHOLE_COUNTRY)));
    List<Row> rows =
        league
            .join(grades(job, period), Cases.AGENCY_ID.name())
            .orderBy(League.RANK.col(), Cases.AGENCY_ID.col())
            .select(
                Cases.AGENCY_ID.col(),
                League.RANK.col(),
                League.RANK_LABEL.col(),
                League.RANK_LOW.col(),
                League.RANK_HIGH.col(),
                PerspectiveScores.SCORE.col(),
                Scorecards.GRADE.col())
            .collectAsList();
    Map<String, String> names = names(job);
    List<Place> ranked =
        rows.stream().filter(row -> !row.isNullAt(1)).map(row -> place(row, names)).toList();
    return new Headline(
        period,
        job.asOf(),
        ranked,
        rows.size() - ranked.size(),
        page(job.request().published().resolve(period.code())));
  }

  private static Dataset<Row> grades(Job job, Period period) {
    return job.warehouse()
        .read(Scorecards.TABLE)
        .where(Measurements.PERIOD.col().equalTo(period.code()))
        .select(Cases.AGENCY_ID.col(), Scorecards.GRADE.col());
  }

  private static Place place(Row row, Map<String, String> names) {
    String agency = row.getString(0);
    return new Place(
        row.getString(2),
        agency,
        names.getOrDefault(agency, agency),
        row.getLong(3),
        row.getLong(4),
        row.getDouble(5),
        row.getString(6));
  }

  private static Map<String, String> names(Job job) {
    Map<String, String> names = new HashMap<>();
    boolean english = job.request().settings().language().equals("en");
    Dataset<Row> agencies = Agencies.TABLE.complete(job.agencies());
    agencies
        .select(
            Cases.AGENCY_ID.col(),
            english ? Agencies.NAME_EN.col() : Agencies.NAME_ID.col(),
            Agencies.NAME_ID.col())
        .collectAsList()
        .forEach(
            row ->
                Stream.of(row.getString(1), row.getString(2))
                    .filter(name -> name != null)
                    .findFirst()
                    .ifPresent(name -> names.put(row.getString(0), name)));
    return names;
  }

  /** The page of the newest edition. */
  private static Optional<Path> page(Path folder) {
    int number = 0;
    while (Files.isDirectory(folder.resolve(String.valueOf(number + 1)))) {
      number++;
    }
    return number == 0
        ? Optional.empty()
        : Optional.of(folder.resolve(String.valueOf(number)).resolve("index.html"));
  }
}
