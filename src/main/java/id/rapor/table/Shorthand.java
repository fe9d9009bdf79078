package id.rapor.table;

import java.util.List;

/**
 * What stands in published tables beside an empty cell and says why it is empty, or beside a value
 * and says that it is not firm, in the square brackets of the Government Statistical Service
 * (United Kingdom).
 */
public final class Shorthand {
  /** Confidential: it counts few persons, or would tell such a count. */
  public static final String CONFIDENTIAL = "[c]";

  /** Unreliable: it rests on too little or on poor data, or lacks what a score needs. */
  public static final String UNRELIABLE = "[u]";

  /** Not available: there is no data. */
  public static final String NOT_AVAILABLE = "[x]";

  /** Not applicable: nothing is scored there. */
  public static final String NOT_APPLICABLE = "[z]";

  /** Provisional: the edition may still change. */
  public static final String PROVISIONAL = "[p]";

  /** Revised: the last final edition told it otherwise, or not at all. */
  public static final String REVISED = "[r]";

  public static final Field SHORTHAND =
      Field.optional(
          "shorthand",
          Field.TEXT,
          "why there is no value: [c] confidential, [u] unreliable, [x] not available, [z] not"
              + " applicable; where there is one: [p] provisional, [r] revised since the last final"
              + " edition, else empty");

  /** {@link Measurements#TABLE} as it is published: n may be hidden. */
  public static final Table MEASUREMENTS =
      published(
          new Table(
              Measurements.TABLE.name(),
              Measurements.TABLE.row(),
              Measurements.TABLE.key(),
              Measurements.TABLE.fields().stream()
                  .map(field -> field.equals(Measurements.N) ? optional(field) : field)
                  .toList()));

  /** {@link Scorecards#TABLE} as it is published. */
  public static final Table SCORECARDS = published(Scorecards.TABLE);

  /** {@link League#TABLE} as it is published. */
  public static final Table LEAGUE = published(League.TABLE);

  private Shorthand() {}

  private static Table published(Table table) {
    return table.with(List.of(SHORTHAND));
  }

  private static Field optional(Field field) {
    return Field.optional(field.name(), field.type(), field.meaning());
  }
}
