package id.rapor.ingest;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.CheckedLines;
import id.rapor.table.Files;
import id.rapor.table.Provenance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts what became of the lines of each file. */
final class Accounts {
  private Accounts() {}

  /** One account for each of {@code files}, also for one without a line. */
  static List<Account> of(Dataset<Row> decided, Map<Arrival, Layout> files) {
    Column refused = when(size(CheckedLines.RULES.col()).gt(0), 1L).otherwise(0L);
    Map<Long, Row> counted = new HashMap<>();
    decided
        .groupBy(Provenance.DELIVERY.col())
        .agg(
            Files.LINES.is(count(lit(1))),
            Files.ACCEPTED.is(sum(CheckedLines.ACCEPTED.col())),
            Files.REFUSED.is(sum(refused)))
        .collectAsList()
        .forEach(row -> counted.put(row.getLong(0), row));
    return files.keySet().stream()
        .map(file -> account(file, Optional.ofNullable(counted.get(file.delivery()))))
        .toList();
  }

  private static Account account(Arrival file, Optional<Row> counted) {
    return new Account(
        file.source().name(),
        file.file(),
        file.feed().name(),
        file.contentHash(),
        file.bytes(),
        file.delivery(),
        counted.map(row -> row.getLong(1)).orElse(0L),
        counted.map(row -> row.getLong(2)).orElse(0L),
        counted.map(row -> row.getLong(3)).orElse(0L));
  }
}
