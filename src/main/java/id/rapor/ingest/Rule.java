package id.rapor.ingest;

import id.rapor.table.Feed;
import id.rapor.table.Field;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;

/**
 * The rules that every line is held against, and in which file each stands: what it says and when
 * it is broken. A line gets all that it breaks at once; one that breaks only warnings is accepted
 * and marked. To add a rule, add its clause there and one constant here.
 */
public enum Rule {
  UNREADABLE_FILE(LineRules.UNREADABLE),
  MALFORMED_LINE(LineRules.MALFORMED),
  REQUIRED(LineRules.REQUIRED),
  WRONG_TYPE(LineRules.WRONG_TYPE),
  UNKNOWN_AGENCY(LineRules.UNKNOWN_AGENCY),
  UNKNOWN_REGION(LineRules.UNKNOWN_REGION),
  UNKNOWN_SERVICE(LineRules.UNKNOWN_SERVICE),
  DUPLICATE_KEY(LineRules.DUPLICATE_KEY),
  FUTURE_TIME(LineRules.FUTURE_TIME),
  RECORDED_IN_FUTURE(LineRules.RECORDED_IN_FUTURE),
  TIME_AFTER_RECORDING(LineRules.TIME_AFTER_RECORDING),
  PLACEHOLDER_TIME(LineRules.PLACEHOLDER_TIME),
  IMPOSSIBLE_DURATION(LineRules.IMPOSSIBLE_DURATION),
  UNKNOWN_CASE_STATUS(CaseRules.UNKNOWN_STATUS),
  CLOSED_BEFORE_SUBMITTED(CaseRules.CLOSED_BEFORE_SUBMITTED),
  DECIDED_WITHOUT_TIME(CaseRules.DECIDED_WITHOUT_TIME),
  WITHDRAWN_WITHOUT_TIME(CaseRules.WITHDRAWN_WITHOUT_TIME),
  CLOSED_YET_PENDING(CaseRules.CLOSED_YET_PENDING),
  CLOSED_AT_ONCE(CaseRules.CLOSED_AT_ONCE),
  CLOSED_ON_CLOSED_DAY(CaseRules.CLOSED_ON_CLOSED_DAY),
  COUNTER_ON_CLOSED_DAY(CaseRules.COUNTER_ON_CLOSED_DAY),
  COMPLETE_BEFORE_SUBMITTED(CaseRules.COMPLETE_BEFORE_SUBMITTED),
  COMPLETE_AFTER_CLOSED(CaseRules.COMPLETE_AFTER_CLOSED),
  STARTED_BEFORE_SUBMITTED(CaseRules.STARTED_BEFORE_SUBMITTED),
  STARTED_AFTER_CLOSED(CaseRules.STARTED_AFTER_CLOSED),
  PROMISED_BEFORE_SUBMITTED(CaseRules.PROMISED_BEFORE_SUBMITTED),
  PAUSED_LONGER_THAN_OPEN(CaseRules.PAUSED_LONGER_THAN_OPEN),
  NEGATIVE_FEE(CaseRules.NEGATIVE_FEE),
  NEGATIVE_COUNT(CaseRules.NEGATIVE_COUNT),
  IMPLAUSIBLE_COUNT(CaseRules.IMPLAUSIBLE_COUNT),
  NEGATIVE_QUANTITY(CaseRules.NEGATIVE_QUANTITY),
  FEE_FOR_NOTHING(CaseRules.FEE_FOR_NOTHING),
  FEE_DESPITE_WAIVER(CaseRules.FEE_DESPITE_WAIVER),
  GROUND_WITHOUT_PRIORITY(CaseRules.GROUND_WITHOUT_PRIORITY),
  FEE_WITHOUT_PAYMENT(TableRules.FEE_WITHOUT_PAYMENT),
  UNKNOWN_CASE(TableRules.UNKNOWN_CASE),
  PAYMENT_WITHOUT_CASE(TableRules.PAYMENT_WITHOUT_CASE),
  PAYMENT_BEFORE_CASE(TableRules.PAYMENT_BEFORE_CASE),
  STEP_BEFORE_CASE(TableRules.STEP_BEFORE_CASE),
  STEP_ENDED_BEFORE_STARTED(RecordRules.STEP_ENDED_BEFORE_STARTED),
  PAUSE_BEFORE_CASE(TableRules.PAUSE_BEFORE_CASE),
  PAUSE_AFTER_CLOSING(TableRules.PAUSE_AFTER_CLOSING),
  RESUMED_BEFORE_PAUSED(RecordRules.RESUMED_BEFORE_PAUSED),
  NEGATIVE_PAYMENT(RecordRules.NEGATIVE_PAYMENT),
  EMPTY_PAYMENT(RecordRules.EMPTY_PAYMENT),
  WRONG_SURVEY_SCALE(RecordRules.WRONG_SCALE),
  SURVEY_WITHOUT_ANSWERS(RecordRules.NO_ANSWERS),
  SURVEY_BEFORE_CLOSING(TableRules.SURVEY_BEFORE_CLOSING),
  NEGATIVE_REPORTED_DAYS(RecordRules.NEGATIVE_DAYS),
  UNKNOWN_COMPLAINT_STATUS(RecordRules.UNKNOWN_STATUS),
  UNKNOWN_COMPLAINT_CLASS(RecordRules.UNKNOWN_CLASS),
  UNKNOWN_COMPLAINT_CATEGORY(RecordRules.UNKNOWN_CATEGORY),
  RESOLVED_BEFORE_RECEIVED(RecordRules.RESOLVED_BEFORE_RECEIVED),
  ANSWERED_BEFORE_RECEIVED(RecordRules.ANSWERED_BEFORE_RECEIVED),
  REOPENED_BEFORE_RESOLVED(RecordRules.REOPENED_BEFORE_RESOLVED),
  RESOLVED_WITHOUT_TIME(RecordRules.RESOLVED_WITHOUT_TIME),
  RESOLVED_YET_OPEN(RecordRules.RESOLVED_YET_OPEN),
  WRONG_MONTH(RecordRules.WRONG_MONTH),
  FUTURE_MONTH(RecordRules.FUTURE_MONTH),
  NEGATIVE_STAFF(RecordRules.NEGATIVE_STAFF),
  MORE_TRAINED_THAN_STAFF(RecordRules.MORE_TRAINED_THAN_STAFF),
  MORE_FILLED_THAN_POSTS(RecordRules.MORE_FILLED_THAN_POSTS),
  MORE_CLOSED_THAN_DUE(RecordRules.MORE_CLOSED_THAN_DUE),
  NEGATIVE_BUDGET(RecordRules.NEGATIVE_BUDGET);

  /** What becomes of a line that breaks the rule. */
  public enum Severity {
    /** It goes to quarantine. */
    REFUSE,
    /** It is accepted and marked. */
    WARN
  }

  private final Clause clause;

  Rule(Clause clause) {
    this.clause = clause;
  }

  /** The name in quarantine; never changes. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Severity severity() {
    return clause.severity();
  }

  public List<Feed> feeds() {
    return clause.feeds();
  }

  /** The columns that it speaks of; empty = any. */
  public List<Field> fields() {
    return clause.fields();
  }

  public String sentenceEn() {
    return clause.sentenceEn();
  }

  public String sentenceId() {
    return clause.sentenceId();
  }

  /** What a line is held against. */
  Clause.Against against() {
    return clause.against();
  }

  /** True for a line of {@code feed} that breaks it. */
  Column broken(Feed feed) {
    return clause.broken().apply(feed);
  }
}
