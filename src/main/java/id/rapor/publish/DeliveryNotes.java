package id.rapor.publish;

import id.rapor.settings.Period;
import id.rapor.table.Cases;
import id.rapor.table.Deliveries;
import id.rapor.table.ExpectedDeliveries;
import id.rapor.table.Measurements;
import id.rapor.text.Dates;
import id.rapor.text.Numbers;
import id.rapor.text.PeriodNames;
import java.sql.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What the page says of the deliveries that its period rests on.
 *
 * @param told how many came in time, late, or not; empty where nothing was to be delivered
 * @param rule what follows from a missing one
 * @param troubles the missing ones, then the late ones, the latest due first
 * @param more a sentence about those not listed; empty if all are
 */
record DeliveryNotes(String told, String rule, List<String> troubles, String more) {
  private static final int LISTED = 20;
  private static final String MISSING = ExpectedDeliveries.MISSING;
  private static final String LATE = ExpectedDeliveries.LATE;

  DeliveryNotes {
    troubles = List.copyOf(troubles);
  }

  /**
   * What came of deliveries.
   *
   * @param statuses how many of each status
   * @param troubles rows of the first of those that are missing or late
   */
  record Counted(Map<String, Long> statuses, List<Row> troubles) {}

  /** What came of the deliveries that the period rests on. */
  static Counted counted(Contents contents) {
    Map<String, Long> counts = new HashMap<>();
    Set<String> periods = new TreeSet<>();
    for (Row row : Cells.collect(counted(contents.deliveries()), "periods of deliveries")) {
      if (touches(contents.period(), row.getString(0))) {
        periods.add(row.getString(0));
        counts.merge(row.getString(1), row.getLong(2), Long::sum);
      }
    }
    return new Counted(
        counts, wrong(counts) == 0 ? List.of() : troubles(contents.deliveries(), periods));
  }

  private static long wrong(Map<String, Long> counts) {
    return counts.getOrDefault(MISSING, 0L) + counts.getOrDefault(LATE, 0L);
  }

  static DeliveryNotes of(Facts facts) {
    Labels labels = facts.labels();
    Map<String, Long> counts = facts.collected().deliveries().statuses();
    if (counts.isEmpty()) {
      return new DeliveryNotes("", "", List.of(), "");
    }
    long wrong = wrong(counts);
    String least =
        Numbers.trimmed(facts.settings().scoring().leastDataQuality(), 2, labels.language());
    return new DeliveryNotes(
        labels.text(
            "deliveries_told",
            Stream.of(ExpectedDeliveries.ON_TIME, LATE, MISSING, ExpectedDeliveries.NOT_DUE)
                .map(status -> counts.getOrDefault(status, 0L))
                .map(count -> Numbers.whole(count, labels.language()))
                .toArray(String[]::new)),
        labels.text("deliveries_rule", least),
        facts.collected().deliveries().troubles().stream().map(row -> trouble(row, facts)).toList(),
        wrong > LISTED
            ? labels.text("deliveries_more", Numbers.whole(wrong - LISTED, labels.language()))
            : "");
  }

  private static Dataset<Row> counted(Dataset<Row> deliveries) {
    return deliveries
        .groupBy(Measurements.PERIOD.col(), ExpectedDeliveries.STATUS.col())
        .agg(functions.count(functions.lit(1)));
  }

  private static boolean touches(Period period, String code) {
    Period owed = Period.parse(code).orElseThrow();
    return !owed.last().isBefore(period.first()) && !owed.first().isAfter(period.last());
  }

  private static List<Row> troubles(Dataset<Row> deliveries, Set<String> periods) {
    return ExpectedDeliveries.troubles(
            deliveries.where(Measurements.PERIOD.col().isin(periods.toArray())))
        .limit(LISTED)
        .collectAsList();
  }

  private static String trouble(Row row, Facts facts) {
    Labels labels = facts.labels();
    Object came = row.getAs(ExpectedDeliveries.DELIVERED_ON.name());
    return labels.text(
        came == null ? "delivery_missing" : "delivery_late",
        facts.agency(text(row, Cases.AGENCY_ID.name())).name(),
        labels.word("feed", text(row, Deliveries.FEED.name())),
        PeriodNames.words(text(row, Measurements.PERIOD.name()), labels.language()),
        Dates.day(dueOn(row).toLocalDate(), labels.language()),
        came instanceof Date day ? Dates.day(day.toLocalDate(), labels.language()) : "");
  }

  private static Date dueOn(Row row) {
    return row.getAs(Deliveries.DUE_ON.name());
  }

  private static String text(Row row, String column) {
    return row.getAs(column);
  }
}
