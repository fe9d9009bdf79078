package id.rapor.publish;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Field;
import id.rapor.table.League;
import id.rapor.table.Measurements;
import id.rapor.table.PerspectiveScores;
import id.rapor.table.Scorecards;
import id.rapor.table.Shorthand;
import id.rapor.table.Table;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Marks the rows with a value by how firm it is, in {@link Shorthand#SHORTHAND}: all of a
 * provisional edition, those of a revised edition that the last final one tells otherwise or not at
 * all, and none of a final edition.
 */
final class Marks {
  private static final Field NOW = Field.required("now", Field.TEXT, "the figures of the edition");
  private static final Field THEN = Field.required("then", Field.TEXT, "those of the final one");
  private static final Field DIFFERS =
      Field.optional("differs", Field.TRUTH, "whether the final edition tells them otherwise");

  private Marks() {}

  /**
   * {@code contents} with the marks of an edition of that kind.
   *
   * @param sealed the folder of the period's last final edition, with which a revised one is
   *     compared; nothing is read for other kinds
   */
  static Contents on(Contents contents, EditionKind kind, Optional<Path> sealed) {
    return switch (kind) {
      case PREVIEW, FINAL -> contents;
      case PROVISIONAL ->
          contents.with(
              marked(contents.league(), League.SCORE, lit(true), Shorthand.PROVISIONAL),
              marked(
                  contents.scorecards(), PerspectiveScores.SCORE, lit(true), Shorthand.PROVISIONAL),
              marked(
                  contents.measurements(), Measurements.VALUE, lit(true), Shorthand.PROVISIONAL));
      case REVISED -> sealed.map(folder -> revised(contents, folder)).orElse(contents);
    };
  }

  private static Contents revised(Contents contents, Path sealed) {
    return contents.with(
        revised(contents, contents.league(), League.TABLE, League.SCORE, sealed),
        revised(contents, contents.scorecards(), Scorecards.TABLE, PerspectiveScores.SCORE, sealed),
        revised(contents, contents.measurements(), Measurements.TABLE, Measurements.VALUE, sealed));
  }

  private static Dataset<Row> marked(Dataset<Row> rows, Field value, Column isMarked, String mark) {
    Column isFree = Shorthand.SHORTHAND.col().isNull().and(value.col().isNotNull());
    return rows.withColumn(
        Shorthand.SHORTHAND.name(),
        when(isFree.and(isMarked), mark).otherwise(Shorthand.SHORTHAND.col()));
  }

  private static Dataset<Row> revised(
      Contents contents, Dataset<Row> rows, Table table, Field value, Path sealed) {
    Dataset<Row> all = Collected.ofPeriod(contents, rows);
    String file = sealed.resolve(table.name() + ".parquet").toString();
    Dataset<Row> frozen = rows.sparkSession().read().parquet(file);
    List<String> known = Arrays.asList(frozen.columns());
    Column[] figures =
        table.fields().stream()
            .filter(field -> field.type().equals(Field.REAL) || field.type().equals(Field.WHOLE))
            .filter(field -> known.contains(field.name()))
            .map(field -> field.is(field.col()))
            .toArray(Column[]::new);
    String[] key = table.key().stream().map(Field::name).toArray(String[]::new);
    Dataset<Row> differing =
        told(all, table, NOW, figures)
            .join(told(frozen, table, THEN, figures), key, "left")
            .where(NOW.col().eqNullSafe(THEN.col()).equalTo(false))
            .select(table.keyColumns())
            .withColumn(DIFFERS.name(), lit(true));
    return marked(
            all.join(differing, key, "left"), value, DIFFERS.col().isNotNull(), Shorthand.REVISED)
        .drop(DIFFERS.name());
  }

  /** The key of each row and its figures as they are published. */
  private static Dataset<Row> told(Dataset<Row> rows, Table table, Field as, Column... figures) {
    Column[] columns = Arrays.copyOf(table.keyColumns(), table.key().size() + 1);
    columns[table.key().size()] = struct(figures).as(as.name());
    return Precision.of(rows).select(columns);
  }
}
