package id.rapor.table;

import java.util.List;

/**
 * One row is one person's identifier that was erased, so that a later delivery does not bring it
 * back. What it holds is the keyed hash of a keyed hash: it is found in no other table.
 */
public final class Erasures {
  public static final Field ERASURE =
      Field.required(
          "erasure", Field.TEXT, "keyed hash of the identifier's keyed hash: tells it when read");
  public static final Field ERASED_AT =
      Field.required("erased_at", Field.TIME, "when its erasure began");

  public static final Table TABLE =
      new Table(
          "erasures",
          "one person's identifier that was erased",
          List.of(ERASURE),
          List.of(ERASURE, ERASED_AT));

  /** On the way only: the keyed hash to look for. */
  public static final Field HASH = Field.identifier("rapor__hash", "keyed hash to be erased");

  /** On the way only: those of them that one text holds. */
  public static final Field HASHES =
      Field.required("rapor__hashes", Field.TEXTS, "keyed hashes in a text");

  private Erasures() {}
}
