package id.rapor.table;

import java.util.List;

/** Reference: one row is one ground on which a service's fee is lawfully waived. */
public final class Waivers {
  public static final Field GROUND =
      Field.required("ground", Field.TEXT, "the ground, as cases state it");

  public static final Table TABLE =
      new Table(
          "waivers",
          "one lawful ground for a waiver",
          List.of(Cases.SERVICE_ID, GROUND, Standards.VALID_FROM),
          List.of(
              Cases.SERVICE_ID,
              GROUND,
              Standards.LEGAL_BASIS,
              Standards.VALID_FROM,
              Standards.VALID_TO));

  private Waivers() {}
}
