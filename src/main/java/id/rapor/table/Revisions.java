package id.rapor.table;

import java.util.List;

/**
 * One row is one figure of an agency that an edition tells otherwise than the edition before it.
 */
public final class Revisions {
  public static final Field EDITION =
      Field.required("edition", Field.WHOLE, "number of the edition that tells the new figure");
  public static final Field FIGURE =
      Field.required(
          "figure",
          Field.TEXT,
          "rank or overall (of the whole country), a perspective, or a metric (the value that is"
              + " scored)");
  public static final Field OLD =
      Field.optional("old", Field.REAL, "in the edition before; empty where it had none");
  public static final Field NEW =
      Field.optional("new", Field.REAL, "in this edition; empty where it has none");
  public static final Field REASON = Field.required("reason", Field.TEXT, "what has changed");

  public static final Table TABLE =
      new Table(
          "revisions",
          "one figure that an edition tells otherwise than the edition before it",
          List.of(Measurements.PERIOD, EDITION, Cases.AGENCY_ID, FIGURE),
          List.of(Measurements.PERIOD, EDITION, Cases.AGENCY_ID, FIGURE, OLD, NEW, REASON));

  private Revisions() {}
}
