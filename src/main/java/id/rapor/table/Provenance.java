package id.rapor.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Where an accepted row came from: the columns that every feed table carries beside its own. */
public final class Provenance {
  public static final Field SOURCE =
      Field.required("source", Field.TEXT, "the source that delivered it");
  public static final Field FILE =
      Field.required("file", Field.TEXT, "the file, relative to the input folder");
  public static final Field LINE =
      Field.required(
          "line",
          Field.WHOLE,
          "ordinal of the record in its file from 1, header and blank lines not counted");
  public static final Field RUN_ID =
      Field.required("run_id", Field.TEXT, "the run that accepted it");
  public static final Field DELIVERY =
      Field.required("delivery", Field.WHOLE, "ordinal of the file among all files ever accepted");
  public static final Field ROW_HASH =
      Field.required(
          "row_hash",
          Field.WHOLE,
          "64-bit hash of the feed's columns: equal versions are told by it");
  public static final Field WARNINGS =
      Field.required("warnings", Field.TEXTS, "the rules it broke that do not refuse a line");

  /** All of them, in the order in which they stand at a table's end. */
  public static final List<Field> FIELDS =
      List.of(SOURCE, FILE, LINE, RUN_ID, DELIVERY, ROW_HASH, WARNINGS);

  /** A file has fewer lines. */
  private static final long LINES = 1L << 32;

  private Provenance() {}

  /**
   * {@link #ROW_HASH} of a row with these values, in the order of its feed's columns. Spark's hash
   * passes over what is empty; so each column's place goes into it too, and a value that moves to
   * another column makes another version. Places are below zero, as truth values are hashed as 0
   * and 1.
   */
  public static Column rowHash(List<Column> values) {
    List<Column> hashed = new ArrayList<>();
    for (Column value : values) {
      hashed.add(value);
      hashed.add(functions.lit(-hashed.size()));
    }
    return functions.xxhash64(hashed.toArray(Column[]::new));
  }

  /** File and line of a row of the table called {@code alias} as one number. */
  public static Column place(String alias) {
    return DELIVERY.in(alias).multiply(LINES).plus(LINE.in(alias));
  }

  /** File and line of a row as one number. */
  public static Column place() {
    return DELIVERY.col().multiply(LINES).plus(LINE.col());
  }

  /** SQL that is true of the rows with one of these places, of which there is at least one. */
  public static String among(List<Long> places) {
    return "%s BETWEEN %d AND %d AND %s * %d + %s IN (%s)"
        .formatted(
            DELIVERY.name(),
            Collections.min(places) / LINES,
            Collections.max(places) / LINES,
            DELIVERY.name(),
            LINES,
            LINE.name(),
            places.stream().map(String::valueOf).collect(Collectors.joining(",")));
  }
}
