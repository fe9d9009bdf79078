package id.rapor.reference;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Optional;

/** What decides a case's zone, calendar and standards, as the case states it; empty = not known. */
record Place(String agencyId, String office, String region, String source)
    implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::agencyId)
          .thenComparing(Place::office)
          .thenComparing(Place::region)
          .thenComparing(Place::source);

  Place {
    requireNonNull(agencyId);
    requireNonNull(office);
    requireNonNull(region);
    requireNonNull(source);
  }

  /** The place of an agency as such, which is all that a payment tells. */
  static Place ofAgency(String agencyId, String source) {
    return new Place(agencyId, "", "", source);
  }

  Optional<String> officeId() {
    return Optional.of(office).filter(text -> !text.isEmpty());
  }

  Optional<String> regionCode() {
    return Optional.of(region).filter(text -> !text.isEmpty());
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
