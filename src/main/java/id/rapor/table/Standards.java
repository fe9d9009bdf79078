package id.rapor.table;

import java.util.List;

/**
 * Reference: one row is the published tariff and time limit of a service during one spell of
 * validity.
 */
public final class Standards {
  public static final Field VALID_FROM =
      Field.optional("valid_from", Field.DAY, "first valid day; empty = always was");
  public static final Field VALID_TO =
      Field.optional("valid_to", Field.DAY, "last valid day; empty = open");
  public static final Field OFFICIAL_FEE =
      Field.optional("official_fee", Field.MONEY, "fixed part of the tariff");
  public static final Field FEE_PER_UNIT =
      Field.optional("fee_per_unit", Field.QUANTITY, "part of the tariff per unit of fee_quantity");
  public static final Field TIME_LIMIT =
      Field.optional("time_limit", Field.WHOLE, "the limit, in time_unit");
  public static final Field TIME_UNIT =
      Field.optional(
          "time_unit", Field.TEXT, "working_days, calendar_days, working_hours, minutes");
  public static final Field MAX_STEPS = Field.optional("max_steps", Field.WHOLE, "most steps");
  public static final Field MAX_VISITS = Field.optional("max_visits", Field.WHOLE, "most visits");
  public static final Field LEGAL_BASIS =
      Field.optional("legal_basis", Field.TEXT, "the rule that says so");
  public static final Field FEE_TOLERANCE =
      Field.optional("fee_tolerance", Field.MONEY, "fixed part of the tolerance around the tariff");
  public static final Field TOLERANCE_PER_UNIT =
      Field.optional(
          "tolerance_per_unit", Field.QUANTITY, "part of the tolerance per unit of fee_quantity");
  public static final Field DOCUMENTS_REQUIRED =
      Field.optional(
          "documents_required", Field.TEXT, "documents that may be asked for, joined by ;");
  public static final Field SOP_STEPS =
      Field.optional("sop_steps", Field.TEXT, "steps of the procedure, joined by ;");

  public static final Table TABLE =
      new Table(
          "standards",
          "tariff and time limit of a service during one spell of validity",
          List.of(
              Cases.SERVICE_ID,
              Cases.SERVICE_CLASS,
              Cases.AGENCY_ID,
              Cases.REGION_CODE,
              VALID_FROM),
          List.of(
              Cases.SERVICE_ID,
              Cases.SERVICE_CLASS,
              Cases.AGENCY_ID,
              Cases.REGION_CODE,
              VALID_FROM,
              VALID_TO,
              OFFICIAL_FEE,
              FEE_PER_UNIT,
              TIME_LIMIT,
              TIME_UNIT,
              MAX_STEPS,
              MAX_VISITS,
              LEGAL_BASIS,
              FEE_TOLERANCE,
              TOLERANCE_PER_UNIT,
              DOCUMENTS_REQUIRED,
              SOP_STEPS));

  private Standards() {}
}
