package id.rapor.table;

import static id.rapor.table.Cases.AGENCY_ID;
import static id.rapor.table.Cases.REGION_CODE;

import java.util.List;

/** One row is one answered questionnaire on the nine elements of PermenPANRB 14/2017. */
public final class Surveys {
  public static final Field RESPONSE_ID =
      Field.required("response_id", Field.TEXT, "unique within the agency");
  public static final Field CASE_ID =
      Field.optional("case_id", Field.TEXT, "the case that it is about");
  public static final Field SERVICE_ID =
      Field.optional("service_id", Field.TEXT, "the service that it is about");
  public static final Field ANSWERED_AT =
      Field.required("answered_at", Field.TIME, "when it was answered");
  public static final Field DEVICE_ID =
      Field.identifier("device_id", "keyed hash of the answering device");
  public static final Field REPORTED_DAYS =
      Field.optional("reported_days", Field.REAL, "how many days it took, says the applicant");

  /** The nine elements, answered 1 (worst) to 4 (best); bound by name, never by position. */
  public static final List<Field> ELEMENTS =
      List.of(
          element("requirements"),
          element("procedure"),
          element("time"),
          element("cost"),
          element("product"),
          element("competence"),
          element("behaviour"),
          element("facilities"),
          element("complaints"));

  public static final Feed FEED =
      Feed.of(
          "surveys",
          "one answered questionnaire",
          List.of(AGENCY_ID, RESPONSE_ID),
          List.of(
              RESPONSE_ID,
              CASE_ID,
              AGENCY_ID,
              SERVICE_ID,
              REGION_CODE,
              ANSWERED_AT,
              ELEMENTS.get(0),
              ELEMENTS.get(1),
              ELEMENTS.get(2),
              ELEMENTS.get(3),
              ELEMENTS.get(4),
              ELEMENTS.get(5),
              ELEMENTS.get(6),
              ELEMENTS.get(7),
              ELEMENTS.get(8),
              DEVICE_ID,
              REPORTED_DAYS));

  private Surveys() {}

  private static Field element(String name) {
    return Field.optional(name, Field.WHOLE, "answer 1-4 on " + name);
  }
}
