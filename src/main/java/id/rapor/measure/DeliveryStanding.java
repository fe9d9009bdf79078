package id.rapor.measure;

import id.rapor.settings.Period;
import id.rapor.table.Cases;
import id.rapor.table.Deliveries;
import id.rapor.table.ExpectedDeliveries;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * How each agency stands with its deliveries in each period that is computed: what was due, what
 * came, and which metrics rest on something that did not come.
 *
 * @param owed those deliveries that were due by as-of
 */
record DeliveryStanding(List<Owed> owed, List<Period> periods) {
  /**
   * What a late delivery counts, where one in time counts 1 and a missing one 0. Own choice: above
   * the default of {@code least_data_quality}, so that lateness alone hides no figure.
   */
  static final double LATE_CREDIT = 0.75;

  static final Field DUE = Field.required("due", Field.WHOLE, "deliveries that were due by as-of");
  static final Field CREDIT =
      Field.required("credit", Field.REAL, "those that came, late ones for three quarters");

  private static final StructType CREDITS =
      schema(List.of(Measurements.PERIOD, Cases.AGENCY_ID, DUE, CREDIT));
  private static final StructType GAPS =
      schema(List.of(Measurements.PERIOD, Cases.AGENCY_ID, Measurements.METRIC));

  /** One delivery that was due by as-of. */
  private record Owed(String agency, String feed, Period period, String status) {
    boolean isMissing() {
      return status.equals(ExpectedDeliveries.MISSING);
    }

    double credit() {
      return switch (status) {
        case ExpectedDeliveries.ON_TIME -> 1;
        case ExpectedDeliveries.LATE -> LATE_CREDIT;
        default -> 0;
      };
    }

    boolean touches(Period other) {
      return !period.last().isBefore(other.first()) && !period.first().isAfter(other.last());
    }
  }

  /**
   * The standing as the calendar has it.
   *
   * @param expected rows of {@link ExpectedDeliveries}
   */
  static DeliveryStanding of(Dataset<Row> expected, List<Period> periods) {
    List<Owed> owed =
        expected
            .where(ExpectedDeliveries.STATUS.col().notEqual(ExpectedDeliveries.NOT_DUE))
            .select(
                Cases.AGENCY_ID.col(),
                Deliveries.FEED.col(),
                Measurements.PERIOD.col(),
                ExpectedDeliveries.STATUS.col())
            .collectAsList()
            .stream()
            .map(
                row ->
                    new Owed(
                        row.getString(0),
                        row.getString(1),
                        Period.parse(row.getString(2)).orElseThrow(),
                        row.getString(3)))
            .toList();
    return new DeliveryStanding(owed, periods);
  }

  /** period, agency_id, {@link #DUE} and {@link #CREDIT}, where anything was due. */
  Dataset<Row> credits(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    for (Period period : periods) {
      Map<String, List<Owed>> byAgency =
          within(period)
              .collect(Collectors.groupingBy(Owed::agency, TreeMap::new, Collectors.toList()));
      byAgency.forEach(
          (agency, owing) ->
              rows.add(
                  RowFactory.create(
                      period.code(),
                      agency,
                      (long) owing.size(),
                      owing.stream().mapToDouble(Owed::credit).sum())));
    }
    return spark.createDataFrame(rows, CREDITS);
  }

  /**
   * period, agency_id and metric of figures that rest on a feed of which a delivery is missing: of
   * any month of the period; for what takes the last month alone, of the last month that was due.
   */
  Dataset<Row> gaps(SparkSession spark, List<Metric> metrics) {
    Set<Row> rows = new LinkedHashSet<>();
    for (Period period : periods) {
      Map<Map.Entry<String, String>, List<Owed>> byFeed = new HashMap<>();
      within(period)
          .forEach(
              one ->
                  byFeed
                      .computeIfAbsent(
                          Map.entry(one.agency(), one.feed()), any -> new ArrayList<>())
                      .add(one));
      byFeed.forEach(
          (whose, owing) ->
              metrics.stream()
                  .filter(metric -> metric.feed().name().equals(whose.getValue()))
                  .filter(metric -> lacks(metric, owing))
                  .map(metric -> RowFactory.create(period.code(), whose.getKey(), metric.code()))
                  .forEach(rows::add));
    }
    return spark.createDataFrame(List.copyOf(rows), GAPS);
  }

  private static boolean lacks(Metric metric, List<Owed> owing) {
    if (metric.merging() != Merging.STOCK && metric.merging() != Merging.LATEST) {
      return owing.stream().anyMatch(Owed::isMissing);
    }
    YearMonth last =
        owing.stream().map(one -> one.period().last()).max(Comparator.naturalOrder()).orElseThrow();
    return owing.stream().filter(one -> one.period().last().equals(last)).anyMatch(Owed::isMissing);
  }

  private Stream<Owed> within(Period period) {
    return owed.stream().filter(one -> one.touches(period));
  }

  private static StructType schema(List<Field> fields) {
    return DataTypes.createStructType(
        fields.stream()
            .map(field -> DataTypes.createStructField(field.name(), field.type(), false))
            .toList());
  }
}
