package id.rapor.reference;

import static java.util.Objects.requireNonNull;

import id.rapor.settings.Problems;
import id.rapor.table.Agencies;
import id.rapor.table.Cases;
import id.rapor.table.Deliveries;
import id.rapor.table.Field;
import id.rapor.table.Holidays;
import id.rapor.table.NationalRates;
import id.rapor.table.OfficeHours;
import id.rapor.table.Regions;
import id.rapor.table.Services;
import id.rapor.table.Staffing;
import id.rapor.table.Standards;
import id.rapor.table.Table;
import id.rapor.table.Tables;
import id.rapor.table.Waivers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The reference files of one folder, read into memory once: they are small, and hashed whole. */
final class ReferenceFolder {
  /** Columns without which no line of a table says anything; the others may be absent. */
  private static final Map<Table, List<Field>> REQUIRED =
      Map.of(
          Agencies.TABLE, List.of(Cases.AGENCY_ID),
          Regions.TABLE, List.of(Regions.CODE),
          Services.TABLE, List.of(Cases.SERVICE_ID),
          Standards.TABLE, List.of(Cases.SERVICE_ID),
          Holidays.TABLE, List.of(Holidays.DATE, Holidays.KIND),
          OfficeHours.TABLE, List.of(OfficeHours.WEEKDAY, OfficeHours.OPENS, OfficeHours.CLOSES),
          Deliveries.TABLE, List.of(Deliveries.FEED, Staffing.PERIOD, Deliveries.DUE_ON),
          Waivers.TABLE, List.of(Cases.SERVICE_ID, Waivers.GROUND),
          NationalRates.TABLE, NationalRates.TABLE.fields());

  private final NavigableMap<String, byte[]> files;
  private final Problems problems;
  private final Problems doubts;

  private ReferenceFolder(NavigableMap<String, byte[]> files, Problems problems, Problems doubts) {
    this.files = files;
    this.problems = requireNonNull(problems);
    this.doubts = requireNonNull(doubts);
  }

  static ReferenceFolder open(Path folder, Problems problems, Problems doubts) {
    NavigableMap<String, byte[]> files = new TreeMap<>();
    for (Table table : Tables.REFERENCE) {
      String name = file(table);
      Path path = folder.resolve(name);
      if (Files.exists(path)) {
        try {
          files.put(name, Files.readAllBytes(path));
        } catch (IOException e) {
          problems.add(name + ": cannot be read: " + e);
        }
      }
    }
    return new ReferenceFolder(files, problems, doubts);
  }

  Reference read() {
    ReferenceChecks checks = new ReferenceChecks(problems);
    List<Agency> agencies = rows(Agencies.TABLE, Agency::of, checks::agencies);
    List<Region> regions = rows(Regions.TABLE, Region::of, checks::regions);
    List<Service> services = rows(Services.TABLE, Service::of, checks::services);
    List<Standard> standards = rows(Standards.TABLE, Standard::of, checks::standards);
    List<Holiday> holidays = rows(Holidays.TABLE, Holiday::of, checks::holidays);
    List<OfficeHour> hours = rows(OfficeHours.TABLE, OfficeHour::of, checks::officeHours);
    List<Delivery> deliveries = rows(Deliveries.TABLE, Delivery::of, checks::deliveries);
    List<Waiver> waivers = rows(Waivers.TABLE, Waiver::of, checks::waivers);
    List<NationalRate> rates = rows(NationalRates.TABLE, NationalRate::of, checks::rates);
    return new Reference(
        agencies,
        regions,
        services,
        standards,
        holidays,
        hours,
        deliveries,
        files.containsKey(file(Waivers.TABLE)) ? Optional.of(waivers) : Optional.empty(),
        rates,
        fingerprint());
  }

  private <T> List<T> rows(Table table, Function<CsvLine, T> read, Checks<T> checks) {
    String name = file(table);
    byte[] bytes = files.get(name);
    if (bytes == null) {
      return List.of();
    }
    List<Located<T>> rows = new ArrayList<>();
    List<CsvLine> lines =
        CsvFile.read(
            name,
            bytes,
            REQUIRED.get(table),
            problems,
            names -> UnknownNames.columns(name, names, table, doubts));
    for (CsvLine line : lines) {
      T row = read.apply(line);
      if (line.isSound()) {
        rows.add(new Located<>(line.number(), row));
      }
    }
    checks.check(name, rows);
    return rows.stream().map(Located::row).toList();
  }

  /** Holds the rows of one file against one another. */
  @FunctionalInterface
  private interface Checks<T> {
    void check(String file, List<Located<T>> rows);
  }

  private String fingerprint() {
    MessageDigest digest = sha256();
    files.forEach(
        (name, bytes) -> {
          digest.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
          digest.update(bytes);
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  static String file(Table table) {
    return table.name() + ".csv";
  }
}
