package id.rapor.table;

import java.util.ArrayList;
import java.util.List;

/**
 * One row is one record of a file, typed, with every rule that it broke; on the way only, never
 * stored. Beside these columns it has those of its feed's table.
 */
public final class CheckedLines {
  public static final Field RULES = Quarantine.RULES;
  public static final Field RAW = Quarantine.RAW;
  public static final Field RAW_HASH = Quarantine.RAW_HASH;
  public static final Field SUPERSEDED =
      Field.optional(
          "rapor__superseded", Field.TRUTH, "true = a newer version of its row is known");
  public static final Field CONTRADICTED =
      Field.optional(
          "rapor__contradicted",
          Field.TRUTH,
          "true = its file tells its row otherwise as of the same moment");
  public static final Field RECALLED =
      Field.optional("rapor__recalled", Field.TRUTH, "true = it lies in quarantine");
  public static final Field ACCEPTED =
      Field.optional("rapor__accepted", Field.WHOLE, "1 = it becomes the truth");

  public static final Field REPLACED =
      Field.optional(
          "rapor__replaced",
          Field.WHOLE,
          "the place of the row that it takes the place of; empty if there is none");

  private CheckedLines() {}

  /** The table of checked lines of {@code feed}. */
  public static Table of(Feed feed) {
    List<Field> fields = new ArrayList<>(feed.table().fields());
    fields.addAll(List.of(RULES, RAW, RAW_HASH));
    return new Table(
        "checked_" + feed.name(),
        "one checked line",
        List.of(Provenance.DELIVERY, Provenance.LINE),
        fields);
  }

  /** Lines of {@code feed} that become the truth: its table's columns, and what each replaces. */
  public static Table accepted(Feed feed) {
    return feed.table().with(List.of(REPLACED));
  }
}
