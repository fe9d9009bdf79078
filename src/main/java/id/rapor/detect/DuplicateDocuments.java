package id.rapor.detect;

import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.table.Cases;
import id.rapor.table.Documents;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * An agency that asks for a document twice, or for one that the published list does not name: the
 * share of its cases with documents, compared with other agencies' cases of the same service and
 * class: see {@link PeerShare}.
 */
final class DuplicateDocuments implements Detector {
  private static final Parameter LEAST = ShareRule.least(30, "cases with documents");
  private static final Parameter TIMES = ShareRule.times(2);
  private static final Parameter ABOVE = ShareRule.above(0.1);

  private static final Field ASKED =
      Field.required("asked", Field.WHOLE, "how often a document was asked for");
  private static final Field NAMES =
      Field.required("document_names", Field.TEXTS, "which documents, each once");

  private static final DetectorEntry ENTRY =
      new DetectorEntry(
          "duplicate_documents",
          2,
          new Words("Dokumen diminta berulang", "Documents asked for again"),
          new Words(
              "Apakah instansi ini meminta dokumen yang sama dua kali atau di luar daftar?",
              "Does this agency ask for the same document twice, or beyond the list?"),
          "procedure",
          "agency",
          "medium",
          ShareRule.told(
              "cases in which a document is asked for twice, or one beyond the published list,"),
          List.of(new Need(Documents.FEED.table(), Documents.DOCUMENT)),
          List.of(Screen.Q, TIMES, ABOVE, LEAST),
          List.of("P1", "P2"),
          List.of("S4", "S2"),
          List.of("system", "team"),
          List.of("document expired", "illegible scan", "list not up to date"),
          "Compare what was asked for in the cases listed with the published list.",
          "own; once-only principle");

  private static final ShareRule RULE =
      new ShareRule(
          ENTRY,
          LEAST,
          TIMES,
          ABOVE,
          new Words("berkas dengan dokumen", "cases with documents"),
          new Words(
              "meminta dokumen yang sama dua kali atau di luar daftar resmi",
              "asked for a document twice or for one beyond the published list"));

  @Override
  public DetectorEntry entry() {
    return ENTRY;
  }

  @Override
  public Dataset<Row> find(Scene scene) {
    Dataset<Row> asked =
        scene
            .table(Documents.FEED.table())
            .groupBy(Cases.AGENCY_ID.col(), Cases.CASE_ID.col())
            .agg(ASKED.is(count(lit(1))), NAMES.is(collect_set(Documents.DOCUMENT.col())));
    Column twice = ASKED.col().gt(size(NAMES.col()));
    Column beyond = size(array_except(NAMES.col(), JudgedCases.PUBLISHED_DOCUMENTS.col()));
    Dataset<Row> seen =
        scene
            .recentCases()
            .select(
                Measurements.PERIOD.col(),
                Cases.AGENCY_ID.col(),
                Cases.CASE_ID.col(),
                Cases.SERVICE_ID.col(),
                Cases.SERVICE_CLASS.col(),
                JudgedCases.PUBLISHED_DOCUMENTS.col())
            .join(asked, new String[] {Cases.AGENCY_ID.name(), Cases.CASE_ID.name()})
            .withColumn(ShareRule.HIT.name(), twice.or(coalesce(beyond.gt(0), lit(false))));
    return RULE.findings(scene, seen);
  }
}
