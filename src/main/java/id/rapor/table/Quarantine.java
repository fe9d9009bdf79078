package id.rapor.table;

import java.util.List;

/** One row is one refused line of a file; a file that cannot be read is refused as one line. */
public final class Quarantine {
  public static final Field FEED =
      Field.required("feed", Field.TEXT, "the feed that it was read as");
  public static final Field RULES =
      Field.required("rules", Field.TEXTS, "every rule that it broke, as rule or rule:column");
  public static final Field RAW =
      Field.optional(
          "raw",
          Field.TEXT,
          "the line with keyed hashes in identifier fields; empty when it could not be parsed");
  public static final Field RAW_HASH =
      Field.optional(
          "raw_hash",
          Field.TEXT,
          "keyed hash of a line that could not be parsed; content_hash of an unreadable file");

  public static final Table TABLE =
      new Table(
          "quarantine",
          "one refused line of a file",
          List.of(Provenance.SOURCE, Provenance.FILE, Provenance.LINE),
          List.of(
              Provenance.SOURCE,
              Provenance.FILE,
              Provenance.LINE,
              FEED,
              RULES,
              RAW,
              RAW_HASH,
              Provenance.RUN_ID,
              Provenance.DELIVERY));

  private Quarantine() {}
}
