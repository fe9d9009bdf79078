package id.rapor.table;

import java.util.List;

/**
 * One row is one file of one delivery; its lines add up: lines = accepted + superseded + refused.
 */
public final class Files {
  public static final Field CONTENT_HASH =
      Field.required("content_hash", Field.TEXT, "SHA-256 of the file's bytes");
  public static final Field BYTES = Field.required("bytes", Field.WHOLE, "the file's size");
  public static final Field LINES =
      Field.required(
          "lines", Field.WHOLE, "records in the file; 1, refused, if the file cannot be read");
  public static final Field ACCEPTED =
      Field.required("accepted", Field.WHOLE, "records that became the truth");
  public static final Field SUPERSEDED =
      Field.required(
          "superseded", Field.WHOLE, "records that an older or identical version of a row carried");
  public static final Field REFUSED =
      Field.required("refused", Field.WHOLE, "records in quarantine");
  public static final Field ARRIVED_AT =
      Field.required(
          "arrived_at",
          Field.TIME,
          "when the file as it lay in the input was last changed; never later than the run");

  public static final Table TABLE =
      new Table(
          "files",
          "one file of one delivery",
          List.of(Provenance.SOURCE, Provenance.FILE, CONTENT_HASH),
          List.of(
              Provenance.SOURCE,
              Provenance.FILE,
              Quarantine.FEED,
              CONTENT_HASH,
              BYTES,
              LINES,
              ACCEPTED,
              SUPERSEDED,
              REFUSED,
              Provenance.DELIVERY,
              Provenance.RUN_ID,
              ARRIVED_AT));

  private Files() {}
}
