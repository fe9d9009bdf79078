package id.rapor.table;

import java.util.List;

/** One row is one table made by one run: the ledger. */
public final class Runs {
  public static final Field MADE = Field.required("table", Field.TEXT, "the table that was made");
  public static final Field INPUTS =
      Field.required("inputs", Field.TEXTS, "the tables it was made of, each with its fingerprint");
  public static final Field ROWS_IN =
      Field.required(
          "rows_in", Field.WHOLE, "rows read: lines of files, or rows of the first input");
  public static final Field ROWS_OUT = Field.required("rows_out", Field.WHOLE, "rows written");
  public static final Field ROWS_SUPERSEDED =
      Field.required(
          "rows_superseded", Field.WHOLE, "lines that an older or identical version carried");
  public static final Field ROWS_REFUSED =
      Field.required("rows_refused", Field.WHOLE, "lines in quarantine");
  public static final Field FINGERPRINT =
      Field.required(
          "fingerprint",
          Field.TEXT,
          "hash of inputs, settings, parameters and code: equal = nothing to do");
  public static final Field SETTINGS_HASH =
      Field.required("settings_hash", Field.TEXT, "hash of the settings");
  public static final Field CODE_VERSION =
      Field.required("code_version", Field.TEXT, "the program that made it");
  public static final Field STARTED_AT =
      Field.required("started_at", Field.TIME, "when the stage began");
  public static final Field ENDED_AT =
      Field.required("ended_at", Field.TIME, "when the stage ended");

  public static final Table TABLE =
      new Table(
          "runs",
          "one table made by one run",
          List.of(Provenance.RUN_ID, MADE),
          List.of(
              Provenance.RUN_ID,
              MADE,
              INPUTS,
              ROWS_IN,
              ROWS_OUT,
              ROWS_SUPERSEDED,
              ROWS_REFUSED,
              FINGERPRINT,
              SETTINGS_HASH,
              CODE_VERSION,
              STARTED_AT,
              ENDED_AT));

  private Runs() {}
}
