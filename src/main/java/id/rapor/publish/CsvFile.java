package id.rapor.publish;

import id.rapor.table.Field;
import id.rapor.table.Table;
import id.rapor.text.Numbers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * A table as CSV: UTF-8 without a byte order mark, one header row, a line feed after every row,
 * commas, quotes where RFC 4180 needs them.
 *
 * <ul>
 *   <li>no value is an empty cell; the empty text is {@code ""}, so that the two stay apart
 *   <li>a day is {@code 2024-12-17}, a time is {@code 2024-12-17T01:05:00Z}, always in UTC
 *   <li>decimals are plain; a real number is the shortest text that reads back as itself, without
 *       an exponent
 *   <li>lists are joined by {@code ;}
 *   <li>a text that begins with {@code =}, {@code +}, {@code -}, {@code @}, tab or carriage return
 *       gets an apostrophe in front, so that no spreadsheet runs it as a formula (OWASP, CSV
 *       Injection). This holds for every text column, codes and ids as well: an id {@code -12} is
 *       written {@code '-12}, as a column's meaning cannot be told by a spreadsheet and an attacker
 *       may choose an id. Number, date and time columns never get one, so that {@code -12.5} stays
 *       a number. Who needs the ids as they are takes the Parquet file.
 * </ul>
 */
final class CsvFile {
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private CsvFile() {}

  /** Writes rows whose times are microseconds and whose days are day numbers since 1970. */
  static void write(Iterator<Row> rows, Table table, Path to) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(to)) {
      List<Field> fields = table.fields();
      for (int at = 0; at < fields.size(); at++) {
        out.append(at == 0 ? "" : ",").append(quoted(fields.get(at).name()));
      }
      out.append('\n');
      while (rows.hasNext()) {
        writeRow(rows.next(), fields, out);
      }
    }
  }

  private static void writeRow(Row row, List<Field> fields, Writer out) throws IOException {
    for (int at = 0; at < fields.size(); at++) {
      if (at > 0) {
        out.append(',');
      }
      if (!row.isNullAt(at)) {
        out.append(cell(row, at, fields.get(at)));
      }
    }
    out.append('\n');
  }

  private static String cell(Row row, int at, Field field) {
    Object value = row.get(at);
    if (field.type().equals(Field.TIME)) {
      return time((Long) value);
    }
    if (field.type().equals(Field.DAY)) {
      return LocalDate.ofEpochDay((Integer) value).toString();
    }
    if (field.type().equals(Field.TEXTS)) {
      return quoted(harmless(String.join(";", row.<String>getList(at))));
    }
    if (value instanceof Double number) {
      return Numbers.shortest(number);
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value instanceof String text ? quoted(harmless(text)) : value.toString();
  }

  /** ISO 8601 in UTC; the fraction only as long as needed. */
  static String time(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }

  private static String harmless(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String quoted(String text) {
    boolean plain = !text.isEmpty() && text.chars().noneMatch(sign -> ",\"\n\r".indexOf(sign) >= 0);
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
