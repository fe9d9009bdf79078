package id.rapor.reference;

import static java.util.Objects.requireNonNull;

import id.rapor.settings.Period;
import id.rapor.settings.Problems;
import id.rapor.table.Cases;
import id.rapor.table.Places;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The reference tables of one nation, as a folder of CSV files holds them; each table may be
 * absent.
 *
 * @param agencies empty = agencies are what the data names
 * @param holidays days closed or open out of turn
 * @param officeHours empty = Monday to Friday 08:00-16:00 local everywhere
 * @param waivers absent = every stated ground counts; present but empty = none does
 * @param rates national rates of one period, at which the mix of cases is adjusted; empty = each
 *     period's own
 * @param fingerprint SHA-256, in hexadecimal, over the names and bytes of the files in name order
 */
public record Reference(
    List<Agency> agencies,
    List<Region> regions,
    List<Service> services,
    List<Standard> standards,
    List<Holiday> holidays,
    List<OfficeHour> officeHours,
    List<Delivery> deliveries,
    Optional<List<Waiver>> waivers,
    List<NationalRate> rates,
    String fingerprint) {

  public Reference {
    agencies = List.copyOf(agencies);
    regions = List.copyOf(regions);
    services = List.copyOf(services);
    standards = List.copyOf(standards);
    holidays = List.copyOf(holidays);
    officeHours = List.copyOf(officeHours);
    deliveries = List.copyOf(deliveries);
    waivers = waivers.map(List::copyOf);
    rates = List.copyOf(rates);
    requireNonNull(fingerprint);
  }

  /**
   * Reads {@code folder}; a folder that does not exist gives an empty reference. A line that cannot
   * be read is left out and told in {@code problems} with its file and line, and so is every
   * contradiction between lines. Starts no Spark.
   */
  public static Reference read(Path folder, Problems problems) {
    return read(folder, problems, new Problems());
  }

  /**
   * The same.
   *
   * @param doubts hears of files and columns that nothing reads, as their names are unknown
   */
  public static Reference read(Path folder, Problems problems, Problems doubts) {
    UnknownNames.files(folder, doubts);
    return ReferenceFolder.open(folder, problems, doubts).read();
  }

  /** The agencies in the shape of {@link id.rapor.table.Agencies#TABLE}. */
  public Dataset<Row> agencies(SparkSession spark) {
    return ReferenceRows.agencies(spark, agencies);
  }

  /** The services in the shape of {@link id.rapor.table.Services#TABLE}. */
  public Dataset<Row> services(SparkSession spark) {
    return ReferenceRows.services(spark, services);
  }

  /** The regions in the shape of {@link id.rapor.table.Regions#TABLE}. */
  public Dataset<Row> regions(SparkSession spark) {
    return ReferenceRows.regions(spark, regions);
  }

  /** The standards in the shape of {@link id.rapor.table.Standards#TABLE}. */
  public Dataset<Row> standards(SparkSession spark) {
    return ReferenceRows.standards(spark, standards);
  }

  /** The rates in the shape of {@link id.rapor.table.NationalRates#TABLE}, if there are any. */
  public Optional<Dataset<Row>> rates(SparkSession spark) {
    return rates.isEmpty() ? Optional.empty() : Optional.of(ReferenceRows.rates(spark, rates));
  }

  /** The period that the rates are of. */
  public Optional<Period> ratesOf() {
    return rates.stream().map(NationalRate::period).findFirst();
  }

  /** Zone (its own or the nearest parent's) and open days of every region. */
  public Dataset<Row> regionDays(SparkSession spark) {
    return new OpenDayRows(this).regions(spark);
  }

  /** Zone and open days of every agency, by its region and hours. */
  public Dataset<Row> agencyDays(SparkSession spark) {
    return new OpenDayRows(this).agencies(spark);
  }

  /** region_code and zone (its own or the nearest parent's) of every region. */
  public Dataset<Row> regionZones(SparkSession spark) {
    return regionDays(spark).select(Cases.REGION_CODE.col(), Places.ZONE.col());
  }

  /** agency_id and zone (of its region) of every agency. */
  public Dataset<Row> agencyZones(SparkSession spark) {
    return ZoneRows.agencies(spark, this);
  }
}
