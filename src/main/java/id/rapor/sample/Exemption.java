package id.rapor.sample;

import java.util.List;

/**
 * One lawful ground for paying nothing.
 *
 * @param share of a service's cases that state it
 */
record Exemption(String serviceId, String ground, String legalBasis, double share) {
  static final List<Exemption> ALL =
      List.of(
          new Exemption("PASPOR-5", "migrant_worker", "PP 45/2024", 0.05),
          new Exemption("PASPOR-10", "migrant_worker", "PP 45/2024", 0.02),
          new Exemption("EPASPOR-10", "scholarship", "PP 45/2024", 0.01),
          new Exemption("PBG", "place_of_worship", "Local levy; source: unverified", 0.03));
}
