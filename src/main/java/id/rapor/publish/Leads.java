package id.rapor.publish;

import id.rapor.table.Findings;
import id.rapor.table.Metrics;
import id.rapor.text.Language;
import id.rapor.text.Numbers;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * How many leads each detector found in the period, where they are many enough that none of them
 * points at anybody.
 */
record Leads(String name, String question, String count) {
  /** The least count that is published, inclusive. */
  static final long LEAST = 10;

  private static final int DETECTOR = 0;
  private static final int COUNT = 1;

  /** By name of the detector. A total is not given: it would tell the counts that are left out. */
  static List<Leads> of(Facts facts) {
    Labels labels = facts.labels();
    Map<String, Row> catalogue = new HashMap<>();
    for (Row row : facts.collected().detectors()) {
      catalogue.put(Cells.text(row, Metrics.CODE).orElseThrow(), row);
    }
    return facts.collected().leads().stream()
        .filter(row -> row.getLong(COUNT) >= LEAST)
        .map(row -> lead(row, catalogue, labels))
        .sorted(Comparator.comparing(Leads::name).thenComparing(Leads::count))
        .toList();
  }

  /** The detectors that found something, each with how many. */
  static List<Row> counted(Contents contents) {
    Dataset<Row> counts =
        Collected.ofPeriod(contents, contents.findings())
            .groupBy(Findings.DETECTOR.col())
            .agg(functions.count(functions.lit(1)));
    return Cells.collect(counts, "detectors");
  }

  private static Leads lead(Row counted, Map<String, Row> catalogue, Labels labels) {
    String code = counted.getString(DETECTOR);
    Optional<Row> entry = Optional.ofNullable(catalogue.get(code));
    Language language = labels.language();
    boolean indonesian = language == Language.INDONESIAN;
    return new Leads(
        entry.map(row -> Names.of(row, language, code)).orElse(code),
        entry
            .flatMap(row -> Cells.text(row, indonesian ? Metrics.QUESTION_ID : Metrics.QUESTION_EN))
            .orElse(""),
        Numbers.whole(counted.getLong(COUNT), language));
  }
}
