package id.rapor.reference;

import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import id.rapor.settings.Period;
import id.rapor.settings.Settings;
import id.rapor.settings.UserError;
import id.rapor.table.Cases;
import id.rapor.table.DeliveredLines;
import id.rapor.table.ExpectedDeliveries;
import id.rapor.table.Files;
import id.rapor.table.Provenance;
import id.rapor.table.Quarantine;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Holds what was delivered against the calendar that says who was to deliver what by when. */
public final class DeliveryCalendar {
  /** So many rows take some 1 GB: 3,000 agencies with nine feeds have twelve years of them. */
  private static final int MOST_ROWS = 4_000_000;

  private final Reference reference;
  private final Zones zones;
  private final Instant asOf;
  private final Map<Owed, List<Arrived>> arrived;

  private DeliveryCalendar(
      Reference reference, Settings settings, Instant asOf, List<Arrived> arrived) {
    this.reference = reference;
    this.zones = new Zones(reference, settings);
    this.asOf = asOf;
    this.arrived = arrived.stream().collect(Collectors.groupingBy(Arrived::owed));
  }

  /** What an agency owes: rows of one feed. */
  private record Owed(String feed, String agency) {}

  /** What one source brought of an agency and month, and when first. */
  private record Arrived(Owed owed, String source, YearMonth month, Instant at, long accepted) {}

  /**
   * The deliveries that the calendar names and what came of each. A row that names no agency stands
   * for every agency in force of which the source has delivered that feed so far; if it has
   * delivered none yet, for every agency in force. A row that names the agency goes before one that
   * does not.
   *
   * <p>What came is on time to the end of its due day, in the agency's zone. As-of decides only on
   * what has not come: it is missing once its due day is over, and not due before.
   *
   * @param deliveredLines rows of {@link DeliveredLines}
   * @param files rows of {@link Files}
   * @return in the shape of {@link ExpectedDeliveries}
   * @throws UserError if there are more rows than one machine should hold
   */
  public static Dataset<Row> judge(
      SparkSession spark,
      Reference reference,
      Settings settings,
      Dataset<Row> deliveredLines,
      Dataset<Row> files,
      Instant asOf) {
    List<Row> rows =
        reference.deliveries().isEmpty()
            ? List.of()
            : new DeliveryCalendar(reference, settings, asOf, arrived(deliveredLines, files))
                .rows();
    return spark.createDataFrame(rows, ExpectedDeliveries.TABLE.schema());
  }

  /**
   * Whether a delivery is on time, late, missing or not due.
   *
   * @param deliveredOn empty if nothing has come
   * @param today the local day of as-of
   */
  static String status(Optional<LocalDate> deliveredOn, LocalDate dueOn, LocalDate today) {
    return deliveredOn
        .map(day -> day.isAfter(dueOn) ? ExpectedDeliveries.LATE : ExpectedDeliveries.ON_TIME)
        .orElse(today.isAfter(dueOn) ? ExpectedDeliveries.MISSING : ExpectedDeliveries.NOT_DUE);
  }

  private static List<Arrived> arrived(Dataset<Row> deliveredLines, Dataset<Row> files) {
    List<Row> rows =
        deliveredLines
            .where(Files.LINES.col().gt(Files.REFUSED.col()))
            .where(Cases.AGENCY_ID.col().isNotNull().and(DeliveredLines.MONTH.col().isNotNull()))
            .join(
                files.select(Provenance.DELIVERY.col(), Files.ARRIVED_AT.col()),
                Provenance.DELIVERY.name())
            .groupBy(
                Provenance.SOURCE.col(),
                Quarantine.FEED.col(),
                Cases.AGENCY_ID.col(),
                DeliveredLines.MONTH.col())
            .agg(min(Files.ARRIVED_AT.col()), sum(Files.ACCEPTED.col()))
            .limit(MOST_ROWS + 1)
            .collectAsList();
    if (rows.size() > MOST_ROWS) {
      throw new UserError(
          "Cannot judge deliveries: table "
              + DeliveredLines.TABLE.name()
              + " has more than "
              + MOST_ROWS
              + " agencies and months, expected at most that; take older deliveries out of reference/deliveries.csv and keep one data folder per decade.");
    }
    return rows.stream().map(DeliveryCalendar::arrived).toList();
  }

  private static Arrived arrived(Row row) {
    return new Arrived(
        new Owed(row.getString(1), row.getString(2)),
        row.getString(0),
        YearMonth.parse(row.getString(3)),
        row.getTimestamp(4).toInstant(),
        row.getLong(5));
  }

  private List<Row> rows() {
    List<Delivery> deliveries = reference.deliveries();
    Set<Delivery> named = new HashSet<>();
    deliveries.stream()
        .filter(delivery -> delivery.agencyId().isPresent())
        .forEach(delivery -> named.add(delivery.undated()));
    List<Row> rows = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      Period period = Period.parse(delivery.period()).orElseThrow();
      if (delivery.agencyId().isPresent()) {
        rows.add(row(delivery, period));
      } else {
        agencies(delivery, period).stream()
            .map(delivery::by)
            .filter(one -> !named.contains(one.undated()))
            .forEach(one -> rows.add(row(one, period)));
      }
    }
    return rows;
  }

  /** Whom a row without an agency stands for. */
  private Set<String> agencies(Delivery delivery, Period period) {
    Set<String> inForce = inForce(period);
    Set<String> delivering =
        arrived.values().stream()
            .flatMap(List::stream)
            .filter(one -> one.owed().feed().equals(delivery.feed()))
            .filter(one -> delivery.source().map(one.source()::equals).orElse(true))
            .map(one -> one.owed().agency())
            .filter(inForce::contains)
            .collect(Collectors.toCollection(TreeSet::new));
    return delivering.isEmpty() ? inForce : delivering;
  }

  private Set<String> inForce(Period period) {
    Spell spell =
        new Spell(Optional.of(period.first().atDay(1)), Optional.of(period.end().minusDays(1)));
    Stream<String> agencies =
        reference.agencies().isEmpty()
            ? arrived.keySet().stream().map(Owed::agency)
            : reference.agencies().stream()
                .filter(agency -> agency.spell().overlaps(spell))
                .map(Agency::agencyId);
    return agencies.collect(Collectors.toCollection(TreeSet::new));
  }

  private Row row(Delivery delivery, Period period) {
    String agency = delivery.agencyId().orElseThrow();
    List<Arrived> came =
        arrived.getOrDefault(new Owed(delivery.feed(), agency), List.of()).stream()
            .filter(one -> delivery.source().map(one.source()::equals).orElse(true))
            .filter(one -> period.holds(one.month()))
            .toList();
    Optional<Arrived> first = came.stream().min(Comparator.comparing(Arrived::at));
    Optional<LocalDate> day =
        first.map(one -> delivery.deliveredOn().orElseGet(() -> day(one.at(), one)));
    LocalDate today =
        asOf.atZone(zones.zone(Place.ofAgency(agency, delivery.source().orElse("")))).toLocalDate();
    return RowFactory.create(
        delivery.period(),
        agency,
        delivery.feed(),
        delivery.source().orElse(null),
        Date.valueOf(delivery.dueOn()),
        first.map(one -> Timestamp.from(one.at())).orElse(null),
        day.map(Date::valueOf).orElse(null),
        came.stream().mapToLong(Arrived::accepted).sum(),
        status(day, delivery.dueOn(), today));
  }

  private LocalDate day(Instant moment, Arrived one) {
    Place place = Place.ofAgency(one.owed().agency(), one.source());
    return moment.atZone(zones.zone(place)).toLocalDate();
  }
}
