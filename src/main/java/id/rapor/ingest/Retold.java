package id.rapor.ingest;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.CheckedLines;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Lets events that come late count: where an event of before stays the newest of its case, what
 * went before it has come to light, and the case as it stood after it is told anew by the last of
 * the new lines.
 */
final class Retold {
  private static final Field NEWEST =
      Field.optional("rapor__newest", Field.TEXT, "what holds of the case");

  private Retold() {}

  /**
   * The new ones of {@code lines}.
   *
   * @param lines checked, the new ones and those of before that they continue
   * @param anew ordinals of the deliveries of the new ones
   */
  static Dataset<Row> lines(Dataset<Row> lines, Feed feed, List<Long> anew) {
    Column isNew = Provenance.DELIVERY.col().isin(anew.toArray());
    Column isValid = size(CheckedLines.RULES.col()).equalTo(0);
    Column version =
        struct(Feed.RECORDED_AT.col(), Provenance.DELIVERY.col(), Provenance.LINE.col());
    List<Field> told =
        Stream.concat(feed.columns().stream(), Stream.of(Provenance.ROW_HASH, Provenance.WARNINGS))
            .toList();
    WindowSpec versions = Window.partitionBy(feed.table().keyColumns());
    Column all = struct(told.stream().map(Field::col).toArray(Column[]::new));
    Column newest = max_by(when(isValid, all), when(isValid, version)).over(versions);
    Column lastNew = max(when(isValid.and(isNew), version)).over(versions);
    Column last = max(when(isValid, version)).over(versions);
    Column retells = isValid.and(version.equalTo(lastNew)).and(last.gt(lastNew));
    Dataset<Row> beside = lines.withColumn(NEWEST.name(), when(retells, newest)).where(isNew);
    List<Column> columns = new ArrayList<>();
    for (String name : lines.columns()) {
      Column own = Mapping.sourceColumn(name);
      boolean isTold = told.stream().anyMatch(field -> field.name().equals(name));
      columns.add(
          isTold
              ? when(NEWEST.col().isNull(), own).otherwise(NEWEST.col().getField(name)).as(name)
              : own);
    }
    return beside.select(columns.toArray(Column[]::new));
  }
}
