package id.rapor.publish;

import id.rapor.settings.UserError;
import id.rapor.table.Field;
import id.rapor.table.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table as a workbook: its first sheet has the header in row 1 and the rows below, with real
 * numbers, dates (times in UTC) and truth values; a second sheet tells each column's meaning.
 *
 * <p>A text cell is never read as a formula, so texts stay as they are. A spreadsheet keeps 15
 * digits: longer whole numbers and amounts are written as text, so that none is changed. What is
 * not a number (NaN, infinity) is text as well, and so is a day before 1900-03-01, which the format
 * cannot tell.
 */
final class XlsxFile {
  /** The rows that a worksheet can hold, the header included (ECMA-376 as Excel implements it). */
  static final int MOST_ROWS = 1_048_576;

  /** The longest text that a cell can hold. */
  private static final int MOST_SIGNS = 32_767;

  private static final int SAFE_DIGITS = 15;
  private static final int ROWS_IN_MEMORY = 1_000;
  private static final String DAY_FORMAT = "yyyy-mm-dd";
  private static final String TIME_FORMAT = "yyyy-mm-dd hh:mm:ss";
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
  private static final long MICROS_PER_DAY = 86_400_000_000L;

  private XlsxFile() {}

  /** Writes rows whose times are microseconds and whose days are day numbers since 1970. */
  static void write(Iterator<Row> rows, Table table, Path to) throws IOException {
    write(rows, table, to, MOST_ROWS);
  }

  /** The same for a sheet of at most {@code mostRows} rows, the header included. */
  static void write(Iterator<Row> rows, Table table, Path to, int mostRows) throws IOException {
    try (OutputStream out = Files.newOutputStream(to);
        Workbook book = new Workbook(out, "Rapor", "1.0")) {
      Worksheet sheet = book.newWorksheet(table.name());
      sheet.freezePane(0, 1);
      writeRows(rows, table, sheet, 0, mostRows);
      writeMeanings(table, book.newWorksheet("columns"));
    }
    StableZip.undate(to);
  }

  /** Writes the header at line {@code first} of the sheet and the rows below, and finishes it. */
  static void writeRows(Iterator<Row> rows, Table table, Worksheet sheet, int first)
      throws IOException {
    writeRows(rows, table, sheet, first, MOST_ROWS);
  }

  private static void writeRows(
      Iterator<Row> rows, Table table, Worksheet sheet, int first, int mostRows)
      throws IOException {
    List<Field> fields = table.fields();
    for (int at = 0; at < fields.size(); at++) {
      sheet.width(at, Math.max(12, fields.get(at).name().length() + 2));
      header(sheet, first, at, fields.get(at).name());
    }
    int line = first + 1;
    for (; rows.hasNext(); line++) {
      if (line == mostRows) {
        throw tooMany(table, mostRows);
      }
      writeRow(sheet, line, rows.next(), fields);
      if (line % ROWS_IN_MEMORY == 0) {
        sheet.flush();
      }
    }
    sheet.finish();
  }

  private static void writeRow(Worksheet sheet, int line, Row row, List<Field> fields) {
    for (int at = 0; at < fields.size(); at++) {
      if (!row.isNullAt(at)) {
        writeCell(sheet, line, at, row, fields.get(at));
      }
    }
  }

  private static void writeCell(Worksheet sheet, int line, int at, Row row, Field field) {
    Object value = row.get(at);
    if (field.type().equals(Field.TIME)) {
      writeTime(sheet, line, at, (Long) value);
    } else if (field.type().equals(Field.DAY)) {
      writeDay(sheet, line, at, LocalDate.ofEpochDay((Integer) value));
    } else if (field.type().equals(Field.TEXTS)) {
      writeText(sheet, line, at, String.join(";", row.<String>getList(at)));
    } else if (value instanceof Boolean truth) {
      sheet.value(line, at, truth);
    } else if (value instanceof Number number && isKept(number)) {
      sheet.value(line, at, number);
    } else {
      writeText(sheet, line, at, value.toString());
    }
  }

  private static boolean isKept(Number number) {
    if (number instanceof Double real) {
      return Double.isFinite(real);
    }
    return new BigDecimal(number.toString()).precision() <= SAFE_DIGITS;
  }

  private static void writeDay(Worksheet sheet, int line, int at, LocalDate day) {
    if (day.isBefore(FIRST_DAY)) {
      writeText(sheet, line, at, day.toString());
    } else {
      sheet.value(line, at, day);
      sheet.style(line, at).format(DAY_FORMAT).set();
    }
  }

  private static void writeTime(Worksheet sheet, int line, int at, long micros) {
    if (Math.floorDiv(micros, MICROS_PER_DAY) < FIRST_DAY.toEpochDay()) {
      writeText(sheet, line, at, CsvFile.time(micros));
    } else {
      Instant moment = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
      sheet.value(line, at, LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
      sheet.style(line, at).format(TIME_FORMAT).set();
    }
  }

  private static void writeText(Worksheet sheet, int line, int at, String text) {
    if (text.length() > MOST_SIGNS) {
      throw new UserError(
          "Cannot write the workbook: a text has "
              + text.length()
              + " signs, expected at most "
              + MOST_SIGNS
              + " in a cell; write .csv or .parquet instead.");
    }
    sheet.inlineString(line, at, text);
  }

  private static void writeMeanings(Table table, Worksheet sheet) throws IOException {
    sheet.freezePane(0, 1);
    sheet.width(0, 24);
    sheet.width(1, 16);
    sheet.width(2, 100);
    header(sheet, 0, 0, "column");
    header(sheet, 0, 1, "type");
    header(sheet, 0, 2, "meaning");
    int line = 1;
    for (Field field : table.fields()) {
      sheet.inlineString(line, 0, field.name());
      sheet.inlineString(line, 1, field.type().simpleString());
      sheet.inlineString(line, 2, field.meaning());
      line++;
    }
    sheet.finish();
  }

  private static void header(Worksheet sheet, int line, int at, String name) {
    sheet.inlineString(line, at, name);
    sheet.style(line, at).bold().set();
  }

  private static UserError tooMany(Table table, int mostRows) {
    return new UserError(
        "Cannot write the workbook: table "
            + table.name()
            + " has more rows than a worksheet holds, expected at most "
            + mostRows
            + " with the header; choose one period, or write .csv or .parquet instead.");
  }
}
