package id.rapor.table;

import java.util.List;

/** Reference: one row is one service. */
public final class Services {
  public static final Field CATEGORY = Field.optional("category", Field.TEXT, "kind of service");

  public static final Table TABLE =
      new Table(
          "services",
          "one service",
          List.of(Cases.SERVICE_ID),
          List.of(Cases.SERVICE_ID, Agencies.NAME_ID, Agencies.NAME_EN, CATEGORY));

  private Services() {}
}
