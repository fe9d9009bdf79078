package id.rapor.publish;

import id.rapor.settings.Aggregation;
import id.rapor.settings.Period;
import id.rapor.table.Files;
import id.rapor.table.Provenance;
import id.rapor.text.PeriodNames;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The page about how an edition was made.
 *
 * @param steps from rows to ranks
 * @param inputs the files that it was made of, by source and name
 * @param more about those that are not listed
 */
record MethodsPage(
    String name,
    String fingerprint,
    String settingsHash,
    String referenceHash,
    String codeVersion,
    List<Step> steps,
    List<Input> inputs,
    String more) {
  /** The file of the page, without the ending. */
  static final String FILE = "methods";

  private static final int LISTED = 500;
  private static final Column[] INPUT = {
    Provenance.SOURCE.col(), Provenance.FILE.col(), Files.CONTENT_HASH.col()
  };

  private static final List<String> STEPS =
      List.of(
          "value",
          "adjusted",
          "score",
          "cap",
          "rank",
          "funnel",
          "chart",
          "missing",
          "secrecy",
          "leads");

  MethodsPage {
    steps = List.copyOf(steps);
    inputs = List.copyOf(inputs);
  }

  /** How one thing is made. */
  record Step(String title, String text) {}

  /** One file, with the SHA-256 of its bytes. */
  record Input(String source, String file, String hash) {}

  /** The page in the language of {@code labels}. */
  static MethodsPage of(Contents contents, Labels labels) {
    Dataset<Row> files = contents.files().select(INPUT).distinct();
    long all = files.count();
    FigureText text = new FigureText(labels, contents.settings().currency());
    return new MethodsPage(
        labels.text("methods_title"),
        contents.fingerprint(),
        contents.settingsHash(),
        contents.referenceHash(),
        contents.codeVersion(),
        steps(contents.settings().scoring().aggregation(), contents.backdrop().ratesOf(), labels),
        files.orderBy(INPUT).limit(LISTED).collectAsList().stream()
            .map(row -> new Input(row.getString(0), row.getString(1), row.getString(2)))
            .toList(),
        all > LISTED ? labels.text("inputs_more", text.whole(LISTED), text.whole(all)) : "");
  }

  /**
   * The steps in order; that of the score names the means that make it, that of adjustment the
   * period whose rates are used.
   */
  static List<Step> steps(Aggregation aggregation, Optional<Period> ratesOf, Labels labels) {
    String rates =
        ratesOf
            .map(
                period ->
                    labels.text("rates_fixed", PeriodNames.words(period.code(), labels.language())))
            .orElseGet(() -> labels.text("rates_own"));
    String within = labels.text("mean_" + aggregation.within().code());
    String across = labels.text("mean_" + aggregation.across().code());
    return STEPS.stream()
        .map(
            step ->
                new Step(
                    labels.text("methods_" + step + "_title"),
                    labels.text("methods_" + step, within, across, rates)))
        .toList();
  }
}
