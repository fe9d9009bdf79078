package id.rapor.ingest;

import id.rapor.settings.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * One file on its way to a worker, which reads it into rows: the columns of {@link
 * id.rapor.table.RawLines}, then the layout's.
 *
 * @param key with which identifiers are hashed as they are read; it is no part of any query plan
 */
record RecordFile(String path, String name, long delivery, Layout layout, IdentityKey key)
    implements Serializable {

  /** The file's rows, read as they are asked for. */
  Iterator<Row> rows() {
    Pseudonyms pseudonyms = key.pseudonyms();
    Iterator<RawRecord> records = telling(() -> open(pseudonyms));
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return telling(records::hasNext);
      }

      @Override
      public Row next() {
        return row(telling(records::next), pseudonyms);
      }
    };
  }

  /** Why it cannot be read to its end; null if it can. */
  String fault() {
    try {
      rows().forEachRemaining(row -> {});
      return null;
    } catch (UserError e) {
      return Reasons.of((RuntimeException) e.getCause());
    }
  }

  private Iterator<RawRecord> open(Pseudonyms pseudonyms) {
    Path file = Path.of(path);
    try {
      return switch (layout.format()) {
        case CSV ->
            new CsvRecords(FileText.open(file, layout.csv().encoding()), layout, pseudonyms);
        case JSON -> json(FileText.open(file, layout.csv().encoding()), pseudonyms);
        case XES -> {
          XesNodes log = new XesNodes(FileText.unpacked(file));
          yield new NodeRecords(log, log.document(), layout, pseudonyms);
        }
        case PARQUET -> new NodeRecords(new ParquetNodes(file), Map.of(), layout, pseudonyms);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Iterator<RawRecord> json(BufferedReader text, Pseudonyms pseudonyms) throws IOException {
    if (layout.records().isEmpty() && JsonLines.begin(text)) {
      return new NodeRecords(new JsonLines(text), Map.of(), layout, pseudonyms);
    }
    JsonNodes document = new JsonNodes(text, layout.records());
    return new NodeRecords(document, document.document(), layout, pseudonyms);
  }

  private Row row(RawRecord record, Pseudonyms pseudonyms) {
    String[] values = record.values();
    if (!layout.isNamed()) {
      for (int place : layout.identifiers()) {
        values[place] = pseudonyms.of(values[place]);
      }
    }
    Object[] cells = new Object[4 + values.length];
    cells[0] = delivery;
    cells[1] = record.line();
    cells[2] = record.raw();
    cells[3] = record.malformedHash();
    System.arraycopy(values, 0, cells, 4, values.length);
    return RowFactory.create(cells);
  }

  private interface Reading<T> {
    T read();
  }

  private <T> T telling(Reading<T> reading) {
    try {
      return reading.read();
    } catch (RuntimeException e) {
      throw new UserError(
          "Cannot read "
              + name
              + ": "
              + Reasons.of(e)
              + "; ask for the file again or take it out of the input.",
          e);
    }
  }
}
