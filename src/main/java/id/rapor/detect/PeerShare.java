package id.rapor.detect;

import id.rapor.stats.Dispersion;
import id.rapor.stats.NormalTail;
import id.rapor.stats.Tails;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The share of one agency's rows that have a mark, beside what its peers lead to expect.
 *
 * <p>Expected are, stratum by stratum, the agency's rows times the share that all other agencies
 * have there (all their strata where they have fewer than {@value #LEAST_PEERS} rows in that one).
 * Where a floor is known by other means, the larger one counts; with fewer than {@value
 * #LEAST_AGENCIES} agencies it alone does, as one other is no measure. The chance of it is the
 * larger of two: Fisher's exact one, as if agencies differed by chance alone, and that of a funnel
 * of asin(sqrt(share)) widened by how much the other agencies differ.
 *
 * <p>Source: indirect standardisation; Fisher 1935; Spiegelhalter 2005.
 *
 * @param n rows
 * @param hits rows with the mark
 * @param expected rows with the mark to be expected
 * @param peers rows of all others
 */
record PeerShare(Subject subject, long n, long hits, double expected, long peers) {
  private static final int LEAST_PEERS = 30;
  private static final int LEAST_AGENCIES = 3;

  /**
   * Counts of one stratum.
   *
   * @param floor rows with the mark to be expected at least, by other means than peers
   */
  record Tally(Subject subject, String stratum, long n, long hits, double floor) {}

  /** Rows and rows with the mark. */
  private record Sum(long n, long hits) {
    private static final Sum NONE = new Sum(0, 0);

    Sum and(Sum other) {
      return new Sum(n + other.n, hits + other.hits);
    }

    Sum less(Sum other) {
      return new Sum(n - other.n, hits - other.hits);
    }

    double share() {
      return n == 0 ? 0 : (double) hits / n;
    }
  }

  /** Every agency of {@code tallies}, which are of one period and name each stratum once. */
  static List<PeerShare> of(List<Tally> tallies) {
    Map<String, Sum> nation = new HashMap<>();
    Map<Subject, List<Tally>> agencies = new LinkedHashMap<>();
    Sum all = Sum.NONE;
    for (Tally one : tallies) {
      Sum sum = new Sum(one.n(), one.hits());
      nation.merge(one.stratum(), sum, Sum::and);
      agencies.computeIfAbsent(one.subject(), any -> new ArrayList<>()).add(one);
      all = all.and(sum);
    }
    List<PeerShare> shares = new ArrayList<>();
    for (List<Tally> own : agencies.values()) {
      shares.add(agencies.size() < LEAST_AGENCIES ? alone(own) : of(own, nation, all));
    }
    return shares;
  }

  private static PeerShare alone(List<Tally> own) {
    Sum sum = sum(own);
    return new PeerShare(own.get(0).subject(), sum.n(), sum.hits(), floor(own), 0);
  }

  private static PeerShare of(List<Tally> own, Map<String, Sum> nation, Sum all) {
    Sum sum = sum(own);
    Sum others = all.less(sum);
    double expected = 0;
    for (Tally one : own) {
      Sum there = nation.get(one.stratum()).less(new Sum(one.n(), one.hits()));
      expected += one.n() * (there.n() >= LEAST_PEERS ? there : others).share();
    }
    // Half a mark among all others stands for "none seen", so that a share of 0 is not certain.
    double rarest = others.n() == 0 ? 0 : sum.n() * 0.5 / others.n();
    return new PeerShare(
        own.get(0).subject(),
        sum.n(),
        sum.hits(),
        Math.max(Math.max(expected, rarest), floor(own)),
        others.n());
  }

  private static Sum sum(List<Tally> own) {
    return own.stream().map(one -> new Sum(one.n(), one.hits())).reduce(Sum.NONE, Sum::and);
  }

  private static double floor(List<Tally> own) {
    return own.stream().mapToDouble(Tally::floor).sum();
  }

  double share() {
    return (double) hits / n;
  }

  double expectedShare() {
    return expected / n;
  }

  /** The chance of it beside {@code all} agencies of the period, this one among them; in [0, 1]. */
  double chance(List<PeerShare> all) {
    List<PeerShare> others =
        all.stream().filter(one -> !one.subject.equals(subject) && one.n > 0).toList();
    Dispersion dispersion =
        Dispersion.winsorised(
            others.stream().mapToDouble(one -> one.off() / one.error()).toArray(),
            others.stream().mapToDouble(PeerShare::error).toArray());
    return Math.max(exact(), NormalTail.above(dispersion.z(off(), error())));
  }

  /** Fisher's exact chance; binomial without peers, where a floor alone is known. */
  private double exact() {
    if (peers == 0) {
      return Tails.binomial(hits, n, expectedShare());
    }
    long marked = hits + Math.round(expectedShare() * peers);
    return Tails.hypergeometric(hits, n + peers, marked, n);
  }

  private double off() {
    return angle(share()) - angle(expectedShare());
  }

  private double error() {
    double variance = 1.0 / (4 * n) + (peers == 0 ? 0 : 1.0 / (4 * peers));
    return Math.sqrt(variance);
  }

  private static double angle(double share) {
    return Math.asin(Math.sqrt(Math.min(1, share)));
  }
}
