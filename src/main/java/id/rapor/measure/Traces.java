package id.rapor.measure;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Cases;
import id.rapor.table.Documents;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Steps;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Judged cases beside what their steps and documents tell of them. */
final class Traces {
  static final Field STEPS =
      Field.required("steps_done", Field.WHOLE, "steps of the case, repeated ones included");
  static final Field MOST_REPEATED =
      Field.required("most_repeated", Field.WHOLE, "how often its most frequent step was done");
  static final Field BEYOND =
      Field.optional(
          "documents_beyond",
          Field.WHOLE,
          "documents asked for that the standard does not list; empty where it lists none");

  private static final String[] CASE = {Cases.AGENCY_ID.name(), Cases.CASE_ID.name()};

  private Traces() {}

  /** The cases that have {@code steps}, with {@link #STEPS} and {@link #MOST_REPEATED}. */
  static Dataset<Row> stepped(Dataset<Row> judged, Dataset<Row> steps) {
    Dataset<Row> byCase =
        steps
            .groupBy(Cases.AGENCY_ID.col(), Cases.CASE_ID.col(), Steps.ACTIVITY.col())
            .agg(STEPS.is(count(lit(1))))
            .groupBy(Cases.AGENCY_ID.col(), Cases.CASE_ID.col())
            .agg(MOST_REPEATED.is(max(STEPS.col())), STEPS.is(sum(STEPS.col())));
    return judged.join(byCase, CASE);
  }

  /** The cases that have {@code documents}, with {@link #BEYOND}. */
  static Dataset<Row> documented(Dataset<Row> judged, Dataset<Row> documents) {
    Dataset<Row> asked =
        documents
            .select(Cases.AGENCY_ID.col(), Cases.CASE_ID.col(), Documents.DOCUMENT.col())
            .join(
                judged.select(
                    Cases.AGENCY_ID.col(),
                    Cases.CASE_ID.col(),
                    Cases.SERVICE_ID.col(),
                    Cases.SERVICE_CLASS.col(),
                    Cases.CHANNEL.col(),
                    JudgedCases.SUBMITTED_MONTH.col(),
                    JudgedCases.PUBLISHED_DOCUMENTS.col()),
                CASE);
    Column listed = array_contains(JudgedCases.PUBLISHED_DOCUMENTS.col(), Documents.DOCUMENT.col());
    Column beyond = when(listed, 0L).when(listed.equalTo(false), 1L);
    return asked
        .groupBy(
            Cases.AGENCY_ID.col(),
            Cases.CASE_ID.col(),
            Cases.SERVICE_ID.col(),
            Cases.SERVICE_CLASS.col(),
            Cases.CHANNEL.col(),
            JudgedCases.SUBMITTED_MONTH.col())
        .agg(BEYOND.is(sum(beyond)));
  }

  /** Whether a row of any feed stands. */
  static Column notRetracted() {
    return coalesce(Feed.RETRACTED.col(), lit(false)).equalTo(false);
  }
}
