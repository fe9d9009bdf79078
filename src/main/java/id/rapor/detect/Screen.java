package id.rapor.detect;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import id.rapor.settings.UserError;
import id.rapor.stats.BenjaminiHochberg;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Findings;
import id.rapor.table.Measurements;
import id.rapor.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Picks the leads among subjects that were tested: those with an effect that matters and a false
 * discovery rate within the detector's, over all subjects of a period (Benjamini and Hochberg,
 * 1995).
 */
final class Screen {
  /** Every detector of this kind has it. */
  static final Parameter Q =
      new Parameter("q", 0.05, "false discovery rate, inclusive", "Benjamini and Hochberg, 1995");

  /** So many rows fit into the memory of the program that runs the job. */
  private static final int MOST_ROWS = 4_000_000;

  private static final Table FOUND =
      new Table(
          "found",
          "one subject found",
          List.of(),
          List.of(
              Measurements.PERIOD,
              Cases.AGENCY_ID,
              Cases.OFFICER_ID,
              Cases.APPLICANT_ID,
              Findings.VALUE,
              Findings.BASELINE,
              Findings.EFFECT,
              Measurements.N,
              Findings.P_VALUE,
              Findings.Q_VALUE,
              Findings.TESTS,
              Findings.AMOUNT_AT_RISK,
              Findings.SENTENCE_ID,
              Findings.SENTENCE_EN));

  private Screen() {}

  /**
   * {@code rows} at hand, one for each subject and stratum.
   *
   * @throws UserError if they are too many
   */
  static List<Row> collected(Dataset<Row> rows, DetectorEntry entry) {
    List<Row> collected = rows.limit(MOST_ROWS + 1).collectAsList();
    if (collected.size() > MOST_ROWS) {
      throw new UserError(
          "Cannot run "
              + entry.code()
              + ": it has more than "
              + MOST_ROWS
              + " subjects and strata, expected fewer; run fewer months at once (--period).");
    }
    return collected;
  }

  /**
   * The findings among {@code tested}, which must hold every subject tested.
   *
   * @param cases the cases that speak for them, with the subject's columns, their own month in
   *     {@code period} and {@code case_id}
   * @param kind what the subjects are
   */
  static Dataset<Row> findings(
      List<Tested> tested, DetectorEntry entry, Scene scene, Kind kind, Dataset<Row> cases) {
    return findingsOf(tested, entry, scene, kind, scene.trailing(cases));
  }

  /** The same with cases that already bear the period of which they speak in {@code period}. */
  static Dataset<Row> findingsOf(
      List<Tested> tested, DetectorEntry entry, Scene scene, Kind kind, Dataset<Row> looked) {
    List<Row> rows = rows(tested, scene.value(entry, Q));
    Dataset<Row> found = scene.spark().createDataFrame(rows, FOUND.schema());
    if (rows.isEmpty()) {
      return Finding.ofEntities(
          found.withColumn(Findings.CASE_IDS.name(), Findings.CASE_IDS.missing()),
          entry,
          scene,
          kind.subject());
    }
    return Finding.ofEntities(
        Finding.withCases(found, looked, kind.subject(), kind.first()),
        entry,
        scene,
        kind.subject());
  }

  /**
   * What the findings are about.
   *
   * @param subject the columns that tell one from another
   * @param first orders its cases
   */
  record Kind(List<Field> subject, Column first) {}

  private static List<Row> rows(List<Tested> tested, double level) {
    List<Row> rows = new ArrayList<>();
    tested.stream()
        .collect(groupingBy(one -> one.subject().period(), TreeMap::new, toList()))
        .values()
        .forEach(
            family -> {
              double[] p = family.stream().mapToDouble(Tested::p).toArray();
              double[] q = BenjaminiHochberg.qValues(p, p.length);
              for (int i = 0; i < q.length; i++) {
                if (q[i] <= level && family.get(i).isLarge()) {
                  rows.add(row(family.get(i), q[i], p.length));
                }
              }
            });
    return rows;
  }

  private static Row row(Tested one, double q, long tests) {
    return RowFactory.create(
        one.subject().period(),
        one.subject().agencyId(),
        one.subject().officerId(),
        one.subject().applicantId(),
        one.value(),
        one.baseline(),
        one.effect(),
        one.n(),
        one.p(),
        q,
        tests,
        one.amount(),
        one.words().id() + Phrases.LEAD_ID,
        one.words().en() + Phrases.LEAD_EN);
  }
}
