package id.rapor.sample;

import id.rapor.sample.Hours.Session;
import id.rapor.table.Agencies;
import id.rapor.table.Budgets;
import id.rapor.table.Cases;
import id.rapor.table.Deliveries;
import id.rapor.table.Field;
import id.rapor.table.Holidays;
import id.rapor.table.OfficeHours;
import id.rapor.table.Provenance;
import id.rapor.table.Regions;
import id.rapor.table.Services;
import id.rapor.table.Staffing;
import id.rapor.table.Standards;
import id.rapor.table.Table;
import id.rapor.table.Waivers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The reference tables as files. */
final class ReferenceFiles {
  private static final String FOUNDED = "2017-01-01";

  /** Day of the next month by which a month is to be delivered. */
  private static final int DUE_DAY = 10;

  /** Day of the next month on which a month's files come in. */
  private static final int SENT_DAY = 6;

  private static final List<String> DUE_FEEDS =
      List.of(Cases.FEED.name(), Staffing.FEED.name(), Budgets.FEED.name());

  private final Nation nation;
  private final Households households;

  ReferenceFiles(Nation nation) {
    this.nation = nation;
    this.households = new Households(nation);
  }

  void write(Path folder) throws IOException {
    write(folder, Agencies.TABLE, nation.agencies.stream().map(ReferenceFiles::agency).toList());
    write(folder, Regions.TABLE, nation.regions.stream().map(ReferenceFiles::region).toList());
    write(folder, Services.TABLE, services());
    write(
        folder, Standards.TABLE, nation.standards.stream().map(ReferenceFiles::standard).toList());
    write(folder, Holidays.TABLE, nation.holidays.stream().map(ReferenceFiles::holiday).toList());
    write(folder, OfficeHours.TABLE, officeHours());
    write(folder, Deliveries.TABLE, deliveries());
    write(folder, Waivers.TABLE, Exemption.ALL.stream().map(ReferenceFiles::waiver).toList());
  }

  private static void write(Path folder, Table table, List<Map<Field, String>> rows)
      throws IOException {
    Csv.write(folder.resolve(table.name() + ".csv"), table, rows);
  }

  private static Map<Field, String> agency(Agency agency) {
    return Map.of(
        Cases.AGENCY_ID, agency.id(),
        Agencies.NAME_ID, agency.name(),
        Agencies.NAME_EN, agency.kind().agencyEnglishName(agency.region(), agency.unit()),
        Agencies.BODY_TYPE, agency.kind().bodyType(agency.region()),
        Cases.REGION_CODE, agency.region().code(),
        Agencies.PARENT_AGENCY_ID, agency.parentId().orElse(""),
        Standards.VALID_FROM, FOUNDED);
  }

  private static Map<Field, String> region(Region region) {
    return Map.of(
        Regions.CODE, region.code(),
        Regions.NAME, region.name(),
        Regions.PARENT_REGION_CODE, region.parent().orElse(""),
        Regions.TIME_ZONE, region.zone());
  }

  private List<Map<Field, String>> services() {
    Map<String, Map<Field, String>> rows = new LinkedHashMap<>();
    for (Product product : nation.products) {
      rows.putIfAbsent(
          product.serviceId(),
          Map.of(
              Cases.SERVICE_ID, product.serviceId(),
              Agencies.NAME_ID, product.name(),
              Agencies.NAME_EN, product.englishName(),
              Services.CATEGORY, product.category()));
    }
    return List.copyOf(rows.values());
  }

  private static Map<Field, String> standard(Standard standard) {
    Product product = standard.product();
    Map<Field, String> row = new HashMap<>();
    row.put(Cases.SERVICE_ID, product.serviceId());
    row.put(Cases.SERVICE_CLASS, product.serviceClass());
    row.put(Cases.AGENCY_ID, standard.agencyId());
    row.put(Cases.REGION_CODE, standard.regionCode());
    row.put(Standards.VALID_FROM, day(standard.from()));
    row.put(Standards.VALID_TO, day(standard.to()));
    row.put(Standards.OFFICIAL_FEE, Long.toString(standard.fee()));
    row.put(Standards.FEE_PER_UNIT, Long.toString(standard.perUnit()));
    row.put(Standards.TIME_LIMIT, standard.limit() == 0 ? "" : whole(standard.limit()));
    row.put(Standards.TIME_UNIT, product.unit());
    row.put(Standards.MAX_STEPS, product.steps().isEmpty() ? "" : whole(product.steps().size()));
    row.put(Standards.MAX_VISITS, whole(Math.max(1, product.maxVisits())));
    row.put(Standards.LEGAL_BASIS, standard.legalBasis());
    row.put(Standards.DOCUMENTS_REQUIRED, String.join(";", product.documents()));
    row.put(Standards.SOP_STEPS, String.join(";", product.steps()));
    return row;
  }

  private static Map<Field, String> holiday(Holiday holiday) {
    return Map.of(
        Holidays.DATE, holiday.date().toString(),
        Holidays.NAME, holiday.name(),
        Holidays.REGION_CODE, holiday.region(),
        Holidays.KIND, holiday.kind());
  }

  private static Map<Field, String> waiver(Exemption exemption) {
    return Map.of(
        Cases.SERVICE_ID, exemption.serviceId(),
        Waivers.GROUND, exemption.ground(),
        Standards.LEGAL_BASIS, exemption.legalBasis());
  }

  /** Hours of agencies that keep others than the usual ones, and of halls. */
  private List<Map<Field, String>> officeHours() {
    Map<String, List<Map<Field, String>>> rows = new LinkedHashMap<>();
    for (Agency agency : nation.agencies) {
      for (Office office : agency.offices()) {
        boolean isHall = office.hours() == Hours.HALL;
        Field subject = isHall ? Cases.OFFICE_ID : Cases.AGENCY_ID;
        String id = isHall ? office.id() : agency.id();
        if (office.hours() != Hours.DEFAULT) {
          rows.computeIfAbsent(id, absent -> week(subject, id, office.hours()));
        }
      }
    }
    return rows.values().stream().flatMap(List::stream).toList();
  }

  private static List<Map<Field, String>> week(Field subject, String id, Hours hours) {
    List<Map<Field, String>> rows = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      for (Session session : hours.on(day)) {
        rows.add(
            Map.of(
                subject,
                id,
                OfficeHours.WEEKDAY,
                day.name().toLowerCase(Locale.ROOT),
                OfficeHours.OPENS,
                clock(session.opens()),
                OfficeHours.CLOSES,
                clock(session.closes())));
      }
    }
    return rows;
  }

  private List<Map<Field, String>> deliveries() {
    List<Map<Field, String>> rows = new ArrayList<>();
    for (String feed : DUE_FEEDS) {
      for (Agency agency : nation.agencies) {
        for (int month = 0; month < nation.span.months(); month++) {
          LocalDate due = nation.span.month(month).plusMonths(1).atDay(DUE_DAY);
          rows.add(
              Map.of(
                  Provenance.SOURCE, feed,
                  Deliveries.FEED, feed,
                  Cases.AGENCY_ID, agency.id(),
                  Staffing.PERIOD, nation.span.month(month).toString(),
                  Deliveries.DUE_ON, due.toString(),
                  Deliveries.DELIVERED_ON, deliveredOn(feed, agency, month)));
        }
      }
    }
    return rows;
  }

  /** The day on which the month's file came in, or the one after; empty if none did. */
  private String deliveredOn(String feed, Agency agency, int month) {
    LocalDate came = nation.span.month(month).plusMonths(1).atDay(SENT_DAY);
    if (!feed.equals(Staffing.FEED.name())) {
      return came.toString();
    }
    return switch (households.sending(agency, month)) {
      case IN_TIME -> came.toString();
      case LATE -> came.plusMonths(1).toString();
      case NEVER, NOT_YET -> "";
    };
  }

  private static String day(LocalDate day) {
    return day.equals(LocalDate.MIN) || day.equals(LocalDate.MAX) ? "" : day.toString();
  }

  private static String clock(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
  }

  private static String whole(long number) {
    return Long.toString(number);
  }
}
