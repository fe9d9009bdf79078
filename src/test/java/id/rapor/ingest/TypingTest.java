package id.rapor.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.TestSpark;
import id.rapor.settings.ValueForm;
import id.rapor.settings.ValueForm.Letters;
import id.rapor.settings.ValueForm.Numbers;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Values as people write them. Expected values are what a reader of the text would say. */
class TypingTest {
  private static final String TEXT = "text";
  private static final Field MONEY = Cases.FEE_PAID;
  private static final Field MOMENT = Cases.SUBMITTED_AT;

  @Test
  void moneyAsIndonesiansWriteIt() {
    assertThat(read(MONEY, numbers(Numbers.INDONESIAN), "Rp1.350.000,00", "Rp 1.350.000,-"))
        .containsExactly("1350000.00", "1350000.00");
    assertThat(read(MONEY, numbers(Numbers.INDONESIAN), "1,35 juta", "350 rb", "2,5 M"))
        .containsExactly("1350000.00", "350000.00", null);
    assertThat(read(MONEY, numbers(Numbers.INDONESIAN), "(500)", "-Rp 500", "IDR 75000", "4,51"))
        .containsExactly("-500.00", "-500.00", "75000.00", "4.51");
  }

  @Test
  void badlyGroupedDigitsAreNoNumber() {
    assertThat(read(MONEY, numbers(Numbers.INDONESIAN), "1.35", "1.3500", "12,5,0", "abc", "Rp"))
        .containsOnlyNulls();
    assertThat(read(MONEY, numbers(Numbers.ENGLISH), "1,35", "1.350.000", "--5"))
        .containsOnlyNulls();
  }

  @Test
  void moneyAsOthersWriteIt() {
    assertThat(
            read(MONEY, numbers(Numbers.ENGLISH), "$1,350,000.00", "1.35 million", "(500)", "3 k"))
        .containsExactly("1350000.00", "1350000.00", "-500.00", "3000.00");
  }

  @Test
  void aPercentageIsAHundredthOfItsNumber() {
    Field share = Field.optional("share", Field.REAL, "a share");
    assertThat(read(share, numbers(Numbers.INDONESIAN), "45%", "12,5 %", "100%"))
        .containsExactly("0.45", "0.125", "1.0");
  }

  @Test
  void datesWithNamesOfMonthsInBothLanguages() {
    ValueForm form = times("d MMMM uuuu");
    assertThat(read(MOMENT, form, "17 Desember 2024", "1 AGUSTUS 2024", "5 mei 2024", "5 May 2024"))
        .containsExactly(
            "2024-12-16 17:00:00",
            "2024-07-31 17:00:00",
            "2024-05-04 17:00:00",
            "2024-05-04 17:00:00");
    assertThat(read(MOMENT, times("dd-MMM-uuuu"), "07-Okt-2024", "07-Agt-2024", "07-Maretan-2024"))
        .containsExactly("2024-10-06 17:00:00", "2024-08-06 17:00:00", null);
  }

  @Test
  void severalPatternsInOneColumn() {
    ValueForm form = times("dd/MM/uuuu HH:mm", "uuuu.MM.dd", "MM/dd/uuuu hh:mm a");
    assertThat(
            read(
                MOMENT,
                form,
                "31/12/2024 08:30",
                "2024.12.31",
                "12/31/2024 01:05 p.m.",
                "12/31/2024 01:05 AM",
                "31-12-2024"))
        .containsExactly(
            "2024-12-31 01:30:00",
            "2024-12-30 17:00:00",
            "2024-12-31 06:05:00",
            "2024-12-30 18:05:00",
            null);
  }

  @Test
  void secondsAndMillisecondsSince1970() {
    assertThat(read(MOMENT, times("epoch"), "1735689600", "1735689600.5", "1e9", "-1"))
        .containsExactly(
            "2025-01-01 00:00:00", "2025-01-01 00:00:00.5", null, "1969-12-31 23:59:59");
    assertThat(read(MOMENT, times("epoch_ms"), "1735689600250"))
        .containsExactly("2025-01-01 00:00:00.25");
  }

  @Test
  void aColumnsOwnZoneCountsBeforeTheRows() {
    ValueForm form =
        new ValueForm(
            List.of(), Numbers.PLAIN, Optional.of(ZoneId.of("Asia/Jayapura")), Letters.UPPER);
    assertThat(read(MOMENT, form, "2024-05-05T09:00", "2024-05-05T09:00+07:00"))
        .containsExactly("2024-05-05 00:00:00", "2024-05-05 02:00:00");
  }

  private static ValueForm numbers(Numbers numbers) {
    return new ValueForm(List.of(), numbers, Optional.empty(), Letters.AS_DELIVERED);
  }

  private static ValueForm times(String... patterns) {
    return new ValueForm(List.of(patterns), Numbers.PLAIN, Optional.empty(), Letters.AS_DELIVERED);
  }

  /** What the texts are read as, written by Spark; the row's zone is that of Jakarta. */
  private static List<String> read(Field field, ValueForm form, String... texts) {
    List<Row> rows = Arrays.stream(texts).map(text -> RowFactory.create(text)).toList();
    StructType schema = new StructType().add(TEXT, DataTypes.StringType);
    List<String> read = new ArrayList<>();
    TestSpark.session()
        .createDataFrame(rows, schema)
        .coalesce(1)
        .select(
            Typing.value(field, functions.col(TEXT), form, functions.lit("Asia/Jakarta"))
                .cast(DataTypes.StringType))
        .collectAsList()
        .forEach(row -> read.add(row.getString(0)));
    return read;
  }
}
