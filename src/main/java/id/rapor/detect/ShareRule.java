package id.rapor.detect;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.detect.PeerShare.Tally;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.text.Language;
import id.rapor.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the detectors have in common that hold a share of an agency's rows against its peers': see
 * {@link PeerShare}. One fires at a false discovery rate within q, at so many times the expected
 * share and so far above it, over so many rows at least; all inclusive.
 *
 * @param least how many rows an agency must have
 * @param times the expected share
 * @param above the expected share
 * @param rows what the rows are
 * @param marked what those with the mark did
 */
record ShareRule(
    DetectorEntry entry,
    Parameter least,
    Parameter times,
    Parameter above,
    Words rows,
    Words marked) {

  /** Marks a row; empty counts as without. */
  static final Field HIT = Field.required("hit", Field.TRUTH, "it has the mark");

  /** Rows of one stratum are alike but for the agency. */
  static final Field STRATUM = Field.required("stratum", Field.TEXT, "what it is compared within");

  /** How likely a row has the mark at least, by other means than peers. */
  static final Field FLOOR = Field.required("floor", Field.REAL, "chance of the mark, at least");

  /** What a row with the mark is about, where that is money. */
  static final Field AMOUNT = Field.optional("marked_amount", Field.MONEY, "money of the row");

  /** An agency with so small a chance is nobody's peer, whether or not it is found in the end. */
  private static final double ODD = 0.01;

  /** If more than this share of the agencies is odd, none is: they differ that much. */
  private static final double MOST_ODD = 0.25;

  private static final Field HITS = Field.required("hits", Field.WHOLE, "rows with the mark");

  static Parameter least(double published, String meaning) {
    return new Parameter("least", published, meaning + " in six months, inclusive", "domain notes");
  }

  static Parameter times(double published) {
    return new Parameter(
        "times_expected", published, "times the expected share, inclusive", "own: worth a look");
  }

  static Parameter above(double published) {
    return new Parameter(
        "share_above", published, "share above the expected one, inclusive", "own: worth a look");
  }

  /** The rule in words, with its parameters in braces. */
  static String told(String what) {
    return what
        + " at q <= {q} beside peers, >= {times_expected} times and >= {share_above} above the share"
        + " to be expected, of at least {least} (all inclusive); six months";
  }

  /**
   * The findings.
   *
   * @param seen one row for each thing counted, with agency_id, its own month in {@code period},
   *     {@link #HIT} and case_id; with {@link #STRATUM}, else service and class are it; with {@link
   *     #FLOOR}, else it is 0; with {@link #AMOUNT} where money is at stake
   */
  Dataset<Row> findings(Scene scene, Dataset<Row> seen) {
    Dataset<Row> rows = complete(scene.within(seen));
    // Sums travel to the periods that look back on them, not rows.
    return findings(scene, sums(scene.trailing(counts(rows))), scene.trailing(marked(rows)));
  }

  /**
   * The same where the mark of a row depends on the window: one row for each period that looks back
   * on it, with that period in {@code period}.
   */
  Dataset<Row> findingsOf(Scene scene, Dataset<Row> looked) {
    Dataset<Row> rows = complete(looked);
    return findings(scene, counts(rows), marked(rows));
  }

  private Dataset<Row> findings(Scene scene, Dataset<Row> sums, Dataset<Row> marked) {
    return Screen.findingsOf(
        tested(scene, sums),
        entry,
        scene,
        new Screen.Kind(Subject.AGENCY, Cases.CASE_ID.col()),
        marked);
  }

  private static Dataset<Row> marked(Dataset<Row> rows) {
    return rows.where(HIT.col()).where(Cases.CASE_ID.col().isNotNull());
  }

  private static Dataset<Row> complete(Dataset<Row> seen) {
    List<String> present = List.of(seen.columns());
    Dataset<Row> placed =
        present.contains(STRATUM.name()) ? seen : seen.withColumn(STRATUM.name(), Kinds.like());
    Dataset<Row> bounded =
        present.contains(FLOOR.name()) ? placed : placed.withColumn(FLOOR.name(), lit(0.0));
    return present.contains(AMOUNT.name())
        ? bounded
        : bounded.withColumn(AMOUNT.name(), AMOUNT.missing());
  }

  private static Dataset<Row> counts(Dataset<Row> rows) {
    return rows.groupBy(Measurements.PERIOD.col(), Cases.AGENCY_ID.col(), STRATUM.col())
        .agg(
            Measurements.N.is(count(lit(1))),
            HITS.is(count(when(HIT.col(), 1))),
            FLOOR.is(sum(FLOOR.col())),
            AMOUNT.is(sum(when(HIT.col(), AMOUNT.col()))));
  }

  private static Dataset<Row> sums(Dataset<Row> counts) {
    return counts
        .groupBy(Measurements.PERIOD.col(), Cases.AGENCY_ID.col(), STRATUM.col())
        .agg(
            Measurements.N.is(sum(Measurements.N.col())),
            HITS.is(sum(HITS.col())),
            FLOOR.is(sum(FLOOR.col())),
            AMOUNT.is(sum(AMOUNT.col())));
  }

  private List<Tested> tested(Scene scene, Dataset<Row> sums) {
    List<Tested> tested = new ArrayList<>();
    Screen.collected(sums, entry).stream()
        .map(ShareRule::tally)
        .sorted(Comparator.comparing(Tally::stratum))
        .collect(groupingBy(one -> one.subject().period(), TreeMap::new, toList()))
        .values()
        .forEach(period -> tested.addAll(tested(new PeerGroup(period), scene)));
    return tested;
  }

  /** Every agency, beside peers of whom none stands out itself. */
  private List<Tested> tested(PeerGroup group, Scene scene) {
    List<Tested> tested = compared(group, scene);
    List<Subject> odd = odd(tested);
    while (odd.size() <= group.size() * MOST_ODD && group.setAside(odd)) {
      tested = compared(group, scene);
      odd = odd(tested);
    }
    return tested;
  }

  private static List<Subject> odd(List<Tested> tested) {
    return tested.stream()
        .filter(one -> one.isLarge() && one.p() <= ODD)
        .map(Tested::subject)
        .toList();
  }

  private static Tally tally(Row row) {
    return new Tally(
        Subject.agency(row),
        Subject.text(row, STRATUM),
        Subject.whole(row, Measurements.N),
        Subject.whole(row, HITS),
        Subject.real(row, FLOOR),
        row.getAs(AMOUNT.name()));
  }

  private List<Tested> compared(PeerGroup group, Scene scene) {
    double fewest = scene.value(entry, least);
    double enough = scene.value(entry, times);
    double farther = scene.value(entry, above);
    return group.shares().stream()
        .filter(one -> one.n() >= fewest && (one.peers() > 0 || one.expected() > 0))
        .map(one -> tested(one, group.chance(one), enough, farther))
        .toList();
  }

  private Tested tested(PeerShare one, double chance, double enough, double farther) {
    double expected = one.expectedShare();
    boolean isLarge = one.share() >= enough * expected && one.share() >= expected + farther;
    return new Tested(
        one.subject(),
        one.share(),
        expected,
        one.hits() / one.expected(),
        one.n(),
        chance,
        isLarge,
        words(one),
        one.amount());
  }

  Words words(PeerShare one) {
    return new Words(
        "Dari "
            + Numbers.whole(one.n(), Language.INDONESIAN)
            + " "
            + rows.id()
            + ", "
            + Numbers.percent(one.share(), 1, Language.INDONESIAN)
            + " "
            + marked.id()
            + (one.isByFloor()
                ? "; menurut perhitungan, tanpa melihat lembaga lain, diperkirakan "
                : "; menurut lembaga lain diperkirakan ")
            + Numbers.percent(one.expectedShare(), 1, Language.INDONESIAN)
            + ".",
        "Of "
            + Numbers.whole(one.n(), Language.ENGLISH)
            + " "
            + rows.en()
            + ", "
            + Numbers.percent(one.share(), 1, Language.ENGLISH)
            + " "
            + marked.en()
            + (one.isByFloor()
                ? "; by calculation, whatever other agencies do, "
                : "; judged by other agencies ")
            + Numbers.percent(one.expectedShare(), 1, Language.ENGLISH)
            + " were to be expected.");
  }
}
