package id.rapor.table;

import org.apache.spark.sql.types.DataTypes;

/** What a file is held against, beside its profile; on the way only, never stored. */
public final class DriftFacts {
  public static final Field SERIES =
      Field.required("series", Field.TEXT, "the file's name without its dates");
  public static final Field COLUMNS_BEFORE =
      Field.optional("columns_before", Field.TEXTS, "columns of the file before in the series");
  public static final Field LINES_BEFORE =
      Field.required(
          "lines_before",
          DataTypes.createArrayType(Field.WHOLE, false),
          "lines of the files before in the series");
  public static final Field USUAL =
      Field.optional("usual", Field.WHOLE, "lower median of the lines before");
  public static final Field ENTRY =
      Field.required("entry", Field.TEXT, "what a profile says of a column");
  public static final Field COUNT = Field.required("count", Field.WHOLE, "values of a column");
  public static final Field WRONG =
      Field.required("wrong", Field.WHOLE, "those of them that are not of its type");
  public static final Field VALUES_BEFORE =
      Field.optional("values_before", Field.WHOLE, "values of the column in the files before");
  public static final Field SHARE_BEFORE =
      Field.optional("share_before", Field.REAL, "share of them that are of its type, 0-1");
  public static final Field SHARE =
      Field.optional("share", Field.REAL, "the same of this file's values, 0-1");
  public static final Field FIRST =
      Field.required("first", Field.WHOLE, "the delivery that first had the code");
  public static final Field KNOWN =
      Field.required("known", Field.WHOLE, "codes of the column that were known before");

  private DriftFacts() {}
}
