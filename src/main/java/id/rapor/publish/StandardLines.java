package id.rapor.publish;

import id.rapor.settings.Period;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Regions;
import id.rapor.table.Standards;
import id.rapor.text.Dates;
import id.rapor.text.Money;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** Writes the standards of a service that were in force during the period, for people. */
final class StandardLines {
  /** So many are listed: a service may have one for each agency. */
  private static final int MOST = 40;

  private final Facts facts;
  private final Labels labels;
  private final FigureText text;

  StandardLines(Facts facts) {
    this.facts = facts;
    this.labels = facts.labels();
    this.text = FigureText.of(facts);
  }

  /** Those that hold for everybody first, then by region, agency, class and day. */
  List<ServicePage.Standard> of(List<Row> spells) {
    return spells.stream()
        .filter(row -> meets(row, facts.period()))
        .sorted(
            Comparator.comparing((Row row) -> word(row, Cases.AGENCY_ID))
                .thenComparing(row -> word(row, Cases.REGION_CODE))
                .thenComparing(row -> word(row, Cases.SERVICE_CLASS))
                .thenComparing(row -> day(row, Standards.VALID_FROM).orElse(LocalDate.MIN)))
        .limit(MOST)
        .map(this::standard)
        .toList();
  }

  private static boolean meets(Row row, Period period) {
    boolean hasBegun =
        day(row, Standards.VALID_FROM).map(day -> day.isBefore(period.end())).orElse(true);
    boolean isOver =
        day(row, Standards.VALID_TO)
            .map(day -> day.isBefore(period.first().atDay(1)))
            .orElse(false);
    return hasBegun && !isOver;
  }

  private ServicePage.Standard standard(Row row) {
    return new ServicePage.Standard(
        whom(row), span(row), fee(row), limit(row), word(row, Standards.LEGAL_BASIS));
  }

  private String whom(Row row) {
    List<String> parts = new ArrayList<>();
    String agency = word(row, Cases.AGENCY_ID);
    String region = word(row, Cases.REGION_CODE);
    if (!agency.isEmpty()) {
      parts.add(facts.agency(agency).name());
    } else {
      parts.add(region.isEmpty() ? labels.text("standard_everybody") : region(region));
    }
    String express = word(row, Cases.SERVICE_CLASS);
    if (!express.isEmpty() && !express.equals("regular")) {
      parts.add(labels.word("class", express));
    }
    return String.join(" \u00b7 ", parts);
  }

  private String region(String code) {
    return facts.collected().around().regions().stream()
        .filter(row -> word(row, Regions.CODE).equals(code))
        .map(row -> word(row, Regions.NAME))
        .findFirst()
        .filter(name -> !name.isEmpty())
        .orElse(code);
  }

  private String span(Row row) {
    Optional<String> from = day(row, Standards.VALID_FROM).map(this::words);
    Optional<String> to = day(row, Standards.VALID_TO).map(this::words);
    return from.isEmpty() && to.isEmpty()
        ? ""
        : from.orElse("\u2026") + " " + Standings.DASH + " " + to.orElse("\u2026");
  }

  private String words(LocalDate day) {
    return Dates.day(day, labels.language());
  }

  private String fee(Row row) {
    Optional<BigDecimal> fixed = money(row, Standards.OFFICIAL_FEE);
    Optional<BigDecimal> each = money(row, Standards.FEE_PER_UNIT).filter(fee -> fee.signum() > 0);
    if (each.isPresent()) {
      String unit = labels.text("fee_per_unit", amount(each.get()));
      return fixed.filter(fee -> fee.signum() > 0).map(fee -> amount(fee) + " + ").orElse("")
          + unit;
    }
    return fixed.map(fee -> fee.signum() == 0 ? labels.text("fee_none") : amount(fee)).orElse("");
  }

  private String amount(BigDecimal amount) {
    return Money.amount(amount, facts.settings().currency(), labels.language());
  }

  private String limit(Row row) {
    return Cells.whole(row, Standards.TIME_LIMIT)
        .map(limit -> text.whole(limit) + " " + labels.word("time", word(row, Standards.TIME_UNIT)))
        .orElse("");
  }

  private static Optional<BigDecimal> money(Row row, Field field) {
    return Optional.ofNullable(row.<BigDecimal>getAs(field.name()));
  }

  private static String word(Row row, Field field) {
    return Cells.text(row, field).orElse("");
  }

  private static Optional<LocalDate> day(Row row, Field field) {
    Object day = row.getAs(field.name());
    return day instanceof Date date
        ? Optional.of(date.toLocalDate())
        : Optional.ofNullable((LocalDate) day);
  }
}
