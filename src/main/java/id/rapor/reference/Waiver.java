package id.rapor.reference;

import static java.util.Objects.requireNonNull;

import id.rapor.table.Cases;
import id.rapor.table.Standards;
import id.rapor.table.Waivers;
import java.util.Optional;

/** One ground on which a service's fee is lawfully waived, during one spell of validity. */
public record Waiver(String serviceId, String ground, Optional<String> legalBasis, Spell spell) {

  public Waiver {
    requireNonNull(serviceId);
    requireNonNull(ground);
    requireNonNull(legalBasis);
    requireNonNull(spell);
  }

  static Waiver of(CsvLine line) {
    return new Waiver(
        line.required(Cases.SERVICE_ID),
        line.required(Waivers.GROUND),
        line.text(Standards.LEGAL_BASIS),
        Spell.of(line));
  }
}
