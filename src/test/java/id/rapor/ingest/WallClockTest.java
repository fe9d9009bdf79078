package id.rapor.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.TestSpark;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class WallClockTest {
  /** Before 1970, around both changes of a clock, with a fraction, without a moment or a zone. */
  @Test
  void showsWhatSparkShows() {
    Dataset<Row> moments =
        TestSpark.session()
            .sql(
                "SELECT cast(moment AS timestamp) moment, zone FROM VALUES"
                    + " ('1969-12-31T23:59:59.999999Z'), ('2026-03-29T00:59:59Z'),"
                    + " ('2026-03-29T01:00:00Z'), ('2026-10-25T00:30:00.5Z'), ('1900-01-01T00:00:00Z'),"
                    + " (null) AS m(moment) CROSS JOIN VALUES"
                    + " ('Asia/Jakarta'), ('Asia/Jayapura'), ('Europe/Rome'), ('UTC'), (null) AS z(zone)");
    Column spark = from_utc_timestamp(col("moment"), col("zone"));
    assertThat(moments.count()).isEqualTo(30);
    assertThat(
            moments
                .where(LineFunctions.wallClock(col("moment"), col("zone")).eqNullSafe(spark))
                .count())
        .isEqualTo(30);
  }
}
