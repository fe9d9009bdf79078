package id.rapor.ingest;

import static id.rapor.ingest.Clause.refuse;
import static id.rapor.ingest.Clause.warn;
import static id.rapor.ingest.Conditions.above;
import static id.rapor.ingest.Conditions.any;
import static id.rapor.ingest.Conditions.anyBelow;
import static id.rapor.ingest.Conditions.before;
import static id.rapor.ingest.Conditions.below;
import static id.rapor.ingest.Conditions.noneOf;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.from_utc_timestamp;

import id.rapor.table.Budgets;
import id.rapor.table.Complaints;
import id.rapor.table.Field;
import id.rapor.table.Pauses;
import id.rapor.table.Payments;
import id.rapor.table.RawLines;
import id.rapor.table.Staffing;
import id.rapor.table.Steps;
import id.rapor.table.Surveys;
import org.apache.spark.sql.Column;

/** Rules on what stands beside cases: steps, pauses, payments, surveys, complaints, months. */
final class RecordRules {
  private static final String MONTH = "^\\d{4}-(0[1-9]|1[0-2])$";

  static final Clause STEP_ENDED_BEFORE_STARTED =
      refuse(Steps.FEED)
          .at(Steps.ENDED_AT, Steps.STARTED_AT)
          .when(before(Steps.ENDED_AT, Steps.STARTED_AT));
  static final Clause RESUMED_BEFORE_PAUSED =
      refuse(Pauses.FEED)
          .at(Pauses.RESUMED_AT, Pauses.PAUSED_AT)
          .when(before(Pauses.RESUMED_AT, Pauses.PAUSED_AT));
  static final Clause NEGATIVE_PAYMENT =
      refuse(Payments.FEED).at(Payments.AMOUNT).when(below(Payments.AMOUNT, 0));
  static final Clause EMPTY_PAYMENT =
      warn(Payments.FEED).at(Payments.AMOUNT).when(Payments.AMOUNT.col().equalTo(0));
  static final Clause WRONG_SCALE =
      refuse(Surveys.FEED)
          .at(Surveys.ELEMENTS.toArray(Field[]::new))
          .when(any(Surveys.ELEMENTS, element -> element.col().between(1, 4).equalTo(false)));
  static final Clause NO_ANSWERS =
      warn(Surveys.FEED)
          .at(Surveys.ELEMENTS.toArray(Field[]::new))
          .when(
              coalesce(Surveys.ELEMENTS.stream().map(Field::col).toArray(Column[]::new)).isNull());
  static final Clause NEGATIVE_DAYS =
      refuse(Surveys.FEED).at(Surveys.REPORTED_DAYS).when(below(Surveys.REPORTED_DAYS, 0));
  static final Clause UNKNOWN_STATUS =
      refuse(Complaints.FEED)
          .at(Complaints.STATUS)
          .when(noneOf(Complaints.STATUS, "open", "resolved", "rejected"));
  static final Clause UNKNOWN_CLASS =
      warn(Complaints.FEED)
          .at(Complaints.CLASS)
          .when(noneOf(Complaints.CLASS, "information", "no_examination", "examination"));
  static final Clause UNKNOWN_CATEGORY =
      warn(Complaints.FEED)
          .at(Complaints.CATEGORY)
          .when(
              noneOf(
                  Complaints.CATEGORY,
                  "time",
                  "cost",
                  "procedure",
                  "discrimination",
                  "bribery",
                  "conduct",
                  "other"));
  static final Clause RESOLVED_BEFORE_RECEIVED =
      refuse(Complaints.FEED)
          .at(Complaints.RESOLVED_AT, Complaints.RECEIVED_AT)
          .when(before(Complaints.RESOLVED_AT, Complaints.RECEIVED_AT));
  static final Clause ANSWERED_BEFORE_RECEIVED =
      warn(Complaints.FEED)
          .at(Complaints.FIRST_RESPONSE_AT, Complaints.RECEIVED_AT)
          .when(before(Complaints.FIRST_RESPONSE_AT, Complaints.RECEIVED_AT));
  static final Clause REOPENED_BEFORE_RESOLVED =
      warn(Complaints.FEED)
          .at(Complaints.REOPENED_AT, Complaints.RESOLVED_AT)
          .when(before(Complaints.REOPENED_AT, Complaints.RESOLVED_AT));
  static final Clause RESOLVED_WITHOUT_TIME =
      warn(Complaints.FEED)
          .at(Complaints.STATUS, Complaints.RESOLVED_AT)
          .when(
              Complaints.STATUS
                  .col()
                  .equalTo("resolved")
                  .and(Complaints.RESOLVED_AT.col().isNull()));
  static final Clause RESOLVED_YET_OPEN =
      warn(Complaints.FEED)
          .at(Complaints.STATUS, Complaints.RESOLVED_AT, Complaints.REOPENED_AT)
          .when(
              Complaints.STATUS
                  .col()
                  .equalTo("open")
                  .and(Complaints.RESOLVED_AT.col().isNotNull())
                  .and(Complaints.REOPENED_AT.col().isNull()));
  static final Clause WRONG_MONTH =
      refuse(Staffing.FEED, Budgets.FEED)
          .at(Staffing.PERIOD)
          .when(Staffing.PERIOD.col().rlike(MONTH).equalTo(false));
  static final Clause FUTURE_MONTH =
      warn(Staffing.FEED, Budgets.FEED)
          .at(Staffing.PERIOD)
          .when(Staffing.PERIOD.col().rlike(MONTH).and(Staffing.PERIOD.col().gt(thisMonth())));
  static final Clause NEGATIVE_STAFF =
      refuse(Staffing.FEED)
          .at(
              Staffing.HEADCOUNT,
              Staffing.TRAINED_ALL,
              Staffing.TRAINED_TECHNICAL,
              Staffing.TRAINED_COMMUNICATION,
              Staffing.TRAINED_ETHICS)
          .when(
              anyBelow(
                  0,
                  Staffing.HEADCOUNT,
                  Staffing.TRAINED_ALL,
                  Staffing.TRAINED_TECHNICAL,
                  Staffing.TRAINED_COMMUNICATION,
                  Staffing.TRAINED_ETHICS));
  static final Clause MORE_TRAINED_THAN_STAFF =
      refuse(Staffing.FEED)
          .at(Staffing.TRAINED_ALL, Staffing.HEADCOUNT)
          .when(above(Staffing.TRAINED_ALL, Staffing.HEADCOUNT));
  static final Clause MORE_FILLED_THAN_POSTS =
      refuse(Staffing.FEED)
          .at(Staffing.LEADERSHIP_POSTS_FILLED, Staffing.LEADERSHIP_POSTS)
          .when(above(Staffing.LEADERSHIP_POSTS_FILLED, Staffing.LEADERSHIP_POSTS));
  static final Clause NEGATIVE_BUDGET =
      refuse(Budgets.FEED)
          .at(Budgets.ALLOCATED, Budgets.REALISED)
          .when(anyBelow(0, Budgets.ALLOCATED, Budgets.REALISED));

  private RecordRules() {}

  private static Column thisMonth() {
    return date_format(from_utc_timestamp(RawLines.NOW.col(), RawLines.ZONE.col()), "yyyy-MM");
  }
}
