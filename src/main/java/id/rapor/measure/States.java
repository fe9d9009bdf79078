package id.rapor.measure;

import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import id.rapor.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * The monthly state of the metrics that set one kind of row against another, or that are of an
 * agency as a whole: what each counts and sums by agency and month ({@link Strata} has the others).
 * Sums are whole hundredths and their squares decimal, so that any split of rows gives the same;
 * periods merge the months' states.
 *
 * <p>Each kind of row is read once. Cases, of which there are many, are first summed for all
 * metrics side by side; everything then meets in one long table.
 */
final class States {
  /** Sums are kept in hundredths: of money, counts, minutes. */
  static final double HUNDRED = 100;

  private static final DataType SQUARES = DataTypes.createDecimalType(38, 4);

  /** What one row adds: room for thousands of millions of such rows. */
  private static final DataType SQUARE = DataTypes.createDecimalType(28, 4);

  /** A square beyond this is an error of typing, and must not break the sum. */
  private static final double LARGEST_SQUARE = 1e22;

  /** So is an amount beyond this: no ministry spends a hundred trillion in a month. */
  private static final double LARGEST = 1e14;

  static final Field ROWS = Field.required("counted_rows", Field.WHOLE, "rows that counted");
  static final Field TERMS = Field.required("terms", Field.WHOLE, "a bit for each term met");
  static final Field WHOLE = Field.required("whole", Field.WHOLE, "hundredths below the line");
  static final Field PART = Field.required("part", Field.WHOLE, "hundredths above the line");
  static final Field WHOLE_SQUARE = Field.optional("whole_square", SQUARES, "sum of its squares");
  static final Field PART_SQUARE = Field.optional("part_square", SQUARES, "sum of its squares");
  static final Field CROSS = Field.optional("whole_part", SQUARES, "sum of products");
  static final Field SCALE = Field.optional("scale", Field.WHOLE, "sum of scales, in hundredths");
  static final Field SCALED = Field.optional("scaled", Field.WHOLE, "rows with a scale");

  /** What is added up. */
  static final List<Field> SUMS =
      List.of(Measurements.N, WHOLE, PART, WHOLE_SQUARE, PART_SQUARE, CROSS, SCALE, SCALED, ROWS);

  private static final List<Field> RARE = List.of(WHOLE_SQUARE, PART_SQUARE, CROSS, SCALE, SCALED);

  private static final List<Field> PLAIN =
      List.of(Measurements.METRIC, PeriodMonths.MONTH, TERMS, Measurements.N, WHOLE, PART, ROWS);

  private static final Field REST =
      Field.optional("rest", new Table("rest", "rare sums", List.of(), RARE).schema(), "rare sums");

  /** What a state is of. */
  static final List<Field> KEY =
      List.of(Cases.AGENCY_ID, Cases.SERVICE_ID, Measurements.METRIC, PeriodMonths.MONTH);

  private States() {}

  /** A term with the metric that it belongs to. */
  private record Part(Metric metric, Term term, int ordinal) {
    String name(Field sum) {
      return metric.code() + "_" + ordinal + "_" + sum.name();
    }
  }

  static Dataset<Row> of(Facts facts, List<Metric> metrics) {
    Map<Base, List<Part>> byBase = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      for (int i = 0; i < metric.terms().size(); i++) {
        Term term = metric.terms().get(i);
        byBase
            .computeIfAbsent(term.base(), any -> new ArrayList<>())
            .add(new Part(metric, term, i));
      }
    }
    List<Dataset<Row>> all = new ArrayList<>();
    byBase.forEach((base, parts) -> all.add(states(base, facts.of(base), parts)));
    Column[] sums = SUMS.stream().map(each -> each.is(sum(each.col()))).toArray(Column[]::new);
    return all.stream()
        .reduce(Dataset::unionByName)
        .orElseThrow()
        .groupBy(KEY.stream().map(Field::col).toArray(Column[]::new))
        .agg(TERMS.is(bit_or(TERMS.col())), sums);
  }

  private static Dataset<Row> states(Base base, Dataset<Row> rows, List<Part> parts) {
    Dataset<Row> placed = placed(rows);
    return base == Base.CASES
        ? told(summed(placed, parts), parts, part -> sum -> col(part.name(sum)))
        : told(placed, parts, part -> sum -> added(part).get(sum));
  }

  /** The rows that count to {@code term}, each with what it adds to n, whole and part. */
  static Dataset<Row> counted(Dataset<Row> rows, Metric metric, Term term) {
    Map<Field, Column> added = added(new Part(metric, term, 0));
    Map<String, Column> columns = new LinkedHashMap<>();
    for (Field sum : List.of(Measurements.N, WHOLE, PART, ROWS)) {
      columns.put(sum.name(), sum.is(told(term, sum, added.keySet(), added::get)));
    }
    columns.put(PeriodMonths.MONTH.name(), PeriodMonths.MONTH.is(term.month().col()));
    return placed(rows)
        .withColumns(columns)
        .where(PeriodMonths.MONTH.col().isNotNull().and(ROWS.col().gt(0)));
  }

  /**
   * What a row adds to the sums of {@code metric} by {@code term}; those it leaves alone are left
   * out.
   */
  static Map<Field, Column> added(Metric metric, Term term) {
    Map<Field, Column> added = added(new Part(metric, term, 0));
    Map<Field, Column> all = new LinkedHashMap<>(added);
    for (Field sum : List.of(WHOLE, ROWS)) {
      all.putIfAbsent(sum, told(term, sum, added.keySet(), added::get));
    }
    return all;
  }

  /** What a row adds to {@code metric}: metric, month, whole and part; empty where it does not. */
  static Column mark(Metric metric, Term term) {
    Map<Field, Column> added = added(new Part(metric, term, 0));
    Column mark =
        struct(
            Measurements.METRIC.is(lit(metric.code())),
            PeriodMonths.MONTH.is(term.month().col()),
            WHOLE.is(told(term, WHOLE, added.keySet(), added::get)),
            PART.is(told(term, PART, added.keySet(), added::get)));
    return when(told(term, ROWS, added.keySet(), added::get).gt(0), mark);
  }

  /** Rows with the columns that strata are told apart by; empty where they have none. */
  static Dataset<Row> placed(Dataset<Row> rows) {
    Dataset<Row> placed = rows;
    for (Field field : List.of(Cases.SERVICE_ID, Cases.SERVICE_CLASS, Cases.CHANNEL)) {
      if (!Arrays.asList(rows.columns()).contains(field.name())) {
        placed = placed.withColumn(field.name(), field.missing());
      }
    }
    return placed;
  }

  /** All sums of all metrics side by side, by every month that any of them counts by. */
  private static Dataset<Row> summed(Dataset<Row> rows, List<Part> parts) {
    List<Column> keys = new ArrayList<>(List.of(Cases.AGENCY_ID.col(), Cases.SERVICE_ID.col()));
    parts.stream().map(part -> part.term().month()).distinct().map(Field::col).forEach(keys::add);
    List<Column> sums = new ArrayList<>();
    for (Part part : parts) {
      added(part).forEach((sum, amount) -> sums.add(sum(amount).as(part.name(sum))));
    }
    return rows.groupBy(keys.toArray(Column[]::new))
        .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
  }

  /** One row for each term that a row adds to. */
  private static Dataset<Row> told(
      Dataset<Row> rows, List<Part> parts, Function<Part, Function<Field, Column>> sums) {
    Column[] states =
        parts.stream()
            .map(part -> state(part, added(part).keySet(), sums.apply(part)))
            .toArray(Column[]::new);
    List<Column> columns = new ArrayList<>();
    columns.add(Cases.AGENCY_ID.col());
    columns.add(ofService(parts));
    PLAIN.forEach(field -> columns.add(field.col()));
    RARE.forEach(field -> columns.add(REST.col().getField(field.name()).as(field.name())));
    return Unrolled.structs(
            rows, List.of(Cases.AGENCY_ID, Cases.SERVICE_ID), Measurements.METRIC, states)
        .where(PeriodMonths.MONTH.col().isNotNull().and(ROWS.col().gt(0)))
        .select(columns.toArray(Column[]::new));
  }

  /** The service, for the metrics that are told of it. */
  private static Column ofService(List<Part> parts) {
    Object[] codes =
        parts.stream()
            .map(Part::metric)
            .filter(Metric::isByService)
            .map(Metric::code)
            .distinct()
            .toArray();
    return Cases.SERVICE_ID.is(when(Measurements.METRIC.col().isin(codes), Cases.SERVICE_ID.col()));
  }

  /** What is rare travels as one column: Spark plans each column of each term. */
  private static Column state(Part part, Set<Field> told, Function<Field, Column> sums) {
    Column rest =
        RARE.stream().anyMatch(told::contains)
            ? struct(
                RARE.stream()
                    .map(sum -> sum.is(told(part.term(), sum, told, sums)))
                    .toArray(Column[]::new))
            : lit(null);
    return struct(
        lit(part.metric().code()).as(Measurements.METRIC.name()),
        part.term().month().col().as(PeriodMonths.MONTH.name()),
        lit(1L << part.ordinal()).as(TERMS.name()),
        told(part.term(), Measurements.N, told, sums).as(Measurements.N.name()),
        told(part.term(), WHOLE, told, sums).as(WHOLE.name()),
        told(part.term(), PART, told, sums).as(PART.name()),
        told(part.term(), ROWS, told, sums).as(ROWS.name()),
        REST.is(rest));
  }

  /** A sum that is told, or follows from n where each row counts one. */
  private static Column told(Term term, Field sum, Set<Field> told, Function<Field, Column> sums) {
    if (told.contains(sum)) {
      return sums.apply(sum);
    }
    if (term.countsRows() && sum.equals(ROWS)) {
      return sums.apply(Measurements.N);
    }
    return term.countsRows() && sum.equals(WHOLE)
        ? sums.apply(Measurements.N).multiply((long) HUNDRED)
        : lit(null);
  }

  /** What a row adds to each sum; sums that it leaves alone are left out. */
  private static Map<Field, Column> added(Part part) {
    Term term = part.term();
    Map<Field, Column> added = new LinkedHashMap<>();
    added.put(Measurements.N, among(term, term.n()));
    if (!term.countsRows()) {
      added.put(ROWS, among(term, lit(1L)));
      added.put(WHOLE, among(term, hundredths(term.whole())));
    }
    added.put(PART, among(term, hundredths(term.part())));
    Form form = part.metric().form();
    if (form == Form.MEAN || form == Form.RATIO) {
      added.put(PART_SQUARE, among(term, product(term.part(), term.part())));
    }
    if (form == Form.RATIO) {
      added.put(WHOLE_SQUARE, among(term, product(term.whole(), term.whole())));
      added.put(CROSS, among(term, product(term.whole(), term.part())));
    }
    term.scale()
        .ifPresent(
            scale -> {
              added.put(SCALE, among(term, hundredths(scale)));
              added.put(SCALED, among(term, when(scale.isNotNull(), 1L).otherwise(0L)));
            });
    return added;
  }

  private static Column among(Term term, Column amount) {
    return when(coalesce(term.among(), lit(false)), coalesce(amount, lit(0L))).otherwise(lit(0L));
  }

  private static Column hundredths(Column amount) {
    Column known = coalesce(amount, lit(0)).cast(Field.REAL);
    Column bounded = least(greatest(known, lit(-LARGEST)), lit(LARGEST));
    return round(bounded.multiply(HUNDRED)).cast(Field.WHOLE);
  }

  private static Column product(Column one, Column other) {
    Column product = one.cast(Field.REAL).multiply(other.cast(Field.REAL));
    return least(coalesce(product, lit(0.0)), lit(LARGEST_SQUARE)).cast(SQUARE);
  }
}
