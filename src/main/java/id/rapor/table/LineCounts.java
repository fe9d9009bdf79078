package id.rapor.table;

/**
 * One row counts the lines of one file that are alike in one respect; on the way only, never
 * stored.
 */
public final class LineCounts {
  public static final Field RESPECT =
      Field.required("respect", Field.TEXT, "whose, of_types, or the name of a column of codes");
  public static final Field ALIKE =
      Field.optional("alike", Field.TEXT, "agency; bits of the columns filled; code");
  public static final Field ALIKE_TOO =
      Field.optional("alike_too", Field.TEXT, "month; bits of the columns of a wrong type");

  /** Lines by agency and month. */
  public static final String WHOSE = "whose";

  /** Lines by which of their columns are filled, and which are not of their type. */
  public static final String OF_TYPES = "of_types";

  private LineCounts() {}
}
