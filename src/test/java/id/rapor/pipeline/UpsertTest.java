package id.rapor.pipeline;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.TestSpark;
import id.rapor.table.Cases;
import id.rapor.table.CheckedLines;
import id.rapor.table.Measurements;
import id.rapor.table.Provenance;
import id.rapor.table.Scorecards;
import id.rapor.table.Table;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpsertTest {
  private static final Table TABLE = Cases.FEED.table();

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0} rows, of which {1} are replaced and {2} come")
  @CsvSource({"10, 0, 3", "10, 4, 3", "60000, 55000, 10"})
  void whatIsReplacedGoesAndWhatComesStaysOnce(long held, long replaced, long fresh) {
    Warehouse warehouse = new Warehouse(TestSpark.session(), folder);
    warehouse.upsert(TABLE, rows("first", held), "one");
    Dataset<Row> replacing =
        rows("second", replaced)
            .withColumn(CheckedLines.REPLACED.name(), Provenance.LINE.col().plus(lit(1L << 32)))
            .withColumn(Provenance.DELIVERY.name(), lit(2L));
    Dataset<Row> coming =
        rows("second", held + fresh)
            .where(Provenance.LINE.col().gt(held))
            .withColumn(Provenance.DELIVERY.name(), lit(2L));
    Dataset<Row> all = replacing.unionByName(coming);
    warehouse.upsert(TABLE, all, "two");
    warehouse.upsert(TABLE, all, "two");

    Dataset<Row> now = warehouse.read(TABLE);
    assertThat(now.count()).isEqualTo(held + fresh);
    assertThat(now.select(Cases.CASE_ID.col()).distinct().count()).isEqualTo(held + fresh);
    assertThat(now.where(Provenance.RUN_ID.col().equalTo("second")).count())
        .isEqualTo(replaced + fresh);
  }

  @Test
  void aPeriodMadeAnewBringsColumnsThatTheTableLacked() {
    Warehouse warehouse = new Warehouse(TestSpark.session(), folder);
    Table later =
        new Table(
            "scorecards",
            "one scorecard",
            List.of(Measurements.PERIOD),
            List.of(Measurements.PERIOD, Scorecards.CAP));
    Table before = new Table(later.name(), later.row(), later.key(), List.of(Measurements.PERIOD));
    warehouse.replace(
        before,
        warehouse.rows(before, List.of(RowFactory.create("2024"), RowFactory.create("2025"))));
    warehouse.replace(
        later,
        warehouse.rows(later, List.of(RowFactory.create("2025", 55.0))),
        Measurements.PERIOD,
        List.of("2025"));
    assertThat(warehouse.read(later).collectAsList())
        .containsExactlyInAnyOrder(
            RowFactory.create("2024", null), RowFactory.create("2025", 55.0));
  }

  /** Cases with numbers from 1, on the lines of those numbers of the first file. */
  private static Dataset<Row> rows(String run, long count) {
    return CheckedLines.accepted(Cases.FEED)
        .complete(
            TestSpark.session()
                .range(1, count + 1)
                .toDF(Provenance.LINE.name())
                .withColumn(Cases.CASE_ID.name(), Provenance.LINE.col().cast("string"))
                .withColumn(Provenance.DELIVERY.name(), lit(1L))
                .withColumn(Provenance.RUN_ID.name(), lit(run)));
  }
}
