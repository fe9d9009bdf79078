package id.rapor.publish;

import id.rapor.table.Decisions;
import id.rapor.table.Dossiers;
import id.rapor.table.Field;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The workbook of findings: a cover, one row for each finding with its evidence, what may be
 * decided, and what every column means. The column of decisions offers what is allowed and nothing
 * else. Numbers are numbers, and no text is run as a formula.
 */
record FindingBook(Labels labels, String title, List<String> allowed) {
  static final String NAME = "findings.xlsx";

  /** The line of the header; the title and a line about the rows stand above. */
  private static final int HEADER = 2;

  private static final int FIRST_ROW = HEADER + 1;

  FindingBook {
    allowed = List.copyOf(allowed);
  }

  /**
   * Writes it to {@code file}.
   *
   * @param rows rows of {@link Dossiers}
   * @param count how many
   */
  void write(Dataset<Row> rows, long count, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "Rapor", "1.0")) {
      Worksheet cover = book.newWorksheet(labels.text("sheet_cover"));
      Worksheet findings = book.newWorksheet(Dossiers.TABLE.name());
      Worksheet decisions = book.newWorksheet(Decisions.TABLE.name());
      Worksheet columns = book.newWorksheet(labels.text("sheet_columns"));
      writeCover(cover, count);
      writeDecisions(decisions);
      writeColumns(columns);
      writeFindings(findings, decisions, rows, count);
    }
    StableZip.undate(file);
  }

  private void writeCover(Worksheet sheet, long count) throws IOException {
    head(sheet, labels.text("dossier_title"), title);
    sheet.inlineString(HEADER, 0, labels.text("dossier_count"));
    sheet.value(HEADER, 1, count);
    int line = HEADER + 1;
    for (String note : List.of("dossier_lead", "dossier_private", "dossier_decide")) {
      sheet.inlineString(line++, 0, labels.text(note));
    }
    line++;
    for (String sheetName : List.of(Dossiers.TABLE.name(), Decisions.TABLE.name())) {
      sheet.inlineString(line, 0, sheetName);
      sheet.inlineString(line++, 1, labels.text("dossier_sheet_" + sheetName));
    }
    sheet.inlineString(line, 0, labels.text("sheet_columns"));
    sheet.inlineString(line, 1, labels.text("sheet_columns_told"));
    sheet.width(0, 28);
    sheet.finish();
  }

  private void writeDecisions(Worksheet sheet) throws IOException {
    head(sheet, labels.text("dossier_sheet_decisions"), labels.text("dossier_decide"));
    for (int at = 0; at < allowed.size(); at++) {
      sheet.inlineString(FIRST_ROW + at, 0, allowed.get(at));
      sheet.inlineString(FIRST_ROW + at, 1, labels.word("decision", allowed.get(at)));
    }
    sheet.width(0, 14);
    sheet.finish();
  }

  private void writeColumns(Worksheet sheet) throws IOException {
    head(sheet, labels.text("sheet_columns_told"), labels.text("dossier_empty"));
    int line = FIRST_ROW;
    for (Field field : Dossiers.TABLE.fields()) {
      sheet.inlineString(line, 0, field.name());
      sheet.inlineString(line, 1, Meanings.of(Dossiers.TABLE, field));
      sheet.inlineString(line++, 2, field.meaning());
    }
    sheet.width(0, 20);
    sheet.width(1, 60);
    sheet.width(2, 60);
    sheet.finish();
  }

  private void writeFindings(Worksheet sheet, Worksheet decisions, Dataset<Row> rows, long count)
      throws IOException {
    head(sheet, labels.text("dossier_title"), labels.text("dossier_decide"));
    int last = (int) Math.min(XlsxFile.MOST_ROWS - 1, HEADER + Math.max(1, count));
    int decision = Dossiers.TABLE.fields().indexOf(Decisions.DECISION);
    sheet
        .range(FIRST_ROW, decision, last, decision)
        .validateWithList(decisions.range(FIRST_ROW, 0, FIRST_ROW + allowed.size() - 1, 0))
        .errorStyle(DataValidationErrorStyle.STOP)
        .showErrorMessage(true)
        .errorTitle(Decisions.DECISION.name())
        .error(String.join(", ", allowed));
    sheet.setAutoFilter(HEADER, 0, last, Dossiers.TABLE.fields().size() - 1);
    sheet.freezePane(decision + 1, FIRST_ROW);
    XlsxFile.writeRows(
        TableFile.sorted(rows, Dossiers.TABLE, Dossier.ORDER), Dossiers.TABLE, sheet, HEADER);
  }

  private static void head(Worksheet sheet, String title, String told) {
    sheet.inlineString(0, 0, title);
    sheet.style(0, 0).bold().fontSize(14).set();
    sheet.inlineString(1, 0, told);
  }
}
