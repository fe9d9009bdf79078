package id.rapor.measure;

import id.rapor.stats.KaplanMeier;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Reads quantiles off the survival curves of every period, agency and service, and of all services
 * of the agency. The times of one agency are held in memory, in eight bytes each: sorting them anew
 * for each period, by months that are in order already, beats moving each case once for each period
 * and service through a shuffle.
 */
final class Curves {
  private static final double DAY = 480;
  private static final double HAIR = 1e-9;

  /** A quantile: which share is decided by then, and the columns that lead to it. */
  record Quantile(String name, double share) {
    Field reached() {
      return real("_reached", "where the curve comes to its level");
    }

    Field flat() {
      return Field.required(name + "_flat", Field.TRUTH, "whether it stays there a while");
    }

    Field beyond() {
      return real("_beyond", "where it leaves its level");
    }

    Field open() {
      return Field.required(
          name + "_open", Field.TRUTH, "whether the curve leaves open how late it is");
    }

    Field low() {
      return real("_low", "lower end of the interval");
    }

    Field high() {
      return real("_high", "upper end of the interval");
    }

    Field value() {
      return real("_value", "the quantile");
    }

    Field error() {
      return real("_error", "its standard error");
    }

    private Field real(String end, String meaning) {
      return Field.optional(name + end, Field.REAL, meaning);
    }

    /** What {@link Curves#read} tells of it. */
    private List<Field> read() {
      return List.of(reached(), flat(), beyond(), low(), high());
    }

    private List<Object> read(KaplanMeier curve) {
      double level = 1 - share;
      double margin = Intervals.Z * Math.sqrt(level * share) / Math.sqrt(curve.size());
      return Arrays.asList(
          minutes(curve.reaches(level + HAIR)),
          curve.rests(level, HAIR),
          minutes(curve.reaches(level - HAIR)),
          minutes(curve.reaches(level + HAIR + margin)),
          minutes(curve.reaches(level + HAIR - margin)));
    }

    private static Double minutes(OptionalLong found) {
      return found.isPresent() ? (double) found.getAsLong() : null;
    }
  }

  static final Quantile MEDIAN = new Quantile("median", 0.5);
  static final Quantile NINETIETH = new Quantile("ninetieth", 0.9);
  static final List<Quantile> QUANTILES = List.of(MEDIAN, NINETIETH);

  static final Field LONGEST = Field.required("longest", Field.REAL, "longest time or age");
  static final Field WHOLE_DAYS =
      Field.required("whole_days", Field.TRUTH, "whether all times are whole days");
  static final Field LIMIT_DAYS =
      Field.optional("limit_days", Field.REAL, "mean time limit, in days");

  private static final List<Field> TIME =
      List.of(
          Cases.AGENCY_ID,
          Cases.SERVICE_ID,
          PeriodMonths.MONTH,
          Measurements.PERIOD,
          Ages.MINUTES,
          Ages.ENDED,
          JudgedCases.LIMIT_MINUTES);

  private static final int AGENCY = TIME.indexOf(Cases.AGENCY_ID);
  private static final int SERVICE = TIME.indexOf(Cases.SERVICE_ID);
  private static final int MONTH = TIME.indexOf(PeriodMonths.MONTH);
  private static final int PERIOD = TIME.indexOf(Measurements.PERIOD);
  private static final int MINUTES = TIME.indexOf(Ages.MINUTES);
  private static final int ENDED = TIME.indexOf(Ages.ENDED);
  private static final int LIMIT = TIME.indexOf(JudgedCases.LIMIT_MINUTES);

  private Curves() {}

  /** The columns that {@link #read} takes, in order. */
  static Column[] columns() {
    return TIME.stream().map(Field::col).toArray(Column[]::new);
  }

  /**
   * One row for each period, agency and service, and all of them, that has any time.
   *
   * @param times {@link #columns}: what holds of a month in every period, and what holds of a
   *     period
   * @param months the months that each period takes
   */
  static Dataset<Row> read(Dataset<Row> times, Dataset<Row> months) {
    Map<String, List<String>> periods = new TreeMap<>();
    for (Row row :
        months.select(Measurements.PERIOD.col(), PeriodMonths.MONTH.col()).collectAsList()) {
      periods.computeIfAbsent(row.getString(0), any -> new ArrayList<>()).add(row.getString(1));
    }
    return times
        .groupByKey((MapFunction<Row, String>) row -> row.getString(AGENCY), Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, Row, Row>) (agency, rows) -> read(agency, rows, periods),
            Encoders.row(schema()));
  }

  private static Iterator<Row> read(
      String agency, Iterator<Row> rows, Map<String, List<String>> periods) {
    Map<String, Map<String, Times>> services = new TreeMap<>();
    services.put(Measurements.ALL_SERVICES, new HashMap<>());
    while (rows.hasNext()) {
      Row row = rows.next();
      String span = row.isNullAt(MONTH) ? row.getString(PERIOD) : monthly(row.getString(MONTH));
      add(services.get(Measurements.ALL_SERVICES), span, row);
      if (!row.isNullAt(SERVICE)) {
        add(services.computeIfAbsent(row.getString(SERVICE), any -> new HashMap<>()), span, row);
      }
    }
    services.values().forEach(spans -> spans.values().forEach(Times::sort));
    return services.entrySet().stream()
        .flatMap(
            service ->
                periods.entrySet().stream()
                    .flatMap(
                        period ->
                            together(service.getValue(), period.getKey(), period.getValue())
                                .map(
                                    times ->
                                        row(period.getKey(), agency, service.getKey(), times))))
        .iterator();
  }

  /** A month and the period that is this month are told apart. */
  private static String monthly(String month) {
    return "in " + month;
  }

  private static void add(Map<String, Times> spans, String span, Row row) {
    spans
        .computeIfAbsent(span, any -> new Times())
        .add(
            KaplanMeier.seen(row.getLong(MINUTES), row.getBoolean(ENDED)),
            row.isNullAt(LIMIT) ? null : row.getLong(LIMIT));
  }

  private static Stream<Times> together(
      Map<String, Times> spans, String period, List<String> months) {
    List<Times> parts =
        Stream.concat(months.stream().map(Curves::monthly), Stream.of(period))
            .filter(spans::containsKey)
            .map(spans::get)
            .toList();
    return parts.isEmpty() ? Stream.empty() : Stream.of(Times.of(parts));
  }

  private static Row row(String period, String agency, String service, Times times) {
    KaplanMeier curve = KaplanMeier.of(times.seen());
    List<Object> values = new ArrayList<>(List.of(period, agency, service, (long) curve.size()));
    QUANTILES.forEach(quantile -> values.addAll(quantile.read(curve)));
    values.add((double) curve.longest());
    values.add(times.areWholeDays());
    values.add(times.limitDays());
    return RowFactory.create(values.toArray());
  }

  private static StructType schema() {
    StructType schema = new StructType();
    List<Field> fields =
        new ArrayList<>(
            List.of(Measurements.PERIOD, Cases.AGENCY_ID, Cases.SERVICE_ID, Measurements.N));
    QUANTILES.forEach(quantile -> fields.addAll(quantile.read()));
    fields.addAll(List.of(LONGEST, WHOLE_DAYS, LIMIT_DAYS));
    for (Field field : fields) {
      schema = schema.add(field.name(), field.type());
    }
    return schema;
  }

  /** Times of some cases, with the mean of their limits. */
  private static final class Times {
    private long[] seen = new long[8];
    private int size;
    private boolean wholeDays = true;
    private double limits;
    private long limited;

    static Times of(List<Times> parts) {
      Times all = new Times();
      all.seen = new long[parts.stream().mapToInt(part -> part.size).sum()];
      for (Times part : parts) {
        System.arraycopy(part.seen, 0, all.seen, all.size, part.size);
        all.size += part.size;
        all.wholeDays &= part.wholeDays;
        all.limits += part.limits;
        all.limited += part.limited;
      }
      return all;
    }

    void add(long one, Long limit) {
      if (size == seen.length) {
        seen = Arrays.copyOf(seen, 2 * size);
      }
      seen[size++] = one;
      wholeDays &= (one >> 1) % (long) DAY == 0;
      if (limit != null) {
        limits += limit;
        limited++;
      }
    }

    void sort() {
      Arrays.sort(seen, 0, size);
    }

    long[] seen() {
      return seen;
    }

    boolean areWholeDays() {
      return wholeDays;
    }

    Double limitDays() {
      return limited == 0 ? null : limits / limited / DAY;
    }
  }
}
