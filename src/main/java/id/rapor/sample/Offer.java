package id.rapor.sample;

import java.util.List;

/**
 * What one agency offers: a product, under the standards that hold for that agency.
 *
 * @param cumulative share of the agency's cases that ask for this offer or one before it
 * @param standards in order of time, without gaps; all but a changed tariff have one
 * @param difficulty log of its median duration over the limit's allowance, for this agency
 * @param peerMedian the same for the usual agency
 */
record Offer(
    Product product,
    double cumulative,
    List<Standard> standards,
    double difficulty,
    double peerMedian) {

  Offer {
    standards = List.copyOf(standards);
  }

  /** What is published for a case handed in at {@code local}. */
  Standard at(long local) {
    long day = Math.floorDiv(local, (long) Span.DAY);
    for (Standard standard : standards) {
      if (day <= standard.to().toEpochDay()) {
        return standard;
      }
    }
    return standards.get(standards.size() - 1);
  }

  int limit() {
    return standards.get(0).limit();
  }
}
