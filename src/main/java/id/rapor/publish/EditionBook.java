package id.rapor.publish;

import id.rapor.settings.Settings;
import id.rapor.table.Field;
import id.rapor.table.League;
import id.rapor.table.ReportCards;
import id.rapor.table.Scorecards;
import id.rapor.table.Shorthand;
import id.rapor.table.Table;
import id.rapor.text.PeriodNames;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The workbook of an edition: a cover, the list of sheets, one table on each sheet with its title
 * in A1, and what every column means in both languages. No cell is merged; numbers are numbers.
 *
 * <p>It holds what people open in a spreadsheet: the league of the whole country by score and by
 * perspective, the scorecards and the report cards. The long tables stand beside it as CSV.
 */
final class EditionBook {
  static final String NAME = "rapor.xlsx";

  /** The line of a sheet's header; the title and a line about the rows stand above. */
  private static final int HEADER = 2;

  private static final List<Table> TABLES =
      List.of(Shorthand.LEAGUE, Shorthand.SCORECARDS, ReportCards.TABLE);

  private final Contents contents;
  private final Labels labels;
  private final String edition;

  private EditionBook(Contents contents, Labels labels, String edition) {
    this.contents = contents;
    this.labels = labels;
    this.edition = edition;
  }

  /**
   * Writes it into {@code folder}, in the language of {@code labels}.
   *
   * @param edition its number, and what it claims to be
   */
  static void write(Contents contents, Labels labels, String edition, Path folder)
      throws IOException {
    EditionBook sheets = new EditionBook(contents, labels, edition);
    Path file = folder.resolve(NAME);
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "Rapor", "1.0")) {
      sheets.writeCover(book.newWorksheet(labels.text("sheet_cover")));
      sheets.writeList(book.newWorksheet(labels.text("sheet_list")));
      for (Table table : TABLES) {
        sheets.writeTable(table, book.newWorksheet(table.name()));
      }
      sheets.writeMeanings(book.newWorksheet(labels.text("sheet_columns")));
    }
    StableZip.undate(file);
  }

  private void writeCover(Worksheet sheet) throws IOException {
    Settings settings = contents.settings();
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of(labels.text("col_period"), periodWords()));
    lines.add(List.of(labels.text("edition"), edition));
    lines.add(List.of(labels.text("origin_as_of"), contents.asOf().toString()));
    lines.add(List.of(labels.text("origin_fingerprint"), contents.fingerprint()));
    lines.add(List.of(labels.text("origin_settings"), contents.settingsHash()));
    lines.add(List.of(labels.text("origin_reference"), contents.referenceHash()));
    lines.add(List.of(labels.text("origin_code"), contents.codeVersion()));
    lines.add(List.of(labels.text("notes_title"), labels.text("origin_note")));
    lines.add(List.of(labels.text("notes_title"), labels.text("sheet_empty")));
    settings.notes().forEach(note -> lines.add(List.of(labels.text("notes_title"), note)));
    title(sheet, settings.title());
    sheet.inlineString(1, 0, settings.subtitle());
    writeLines(sheet, lines, HEADER);
  }

  private void writeList(Worksheet sheet) throws IOException {
    title(sheet, labels.text("sheet_list"));
    sheet.inlineString(1, 0, labels.text("sheet_rest"));
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of(labels.text("sheet_name"), labels.text("sheet_row")));
    TABLES.forEach(table -> lines.add(List.of(table.name(), row(table))));
    lines.add(List.of(labels.text("sheet_columns"), labels.text("sheet_columns_told")));
    writeLines(sheet, lines, HEADER);
  }

  private void writeTable(Table table, Worksheet sheet) throws IOException {
    title(sheet, labels.text("file_" + table.name()) + ", " + periodWords());
    sheet.inlineString(1, 0, labels.text("sheet_row") + ": " + row(table));
    sheet.freezePane(0, HEADER + 1);
    XlsxFile.writeRows(TableFile.sorted(rows(table), table), table, sheet, HEADER);
  }

  private Dataset<Row> rows(Table table) {
    if (table.equals(Shorthand.LEAGUE)) {
      return Collected.ofPeriod(contents, contents.league())
          .where(
              Scorecards.PEER_GROUP
                  .col()
                  .equalTo(League.WHOLE_COUNTRY)
                  .and(League.LEAGUE.col().isin(Around.mainLeagues(contents))));
    }
    Dataset<Row> all =
        table.equals(Shorthand.SCORECARDS) ? contents.scorecards() : contents.reportCards();
    return Collected.ofPeriod(contents, all);
  }

  private void writeMeanings(Worksheet sheet) throws IOException {
    title(sheet, labels.text("sheet_columns_told"));
    sheet.inlineString(1, 0, labels.text("sheet_empty"));
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("table", "column", "type", "bahasa Indonesia", "English"));
    List<Table> tables = new ArrayList<>(TABLES);
    tables.add(Shorthand.MEASUREMENTS);
    for (Table table : tables) {
      for (Field field : table.fields()) {
        lines.add(
            List.of(
                table.name(),
                field.name(),
                field.type().simpleString(),
                Meanings.of(table, field),
                field.meaning()));
      }
    }
    writeLines(sheet, lines, HEADER);
  }

  private static void writeLines(Worksheet sheet, List<List<String>> lines, int first)
      throws IOException {
    for (int line = 0; line < lines.size(); line++) {
      for (int at = 0; at < lines.get(line).size(); at++) {
        sheet.inlineString(first + line, at, lines.get(line).get(at));
      }
    }
    sheet.width(0, 28);
    sheet.width(1, 60);
    sheet.finish();
  }

  private static void title(Worksheet sheet, String title) {
    sheet.inlineString(0, 0, title);
    sheet.style(0, 0).bold().fontSize(14).set();
  }

  private String row(Table table) {
    return labels.language().pick(Meanings.row(table), table.row());
  }

  private String periodWords() {
    return PeriodNames.words(contents.period().code(), labels.language());
  }
}
