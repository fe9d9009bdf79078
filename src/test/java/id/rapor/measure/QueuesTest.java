package id.rapor.measure;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.TestSpark;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Who still waits, in a queue that tells when service begins and in one that does not. */
class QueuesTest {
  private static final List<Field> FIELDS =
      List.of(
          Cases.SERVICE_ID,
          Cases.CASE_ID,
          Cases.SUBMITTED_AT,
          JudgedCases.CLOCK_START_AT,
          Cases.STARTED_AT,
          JudgedCases.DECIDED,
          JudgedCases.WITHDRAWN,
          Cases.AGENCY_ID,
          Cases.OFFICE_ID,
          Cases.SERVICE_CLASS,
          JudgedCases.SUBMITTED_MONTH,
          Cases.PRIORITISED,
          Cases.PRIORITY_GROUND);

  /** Each as service, case, waiting pairs, how many of them were served before it. */
  @Test
  void whoStillWaitsOvertakesNobodyAndIsOvertakenByTheServed() {
    List<Row> cases =
        List.of(
            one("one-waits", "first", 1, 1, 10, "decided"),
            one("one-waits", "second", 5, 5, 0, "pending"),
            one("left-behind", "waits", 1, 1, 0, "pending"),
            one("left-behind", "waits-too", 2, 4, 0, "pending"),
            one("left-behind", "withdrew", 2, 2, 0, "withdrawn"),
            one("left-behind", "served", 3, 3, 10, "decided"),
            one("no-starts", "waits-for-its-papers", 1, 9, 0, "pending"),
            one("no-starts", "complete-at-once", 2, 2, 0, "pending"));
    List<Row> waiting =
        Queues.waiting(TestSpark.session().createDataFrame(cases, schema()))
            .select(
                Cases.SERVICE_ID.col(),
                Cases.CASE_ID.col(),
                Queues.PAIRS.col(),
                Queues.OVERTAKEN.col())
            .collectAsList();
    assertThat(waiting.stream().map(row -> row.mkString(" ")))
        .containsExactlyInAnyOrder(
            "one-waits first 1 0",
            "left-behind waits 1 1",
            "left-behind served 1 0",
            "no-starts waits-for-its-papers 1 1");
  }

  private static StructType schema() {
    StructType schema = new StructType();
    for (Field field : FIELDS) {
      schema = schema.add(field.name(), field.type());
    }
    return schema;
  }

  /** Days of March 2025; 0 = not told. */
  private static Row one(
      String service, String name, int submitted, int complete, int started, String fate) {
    return RowFactory.create(
        service,
        name,
        day(submitted),
        day(complete),
        day(started),
        fate.equals("decided"),
        fate.equals("withdrawn"),
        "A",
        null,
        "regular",
        "2025-03",
        null,
        null);
  }

  private static Timestamp day(int day) {
    return day == 0 ? null : Timestamp.from(Instant.parse("2025-03-%02dT01:00:00Z".formatted(day)));
  }
}
