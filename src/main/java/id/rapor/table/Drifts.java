package id.rapor.table;

import java.util.List;

/** One row is one way in which a file differs from those that its source delivered before. */
public final class Drifts {
  /** Stands for the file as a whole. */
  public static final String EVERY_COLUMN = "*";

  /** The kind of a code that was never seen. */
  public static final String NEW_CODE = "new_code";

  public static final Field COLUMN =
      Field.required("column", Field.TEXT, "the column; * for the file as a whole");
  public static final Field KIND =
      Field.required(
          "kind",
          Field.TEXT,
          "column_vanished, column_appeared, type_changed, new_code, volume_fell");
  public static final Field BEFORE =
      Field.optional("before", Field.TEXT, "how it was in the files before");
  public static final Field NOW = Field.optional("now", Field.TEXT, "how it is in this file");
  public static final Field SENTENCE_ID = Findings.SENTENCE_ID;
  public static final Field SENTENCE_EN = Findings.SENTENCE_EN;

  public static final Table TABLE =
      new Table(
          "drifts",
          "one way in which a file differs from those that its source delivered before",
          List.of(Provenance.DELIVERY, COLUMN, KIND),
          List.of(
              Provenance.DELIVERY,
              Provenance.SOURCE,
              Provenance.FILE,
              Quarantine.FEED,
              COLUMN,
              KIND,
              BEFORE,
              NOW,
              SENTENCE_ID,
              SENTENCE_EN,
              Provenance.RUN_ID));

  private Drifts() {}
}
