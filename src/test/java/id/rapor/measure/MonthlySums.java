package id.rapor.measure;

import id.rapor.TestSpark;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Monthly sums as a test writes them down, one metric to a row, on their way to values. */
final class MonthlySums {
  private static final List<Field> FIELDS =
      Stream.of(
              Strata.KEY.stream(),
              Stream.of(Measurements.METRIC, States.TERMS),
              States.SUMS.stream())
          .flatMap(fields -> fields)
          .toList();

  private MonthlySums() {}

  /** A row of what is known; the rest is empty. */
  static Row row(Map<Field, Object> known) {
    return RowFactory.create(FIELDS.stream().map(known::get).toArray());
  }

  /** What {@code metrics} come to in the periods of {@code months}, by the way of each. */
  static Dataset<Row> values(List<Row> rows, List<Metric> metrics, Dataset<Row> months) {
    return values(rows, metrics, months, Optional.empty());
  }

  /** The same at fixed national rates. */
  static Dataset<Row> values(
      List<Row> rows, List<Metric> metrics, Dataset<Row> months, Optional<Dataset<Row>> rates) {
    List<Metric> others = metrics.stream().filter(metric -> !Strata.hold(metric)).toList();
    Stream<Dataset<Row>> states =
        others.isEmpty() ? Stream.empty() : Stream.of(Rollup.of(sums(rows), others, months));
    return Stream.concat(
            strata(rows, metrics, months).map(strata -> strata.rolledUp(rates)).stream(), states)
        .map(Values::of)
        .reduce((one, other) -> one.unionByName(other, true))
        .orElseThrow();
  }

  /** The sums of those of {@code metrics} that stand side by side. */
  static Optional<Strata> strata(List<Row> rows, List<Metric> metrics, Dataset<Row> months) {
    List<Metric> stratified = metrics.stream().filter(Strata::hold).toList();
    return stratified.stream()
        .map(metric -> sideBySide(sums(rows), metric))
        .reduce((one, other) -> one.unionByName(other, true))
        .map(monthly -> new Strata(monthly, stratified, months));
  }

  private static Dataset<Row> sums(List<Row> rows) {
    StructType schema = new StructType();
    for (Field field : FIELDS) {
      schema = schema.add(field.name(), field.type());
    }
    return TestSpark.session().createDataFrame(rows, schema).repartition(3);
  }

  private static Dataset<Row> sideBySide(Dataset<Row> sums, Metric metric) {
    List<Column> columns = new ArrayList<>(Strata.KEY.stream().map(Field::col).toList());
    Strata.sums(metric).forEach(sum -> columns.add(sum.col().as(Strata.name(metric, sum))));
    return sums.where(Measurements.METRIC.col().equalTo(metric.code()))
        .select(columns.toArray(Column[]::new));
  }
}
