package id.rapor.table;

import java.util.List;

/** Reference: one row is one region. */
public final class Regions {
  public static final Field CODE =
      Field.required("region_code", Field.TEXT, "the region's code, always text");
  public static final Field NAME = Field.optional("name", Field.TEXT, "the region's name");
  public static final Field PARENT_REGION_CODE =
      Field.optional("parent_region_code", Field.TEXT, "the region that it lies in");
  public static final Field TIME_ZONE =
      Field.optional("time_zone", Field.TEXT, "IANA time zone; the parent's when empty");

  public static final Table TABLE =
      new Table(
          "regions",
          "one region",
          List.of(CODE),
          List.of(CODE, NAME, PARENT_REGION_CODE, TIME_ZONE));

  private Regions() {}
}
