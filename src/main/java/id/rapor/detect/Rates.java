package id.rapor.detect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.settings.UserError;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Findings;
import id.rapor.table.Measurements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Agencies at which something is seen far more often than at others, over the trailing six months,
 * as findings about agencies. What is counted is small (agency x service x class x month) and
 * compared on the driver: see {@link Compared}.
 */
final class Rates {
  static final Parameter Q =
      new Parameter("q", 0.05, "false discovery rate, inclusive", "Benjamini and Hochberg, 1995");
  static final Parameter TIMES =
      new Parameter(
          "times_expected", 2, "times what peers let expect, inclusive", "own: twice as often");

  /** Whether it is seen at the row. */
  static final Field MARKED =
      Field.required("marked", Field.TRUTH, "whether what is sought is seen at it");

  private static final Field SEEN = Field.required("seen_at", Field.WHOLE, "rows at which it is");
  private static final int MOST_ROWS = 2_000_000;

  private Rates() {}

  /** Agencies with fewer rows are not tested. */
  static Parameter least(double n) {
    return new Parameter("least_n", n, "rows that an agency must have, inclusive", "own");
  }

  /** What a detector of this kind may be told by settings. */
  static List<Parameter> parameters(double least) {
    return List.of(Q, TIMES, least(least));
  }

  /**
   * The agencies of {@code seen} that stand out, as findings.
   *
   * @param seen rows with their own month in {@code period}, agency_id, service_id, service_class,
   *     case_id and {@link #MARKED}
   * @param what the end of the sentence "share of n ... ": what is seen, with its subject
   */
  static Dataset<Row> findings(Dataset<Row> seen, Scene scene, DetectorEntry entry, Words what) {
    Dataset<Row> within = scene.within(seen);
    Dataset<Row> found = standingOut(within, scene, entry);
    List<Field> agency = List.of(Cases.AGENCY_ID);
    Dataset<Row> marked = scene.trailing(within.where(MARKED.col()));
    return Finding.ofEntities(
        Finding.withCases(found, marked, agency, lit(0))
            .withColumn(
                Findings.SENTENCE_ID.name(),
                Phrases.sentence(
                    "Pada instansi ",
                    Cases.AGENCY_ID.col(),
                    ", ",
                    Phrases.indonesian(percent(Findings.VALUE), 1),
                    " persen dari ",
                    Measurements.N.col(),
                    " " + what.id() + "; pada yang sejenis di instansi lain ",
                    Phrases.indonesian(percent(Findings.BASELINE), 1),
                    " persen.",
                    Phrases.LEAD_ID))
            .withColumn(
                Findings.SENTENCE_EN.name(),
                Phrases.sentence(
                    "At agency ",
                    Cases.AGENCY_ID.col(),
                    " ",
                    Phrases.english(percent(Findings.VALUE), 1),
                    " percent of ",
                    Measurements.N.col(),
                    " " + what.en() + "; of the like at other agencies it is ",
                    Phrases.english(percent(Findings.BASELINE), 1),
                    " percent.",
                    Phrases.LEAD_EN)),
        entry,
        scene,
        agency);
  }

  private static Column percent(Field share) {
    return share.col().multiply(100);
  }

  private static Dataset<Row> standingOut(Dataset<Row> within, Scene scene, DetectorEntry entry) {
    Map<String, Compared> periods = new TreeMap<>();
    for (Row row : counts(within, scene)) {
      periods
          .computeIfAbsent(row.getString(0), any -> new Compared())
          .add(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4));
    }
    long least = (long) scene.value(entry, least(0));
    double q = scene.value(entry, Q);
    double times = scene.value(entry, TIMES);
    List<Row> rows = new ArrayList<>();
    periods.forEach(
        (period, compared) -> {
          List<Compared.Agency> tested = compared.tested(least);
          tested.stream()
              .filter(agency -> agency.q() <= q && agency.ratio() >= times)
              .forEach(agency -> rows.add(row(period, agency, tested.size())));
        });
    return scene.spark().createDataFrame(rows, schema());
  }

  private static List<Row> counts(Dataset<Row> within, Scene scene) {
    Column kind =
        Phrases.sentence(
            coalesce(Cases.SERVICE_ID.col(), lit("")),
            "\u001f",
            coalesce(Cases.SERVICE_CLASS.col(), lit("")));
    Column[] by = {
      Measurements.PERIOD.col(), Cases.AGENCY_ID.col(), kind.as(Cases.SERVICE_ID.name())
    };
    Dataset<Row> months =
        within.groupBy(by).agg(Measurements.N.is(count(lit(1))), SEEN.is(count_if(MARKED.col())));
    List<Row> rows =
        scene
            .trailing(months)
            .groupBy(Measurements.PERIOD.col(), Cases.AGENCY_ID.col(), Cases.SERVICE_ID.col())
            .agg(Measurements.N.is(sum(Measurements.N.col())), SEEN.is(sum(SEEN.col())))
            .limit(MOST_ROWS + 1)
            .collectAsList();
    if (rows.size() > MOST_ROWS) {
      throw new UserError(
          "Cannot compare agencies: there are more than "
              + MOST_ROWS
              + " agencies by service and month, expected fewer; ask for one period with --period.");
    }
    return rows;
  }

  private static Row row(String period, Compared.Agency agency, long tests) {
    return RowFactory.create(
        period,
        agency.id(),
        agency.share(),
        agency.expectedShare(),
        agency.ratio(),
        agency.n(),
        agency.p(),
        agency.q(),
        tests);
  }

  private static StructType schema() {
    StructType schema = new StructType();
    for (Field field :
        List.of(
            Measurements.PERIOD,
            Cases.AGENCY_ID,
            Findings.VALUE,
            Findings.BASELINE,
            Findings.EFFECT,
            Measurements.N,
            Findings.P_VALUE,
            Findings.Q_VALUE,
            Findings.TESTS)) {
      schema = schema.add(field.name(), field.type());
    }
    return schema;
  }
}
