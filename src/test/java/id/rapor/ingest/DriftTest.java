package id.rapor.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.TestSpark;
import id.rapor.table.Drifts;
import id.rapor.table.Profiles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** Each kind of drift, at its threshold and just beyond it. */
class DriftTest {
  private static final List<String> NONE = List.of();

  private final List<Row> profiles = new ArrayList<>();

  @Test
  void aColumnThatVanishesOrAppearsIsTold() {
    columns("cases-2026-01.csv", "a", "b");
    columns("cases-2026-02.csv", "b", "a");
    columns("cases-2026-03.csv", "a", "c");
    columns("other-2026-03.csv", "z");
    columns("other-2026-04.csv");
    assertThat(found())
        .containsExactlyInAnyOrder(
            "3 b column_vanished there > absent", "3 c column_appeared absent > there");
  }

  @Test
  void theSentenceIsInBothLanguages() {
    columns("cases-2026-01.csv", "a");
    columns("cases-2026-02.csv", "b");
    Row vanished = drifts().where("kind = 'column_vanished'").head();
    assertThat(vanished.<String>getAs(Drifts.SENTENCE_EN.name()))
        .isEqualTo("Column a, which the file before had, is gone.");
    assertThat(vanished.<String>getAs(Drifts.SENTENCE_ID.name()))
        .isEqualTo("Kolom a, yang ada di berkas sebelumnya, tidak ada lagi.");
  }

  @Test
  void aFallBelowHalfOfTheMedianIsTold() {
    lines("half-", 100, 120, 110, 55);
    lines("below-", 100, 120, 110, 54);
    lines("two-before-", 100, 120, 10);
    lines("as-little-before-", 10, 100, 120, 10);
    lines("a-year-ago-", 9, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 10);
    assertThat(found())
        .containsExactlyInAnyOrder("8 * volume_fell 110 > 54", "29 * volume_fell 100 > 10");
  }

  @Test
  void aColumnWhoseValuesAreOfAnotherTypeIsTold() {
    types("half-", "95:5", "10:10");
    types("below-", "95:5", "9:11");
    types("never-good-", "94:6", "9:11");
    types("few-now-", "95:5", "0:19");
    types("few-before-", "19:0", "0:20");
    types("all-wrong-", "20:0", "0:20");
    assertThat(found())
        .containsExactlyInAnyOrder(
            "4 visits type_changed 95 % > 45 %", "12 visits type_changed 100 % > 0 %");
  }

  @Test
  void aCodeThatTheSourceNeverHadIsTold() {
    codes("north-2026-01.csv", "channel=counter", "channel=online");
    codes("south-2026-01.csv", "channel=post");
    codes("north-2026-02.csv", "channel=counter", "channel=post", "status=pending");
    codes("south-2026-02.csv", "channel=fax", "channel=a=b", "status=pending");
    assertThat(found()).containsExactly("4 channel new_code 3 > a=b, fax");
  }

  @Test
  void manyNewCodesAreCounted() {
    codes("n-2026-01.csv", "channel=x");
    codes(
        "n-2026-02.csv",
        IntStream.rangeClosed(1, 7).mapToObj(code -> "channel=c" + code).toArray(String[]::new));
    assertThat(found()).containsExactly("2 channel new_code 1 > c1, c2, c3, c4, c5, +2");
  }

  private void columns(String file, String... columns) {
    add(file, 1, List.of(columns), NONE, NONE, NONE);
  }

  private void codes(String file, String... codes) {
    add(file, 1, NONE, NONE, NONE, List.of(codes));
  }

  private void lines(String series, int... counts) {
    for (int month = 0; month < counts.length; month++) {
      add(named(series, month), counts[month], NONE, NONE, NONE, NONE);
    }
  }

  /** One file for each count of right and wrong values. */
  private void types(String series, String... counts) {
    for (int month = 0; month < counts.length; month++) {
      String[] parts = counts[month].split(":");
      add(
          named(series, month),
          1,
          NONE,
          List.of("visits=" + parts[0], "returns=100"),
          List.of("visits=" + parts[1]),
          NONE);
    }
  }

  private static String named(String series, int month) {
    return "%s%d-%02d.csv".formatted(series, 2025 + month / 12, month % 12 + 1);
  }

  private void add(
      String file,
      long lines,
      List<String> columns,
      List<String> filled,
      List<String> wrong,
      List<String> codes) {
    profiles.add(
        RowFactory.create(
            profiles.size() + 1L,
            "source",
            file,
            "cases",
            lines,
            columns.toArray(String[]::new),
            filled.toArray(String[]::new),
            wrong.toArray(String[]::new),
            codes.toArray(String[]::new),
            "run"));
  }

  private org.apache.spark.sql.Dataset<Row> drifts() {
    return Drift.find(
        TestSpark.session().createDataFrame(profiles, Profiles.TABLE.schema()).repartition(3));
  }

  private List<String> found() {
    return drifts().collectAsList().stream()
        .map(
            row ->
                row.getAs("delivery")
                    + " "
                    + row.getAs("column")
                    + " "
                    + row.getAs("kind")
                    + " "
                    + row.getAs("before")
                    + " > "
                    + row.getAs("now"))
        .toList();
  }
}
