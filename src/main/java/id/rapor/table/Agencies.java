package id.rapor.table;

import java.util.List;

/** Reference: one row is one agency during one spell of validity. */
public final class Agencies {
  public static final Field NAME_ID = Field.optional("name_id", Field.TEXT, "name in Indonesian");
  public static final Field NAME_EN = Field.optional("name_en", Field.TEXT, "name in English");
  public static final Field BODY_TYPE =
      Field.optional(
          "body_type", Field.TEXT, "ministry, state_agency, province, regency, city, other");
  public static final Field PARENT_AGENCY_ID =
      Field.optional("parent_agency_id", Field.TEXT, "the body above it");
  public static final Field SUCCESSOR_AGENCY_ID =
      Field.optional("successor_agency_id", Field.TEXT, "the body that took over");

  public static final Table TABLE =
      new Table(
          "agencies",
          "one agency during one spell of validity",
          List.of(Cases.AGENCY_ID, Standards.VALID_FROM),
          List.of(
              Cases.AGENCY_ID,
              NAME_ID,
              NAME_EN,
              BODY_TYPE,
              Cases.REGION_CODE,
              PARENT_AGENCY_ID,
              SUCCESSOR_AGENCY_ID,
              Standards.VALID_FROM,
              Standards.VALID_TO));

  private Agencies() {}
}
