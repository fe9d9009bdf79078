package id.rapor.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rapor.TestSpark;
import id.rapor.settings.UserError;
import id.rapor.table.Field;
import id.rapor.table.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One table with every type of column as CSV, Parquet and XLSX, read back by other readers. */
class TableFileTest {
  private static final Field ID = Field.required("id", Field.TEXT, "key");
  private static final Field NOTE = Field.optional("note", Field.TEXT, "any text");
  private static final Field DAY = Field.optional("day", Field.DAY, "a day");
  private static final Field TIME = Field.optional("time", Field.TIME, "a moment");
  private static final Field WHOLE = Field.optional("whole", Field.WHOLE, "a whole number");
  private static final Field REAL = Field.optional("real", Field.REAL, "a real number");
  private static final Field TRUTH = Field.optional("truth", Field.TRUTH, "true or false");
  private static final Field MONEY = Field.optional("money", Field.MONEY, "rupiah");
  private static final Field TEXTS = Field.optional("texts", Field.TEXTS, "a list");
  private static final Table TABLE =
      new Table(
          "everything",
          "one of each",
          List.of(ID),
          List.of(ID, NOTE, DAY, TIME, WHOLE, REAL, TRUTH, MONEY, TEXTS));

  private static final Row FULL =
      RowFactory.create(
          "b",
          "Dinas \"Satu\", Bandung\nlantai 2",
          Date.valueOf(LocalDate.of(2024, 12, 17)),
          Timestamp.from(Instant.parse("2024-12-16T18:05:00.120Z")),
          -12L,
          -0.000001,
          true,
          new BigDecimal("-1350000.50"),
          List.of("x", "y"));
  private static final Row EMPTY =
      RowFactory.create("a", null, null, null, null, null, null, null, null);
  private static final Row FORMULA =
      RowFactory.create(
          "-12",
          "=HYPERLINK(\"x\")",
          null,
          null,
          9_007_199_254_740_993L,
          2e22,
          false,
          null,
          List.of());

  @TempDir Path folder;

  @Test
  void csv() throws IOException {
    Path file = folder.resolve("new/folder/all.csv");
    TableFile.write(rows(FULL, EMPTY, FORMULA), TABLE, file);
    assertThat(Files.readString(file, UTF_8))
        .isEqualTo(
            "id,note,day,time,whole,real,truth,money,texts\n"
                + "'-12,\"'=HYPERLINK(\"\"x\"\")\",,,9007199254740993,"
                + "20000000000000000000000.0,false,,\"\"\n"
                + "a,,,,,,,,\n"
                + "b,\"Dinas \"\"Satu\"\", Bandung\nlantai 2\",2024-12-17,"
                + "2024-12-16T18:05:00.120Z,-12,-0.000001,true,-1350000.50,x;y\n");
  }

  @Test
  void everyFormulaStartIsNeutralised() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String start : List.of("=", "+", "-", "@", "\t", "\r")) {
      rows.add(
          RowFactory.create(
              "k" + rows.size(), start + "1", null, null, null, null, null, null, null));
    }
    Path file = folder.resolve("all.csv");
    TableFile.write(rows(rows.toArray(Row[]::new)), TABLE, file);
    assertThat(Files.readString(file))
        .contains("k0,'=1,", "k1,'+1,", "k2,'-1,", "k3,'@1,", "k4,'\t1,", "k5,\"'\r1\",");
  }

  @Test
  void sparkReadsTheCsvBack() {
    Path file = folder.resolve("all.csv");
    TableFile.write(rows(FULL, EMPTY), TABLE, file);
    List<Row> read =
        TestSpark.session()
            .read()
            .option("header", true)
            .option("multiLine", true)
            .option("escape", "\"")
            .csv(file.toString())
            .collectAsList();
    assertThat(read).hasSize(2);
    assertThat(read.get(0).isNullAt(1)).isTrue();
    assertThat(read.get(1).getString(1)).isEqualTo(FULL.getString(1));
    assertThat(read.get(1).getString(8)).isEqualTo("x;y");
  }

  @Test
  void sparkReadsTheParquetBackWithTypesAndMeanings() {
    Path file = folder.resolve("all.parquet");
    TableFile.write(rows(FORMULA, FULL, EMPTY), TABLE, file);
    Dataset<Row> read = TestSpark.session().read().parquet(file.toString());
    assertThat(read.schema().simpleString()).isEqualTo(TABLE.schema().simpleString());
    assertThat(read.schema().apply("money").getComment().get()).isEqualTo("rupiah");
    assertThat(read.orderBy(ID.col()).collectAsList())
        .isEqualTo(rows(FORMULA, EMPTY, FULL).collectAsList());
  }

  @Test
  void theWorkbookHoldsRealNumbersAndPlainTexts() throws IOException {
    Path file = folder.resolve("all.xlsx");
    TableFile.write(rows(FULL, EMPTY, FORMULA), TABLE, file);
    List<List<String>> cells = WorkbookCells.of(file, 1);
    assertThat(cells.get(0))
        .containsExactly(
            "A1 id",
            "B1 note",
            "C1 day",
            "D1 time",
            "E1 whole",
            "F1 real",
            "G1 truth",
            "H1 money",
            "I1 texts");
    assertThat(cells.get(1))
        .containsExactly(
            "A2 -12",
            "B2 =HYPERLINK(\"x\")",
            "E2 9007199254740993",
            "F2 number 2.0E22",
            "G2 truth 0",
            "I2 ");
    assertThat(cells.get(2)).containsExactly("A3 a");
    // 2024-12-17 is day 45643 of the 1900 system; 18:05:00.120 is 0.753473611... of a day.
    assertThat(cells.get(3))
        .startsWith("A4 b", "B4 Dinas \"Satu\", Bandung\nlantai 2", "C4 number 45643.0")
        .contains("E4 number -12", "F4 number -1.0E-6", "H4 number -1350000.50", "I4 x;y");
    assertThat(Double.parseDouble(cells.get(3).get(3).substring("D4 number ".length())))
        .isBetween(45642.7534735, 45642.7534737);
    assertThat(WorkbookCells.of(file, 2).get(1)).containsExactly("A2 id", "B2 string", "C2 key");
  }

  @Test
  void everyEndingGivesTheSameBytesWhateverThePartitions() throws IOException {
    List<Row> many = new ArrayList<>();
    for (int at = 0; at < 500; at++) {
      many.add(
          RowFactory.create(
              "k" + at % 250, "n" + at, null, null, (long) at, at / 7.0, null, null, null));
    }
    Dataset<Row> straight = rows(many.toArray(Row[]::new));
    Collections.reverse(many);
    Dataset<Row> shuffled = rows(many.toArray(Row[]::new)).repartition(7);
    for (String ending : List.of(".csv", ".parquet", ".xlsx")) {
      Path one = folder.resolve("one" + ending);
      Path other = folder.resolve("other" + ending);
      TableFile.write(straight, TABLE, one);
      TableFile.write(shuffled, TABLE, other);
      assertThat(other).as(ending).hasSameBinaryContentAs(one);
    }
  }

  @Test
  void moreRowsThanASheetHoldsAreRefusedAndLeaveNothing() throws IOException {
    List<Row> three = List.of(EMPTY, EMPTY, EMPTY);
    Path fits = folder.resolve("fits.xlsx");
    XlsxFile.write(three.iterator(), TABLE, fits, 4);
    assertThat(WorkbookCells.of(fits, 1)).hasSize(4);
    Path file = folder.resolve("most.xlsx");
    assertThatThrownBy(
            () -> SafeFile.write(file, part -> XlsxFile.write(three.iterator(), TABLE, part, 3)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("at most 3")
        .hasMessageContaining(".csv");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(fits);
    }
    assertThat(XlsxFile.MOST_ROWS).isEqualTo(1 << 20);
  }

  @Test
  void anUnknownEndingIsRefused() {
    assertThatThrownBy(() -> TableFile.write(rows(EMPTY), TABLE, folder.resolve("all.ods")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("all.ods")
        .hasMessageContaining(".csv, .parquet or .xlsx");
  }

  @Test
  void parquetListsEncodingsInTheOrderOfTheFormat() throws IOException {
    Path file = folder.resolve("settled.parquet");
    TableFile.write(rows(FULL, EMPTY), TABLE, file);
    byte[] bytes = Files.readAllBytes(file);
    int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 8);
    FileMetaData footer =
        Util.readFileMetaData(new ByteArrayInputStream(bytes, bytes.length - 8 - length, length));
    assertThat(footer.getRow_groups().get(0).getColumns())
        .hasSize(TABLE.fields().size())
        .allSatisfy(
            column ->
                assertThat(column.getMeta_data().getEncodings())
                    .isSortedAccordingTo(Comparator.comparingInt(Encoding::getValue)));
  }

  @Test
  void aTargetThatCannotBeWrittenIsRefused() throws IOException {
    Path file = folder.resolve("file");
    Files.writeString(file, "in the way");
    assertThatThrownBy(() -> TableFile.write(rows(EMPTY), TABLE, file.resolve("all.csv")))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot write");
  }

  private static Dataset<Row> rows(Row... rows) {
    return TestSpark.session().createDataFrame(List.of(rows), TABLE.schema());
  }
}
