package id.rapor.reference;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.when;

import id.rapor.TestSpark;
import id.rapor.settings.Settings;
import id.rapor.table.Cases;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

/**
 * Measures how many cases are judged in a second, beside merely reading them; run by hand with
 * {@code -Dtest=JudgeBenchmark}, as its name keeps it out of the suite.
 */
class JudgeBenchmark {
  private static final int CASES = 1_000_000;
  private static final Column ORDINAL = functions.col("id");
  private static final long FIRST = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
  private static final int TWO_YEARS = 63_072_000;
  private static final int WEEK = 604_800;

  @Test
  void casesPerSecond() {
    Dataset<Row> cases = Cases.FEED.table().complete(made()).cache();
    Reference reference = Fixture.named("time").reference();
    for (String limit : new String[] {"65535", "8000", "65535", "8000"}) {
      TestSpark.session().conf().set("spark.sql.codegen.hugeMethodLimit", limit);
      tell("read, limit " + limit, System.nanoTime(), cases);
      long begun = System.nanoTime();
      Judged judged =
          Judge.judge(
              cases,
              Optional.empty(),
              Optional.empty(),
              reference,
              Settings.DEFAULTS,
              Instant.parse("2026-01-15T05:00:00Z"));
      tell("judged, limit " + limit, begun, judged.cases());
    }
    TestSpark.session().conf().unset("spark.sql.codegen.hugeMethodLimit");
    cases.unpersist();
  }

  private static void tell(String what, long begun, Dataset<Row> rows) {
    rows.write().format("noop").mode("overwrite").save();
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        java.util.Locale.ROOT, "%s: %.1f s, %.0f cases/s%n", what, seconds, CASES / seconds);
  }

  private static Dataset<Row> made() {
    Column start = lit(FIRST).plus(pmod(hash(ORDINAL), lit(TWO_YEARS)));
    return TestSpark.session()
        .range(0, CASES, 1, 4)
        .select(
            Cases.CASE_ID.is(concat(lit("case-"), ORDINAL)),
            Cases.AGENCY_ID.is(one("BANDUNG", "DENPASAR", "PAPUA", "RAMADAN")),
            Cases.OFFICE_ID.is(when(ORDINAL.mod(lit(7)).equalTo(lit(0)), lit("SIX-DAYS"))),
            Cases.SERVICE_ID.is(
                one("five-days", "one-day", "week", "four-hours", "ninety-minutes")),
            Cases.SUBMITTED_AT.is(timestamp_seconds(start)),
            Cases.CLOSED_AT.is(
                timestamp_seconds(start.plus(pmod(hash(ORDINAL, lit(1)), lit(WEEK))))),
            Cases.PAUSED_MINUTES.is(
                when(ORDINAL.mod(lit(10)).equalTo(lit(0)), pmod(hash(ORDINAL), lit(2000)))),
            Cases.FEE_PAID.is(lit(50_000)),
            Cases.STATUS.is(lit("completed")));
  }

  private static Column one(String... of) {
    Column all = array(Stream.of(of).map(functions::lit).toArray(Column[]::new));
    return get(
        all, pmod(hash(ORDINAL, lit(of.length)), lit(of.length)).cast(DataTypes.IntegerType));
  }
}
