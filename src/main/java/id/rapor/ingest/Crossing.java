package id.rapor.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Cases;
import id.rapor.table.CheckedLines;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.LinkedLines;
import id.rapor.table.Payments;
import id.rapor.table.Provenance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Holds the accepted lines of a delivery against the cases and payments that it and the tables tell
 * of, and marks those that break a rule. All feeds and rules share one look, at keys and times
 * alone; feeds without a finding are left as they are.
 */
public final class Crossing implements AutoCloseable {
  private static final String[] CASE_KEY = {Cases.AGENCY_ID.name(), Cases.CASE_ID.name()};
  private static final String[] LINE_KEY = {Provenance.DELIVERY.name(), Provenance.LINE.name()};

  /** So many keys, or found lines, are sent to every task rather than shuffled. */
  private static final long FEW = 200_000;

  private final List<Intake> intakes;
  private final Function<Feed, Optional<Dataset<Row>>> held;
  private final List<Dataset<Row>> persisted = new ArrayList<>();

  private Crossing(List<Intake> intakes, Function<Feed, Optional<Dataset<Row>>> held) {
    this.intakes = intakes;
    this.held = held;
  }

  /**
   * Sets a delivery beside the tables.
   *
   * @param intakes all feeds of the delivery
   * @param held a feed's table as it stands, if it exists
   */
  public static Crossing of(List<Intake> intakes, Function<Feed, Optional<Dataset<Row>>> held) {
    return new Crossing(intakes, held);
  }

  /** The intakes with the lines that break a rule marked. */
  public List<Intake> marked() {
    List<Dataset<Row>> found = Stream.concat(ofCases().stream(), ofFees().stream()).toList();
    if (found.isEmpty()) {
      return intakes;
    }
    Dataset<Row> all =
        found.stream()
            .reduce(Dataset::unionByName)
            .orElseThrow()
            .where(size(LinkedLines.FOUND.col()).gt(0))
            .persist(StorageLevel.MEMORY_AND_DISK());
    persisted.add(all);
    Map<String, Long> counts = new HashMap<>();
    all.groupBy(LinkedLines.FEED.col())
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    return intakes.stream()
        .map(intake -> marked(intake, all, counts.getOrDefault(intake.feed().name(), 0L)))
        .toList();
  }

  /** Gives back what was found. */
  @Override
  public void close() {
    persisted.forEach(Dataset::unpersist);
  }

  private static Intake marked(Intake intake, Dataset<Row> all, long count) {
    if (count == 0) {
      return intake;
    }
    Dataset<Row> own =
        all.where(LinkedLines.FEED.col().equalTo(intake.feed().name()))
            .drop(LinkedLines.FEED.name());
    Dataset<Row> accepted =
        intake
            .accepted()
            .join(count <= FEW ? broadcast(own) : own, LINE_KEY, "left")
            .withColumn(
                Provenance.WARNINGS.name(),
                concat(
                    Provenance.WARNINGS.col(),
                    coalesce(LinkedLines.FOUND.col(), array().cast(Field.TEXTS))));
    return intake.accepting(CheckedLines.accepted(intake.feed()).shape(accepted));
  }

  /** What lines say of a case, against the cases; nothing where no case was ever delivered. */
  private Optional<Dataset<Row>> ofCases() {
    List<Intake> naming =
        intakes.stream().filter(intake -> TableRules.MOMENTS.containsKey(intake.feed())).toList();
    if (naming.isEmpty() || !delivered(Cases.FEED)) {
      return Optional.empty();
    }
    Dataset<Row> lines =
        naming.stream()
            .map(intake -> lines(intake, TableRules.MOMENTS.get(intake.feed())))
            .reduce(Dataset::unionByName)
            .orElseThrow();
    long count = naming.stream().mapToLong(Intake::acceptedLines).sum();
    Dataset<Row> cases =
        known(
                Cases.FEED,
                lines,
                count,
                List.of(Cases.SUBMITTED_AT, Cases.CLOSED_AT, Provenance.DELIVERY))
            .groupBy(Cases.AGENCY_ID.col(), Cases.CASE_ID.col())
            .agg(
                max_by(
                        struct(Cases.SUBMITTED_AT.col(), Cases.CLOSED_AT.col()),
                        Provenance.DELIVERY.col())
                    .as(LinkedLines.CASE_KNOWN.name()));
    return Optional.of(found(lines.join(told(cases), CASE_KEY, "left"), naming));
  }

  private static Dataset<Row> told(Dataset<Row> cases) {
    Column newest = LinkedLines.CASE_KNOWN.col();
    return cases.select(
        Cases.AGENCY_ID.col(),
        Cases.CASE_ID.col(),
        LinkedLines.SUBMITTED_AT.is(newest.getField(Cases.SUBMITTED_AT.name())),
        LinkedLines.CLOSED_AT.is(newest.getField(Cases.CLOSED_AT.name())),
        LinkedLines.CASE_KNOWN.is(lit(true)));
  }

  /** Fees of cases against the payments; nothing where no payment was ever delivered. */
  private Optional<Dataset<Row>> ofFees() {
    List<Intake> cases =
        intakes.stream().filter(intake -> intake.feed().equals(Cases.FEED)).toList();
    if (cases.isEmpty() || !delivered(Payments.FEED)) {
      return Optional.empty();
    }
    Dataset<Row> lines = lines(cases.get(0), Cases.CLOSED_AT, Cases.FEE_PAID.col().gt(0));
    Dataset<Row> payments =
        known(Payments.FEED, lines, cases.get(0).acceptedLines(), List.of())
            .distinct()
            .withColumn(LinkedLines.PAYMENT_KNOWN.name(), lit(true));
    Dataset<Row> agencies =
        rows(Payments.FEED)
            .map(rows -> rows.select(Cases.AGENCY_ID.col()))
            .reduce(Dataset::unionAll)
            .orElseThrow()
            .distinct()
            .withColumn(LinkedLines.PAYMENTS_KNOWN.name(), lit(true));
    return Optional.of(
        found(
            lines
                .join(payments, CASE_KEY, "left")
                .join(broadcast(agencies), Cases.AGENCY_ID.name(), "left"),
            cases));
  }

  private boolean delivered(Feed feed) {
    return rows(feed).findAny().isPresent();
  }

  /** The rows of a feed that this delivery brings and that the tables hold. */
  private Stream<Dataset<Row>> rows(Feed feed) {
    return Stream.concat(brought(feed), held.apply(feed).stream());
  }

  private Stream<Dataset<Row>> brought(Feed feed) {
    return intakes.stream().filter(intake -> intake.feed().equals(feed)).map(Intake::accepted);
  }

  /** Keys and {@code values} of a feed's rows; of those held, where lines are few, only theirs. */
  private Dataset<Row> known(Feed feed, Dataset<Row> lines, long count, List<Field> values) {
    Column[] columns =
        Stream.concat(Stream.of(Cases.AGENCY_ID, Cases.CASE_ID), values.stream())
            .map(Field::col)
            .toArray(Column[]::new);
    Dataset<Row> wanted = lines.select(Cases.AGENCY_ID.col(), Cases.CASE_ID.col()).distinct();
    Stream<Dataset<Row>> standing =
        held.apply(feed).stream()
            .map(rows -> rows.select(columns))
            .map(rows -> count <= FEW ? rows.join(broadcast(wanted), CASE_KEY, "left_semi") : rows);
    return Stream.concat(brought(feed).map(rows -> rows.select(columns)), standing)
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  private static Dataset<Row> lines(Intake intake, Field moment) {
    return lines(intake, moment, Cases.CASE_ID.col().isNotNull());
  }

  private static Dataset<Row> lines(Intake intake, Field moment, Column which) {
    return intake
        .accepted()
        .where(which)
        .select(
            LinkedLines.FEED.is(lit(intake.feed().name())),
            Provenance.DELIVERY.col(),
            Provenance.LINE.col(),
            Cases.AGENCY_ID.col(),
            Cases.CASE_ID.col(),
            LinkedLines.MOMENT.is(moment.col()));
  }

  private static Dataset<Row> found(Dataset<Row> linked, List<Intake> of) {
    List<Column> checks = new ArrayList<>();
    for (Intake intake : of) {
      Column own = LinkedLines.FEED.col().equalTo(intake.feed().name());
      Stream.of(Rule.values())
          .filter(rule -> rule.against() == Clause.Against.TABLES)
          .filter(rule -> rule.feeds().contains(intake.feed()))
          .forEach(rule -> checks.add(when(own.and(rule.broken(intake.feed())), lit(rule.code()))));
    }
    return linked.select(
        LinkedLines.FEED.col(),
        Provenance.DELIVERY.col(),
        Provenance.LINE.col(),
        LinkedLines.FOUND.is(array_compact(array(checks.toArray(Column[]::new)))));
  }
}
