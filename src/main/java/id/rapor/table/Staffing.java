package id.rapor.table;

import static id.rapor.table.Cases.AGENCY_ID;

import java.util.List;

/** One row is an agency's staff in one month. */
public final class Staffing {
  public static final Field PERIOD = Field.required("period", Field.TEXT, "the month, YYYY-MM");
  public static final Field HEADCOUNT =
      Field.optional("headcount", Field.WHOLE, "officers who serve");
  public static final Field TRAINED_TECHNICAL =
      Field.optional(
          "trained_technical", Field.WHOLE, "officers trained in technique within 24 months");
  public static final Field TRAINED_COMMUNICATION =
      Field.optional(
          "trained_communication",
          Field.WHOLE,
          "officers trained in communication within 24 months");
  public static final Field TRAINED_ETHICS =
      Field.optional("trained_ethics", Field.WHOLE, "officers trained in ethics within 24 months");
  public static final Field TRAINED_ALL =
      Field.optional("trained_all", Field.WHOLE, "officers trained in all three within 24 months");
  public static final Field TRAINING_HOURS =
      Field.optional("training_hours", Field.REAL, "hours of training given");
  public static final Field LEADERSHIP_POSTS =
      Field.optional("leadership_posts", Field.WHOLE, "posts of leadership");
  public static final Field LEADERSHIP_POSTS_FILLED =
      Field.optional("leadership_posts_filled", Field.WHOLE, "posts of leadership that are filled");
  public static final Field SUPERVISED =
      Field.optional("supervised", Field.WHOLE, "officers with a documented review");
  public static final Field ACTIONS_DUE =
      Field.optional("actions_due", Field.WHOLE, "follow-up actions due");
  public static final Field ACTIONS_CLOSED =
      Field.optional("actions_closed", Field.WHOLE, "of those, closed");
  public static final Field SEPARATIONS =
      Field.optional("separations", Field.WHOLE, "officers who left");

  public static final Feed FEED =
      Feed.of(
          "staffing",
          "an agency's staff in one month",
          List.of(AGENCY_ID, PERIOD),
          List.of(
              AGENCY_ID,
              PERIOD,
              HEADCOUNT,
              TRAINED_TECHNICAL,
              TRAINED_COMMUNICATION,
              TRAINED_ETHICS,
              TRAINED_ALL,
              TRAINING_HOURS,
              LEADERSHIP_POSTS,
              LEADERSHIP_POSTS_FILLED,
              SUPERVISED,
              ACTIONS_DUE,
              ACTIONS_CLOSED,
              SEPARATIONS));

  private Staffing() {}
}
