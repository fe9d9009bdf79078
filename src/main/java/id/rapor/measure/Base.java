package id.rapor.measure;

import id.rapor.table.Budgets;
import id.rapor.table.Cases;
import id.rapor.table.Complaints;
import id.rapor.table.DeliveredLines;
import id.rapor.table.Feed;
import id.rapor.table.Payments;
import id.rapor.table.Staffing;
import id.rapor.table.Surveys;

/** The kinds of row that metrics count; each is made ready and read once for all its metrics. */
enum Base {
  /** Judged cases. */
  CASES(Cases.FEED),
  /** Judged cases that are open at a month's end, once for each such month. */
  OPEN_CASES(Cases.FEED),
  /** Judged cases of which steps are known. */
  STEPPED_CASES(Cases.FEED),
  /** Judged cases of which requested documents are known. */
  DOCUMENTED_CASES(Cases.FEED),
  /** Judged cases with those that waited at the same time. */
  WAITING_CASES(Cases.FEED),
  /** Judged complaints. */
  COMPLAINTS(Complaints.FEED),
  /** Complaints by the month of receipt, with empty months since an agency's first one. */
  COMPLAINT_MONTHS(Complaints.FEED),
  /** Answered questionnaires. */
  SURVEYS(Surveys.FEED),
  /** Questionnaires by the month of the answer, with empty months since an agency's first one. */
  SURVEY_MONTHS(Surveys.FEED),
  /** Payments. */
  PAYMENTS(Payments.FEED),
  /** An agency's staff in a month. */
  STAFFING(Staffing.FEED),
  /** An agency's money in a month. */
  BUDGETS(Budgets.FEED),
  /** What became of the lines that a file brought, of every feed. */
  DELIVERED_LINES(DeliveredLines.EVERY_FEED);

  private final Feed feed;

  Base(Feed feed) {
    this.feed = feed;
  }

  /** Whose rows it counts: sampling errors of one feed go together. */
  Feed feed() {
    return feed;
  }

  /** Whether its rows name the service that they are about. */
  boolean namesServices() {
    return switch (this) {
      case COMPLAINT_MONTHS, SURVEY_MONTHS, PAYMENTS, STAFFING, BUDGETS, DELIVERED_LINES -> false;
      default -> true;
    };
  }
}
