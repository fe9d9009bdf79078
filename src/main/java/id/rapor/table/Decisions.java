package id.rapor.table;

import java.util.List;

/** One row is what an analyst decided about one finding: a line of {@code decisions.csv}. */
public final class Decisions {
  public static final Field DECISION =
      Field.optional("decision", Field.TEXT, "open, explained, referred, dismissed");
  public static final Field REASON = Field.optional("reason", Field.TEXT, "why");
  public static final Field DECIDED_ON = Field.optional("decided_on", Field.DAY, "on which day");
  public static final Field DECIDED_BY = Field.optional("decided_by", Field.TEXT, "by whom");

  public static final Table TABLE =
      new Table(
          "decisions",
          "what was decided about one finding",
          List.of(Findings.FINDING_ID),
          List.of(Findings.FINDING_ID, DECISION, REASON, DECIDED_ON, DECIDED_BY));

  private Decisions() {}
}
