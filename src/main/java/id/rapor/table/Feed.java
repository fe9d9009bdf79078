package id.rapor.table;

import java.util.ArrayList;
import java.util.List;

/**
 * One kind of record that agencies deliver: the columns that a source fills, and the table of
 * accepted rows made of it.
 *
 * @param columns what a source delivers; {@code recorded_at} and {@code retracted} at the end
 * @param table the accepted truth: {@code columns}, what ingest adds, and {@link Provenance}
 */
public record Feed(String name, List<Field> columns, Table table) {
  public static final Field RECORDED_AT =
      Field.optional("recorded_at", Field.TIME, "when this version was written; the newest wins");
  public static final Field RETRACTED =
      Field.optional(
          "retracted",
          Field.TRUTH,
          "the source takes the row back: a tombstone, out of every figure");

  static Feed of(String name, String row, List<Field> key, List<Field> own) {
    List<Field> columns = new ArrayList<>(own);
    columns.add(RECORDED_AT);
    columns.add(RETRACTED);
    return new Feed(
        name, List.copyOf(columns), new Table(name, row, key, columns).with(Provenance.FIELDS));
  }

  @Override
  public String toString() {
    return name;
  }
}
