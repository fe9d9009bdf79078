package id.rapor.table;

import java.util.List;

/** One row is what one file looked like when it was taken in: what drift is told by. */
public final class Profiles {
  /** Parts a column's name from what is said of it. */
  public static final String IS = "=";

  public static final Field COLUMNS =
      Field.required(
          "columns",
          Field.TEXTS,
          "names of the source's columns; none where records name their own");
  public static final Field FILLED =
      Field.required(
          "filled",
          Field.TEXTS,
          "column=count: values of the column's type, of columns that are no text");
  public static final Field WRONG =
      Field.required(
          "wrong", Field.TEXTS, "column=count: values that are not of the column's type");
  public static final Field CODES =
      Field.required("codes", Field.TEXTS, "column=code: each code of a column that holds a list");

  public static final Table TABLE =
      new Table(
          "profiles",
          "what one file looked like when it was taken in",
          List.of(Provenance.DELIVERY),
          List.of(
              Provenance.DELIVERY,
              Provenance.SOURCE,
              Provenance.FILE,
              Quarantine.FEED,
              Files.LINES,
              COLUMNS,
              FILLED,
              WRONG,
              CODES,
              Provenance.RUN_ID));

  private Profiles() {}
}
