package id.rapor.table;

import java.util.List;

/**
 * One row is what an agency says of one of its published figures: a line of {@code replies.csv}.
 */
public final class Replies {
  public static final Field TEXT = Field.optional("text", Field.TEXT, "the agency's reply");
  public static final Field CONTESTED =
      Field.optional("contested", Field.TRUTH, "whether the agency says that it is wrong");

  public static final Table TABLE =
      new Table(
          "replies",
          "what an agency says of one of its figures",
          List.of(Measurements.PERIOD, Cases.AGENCY_ID, Measurements.METRIC),
          List.of(Measurements.PERIOD, Cases.AGENCY_ID, Measurements.METRIC, TEXT, CONTESTED));

  private Replies() {}
}
