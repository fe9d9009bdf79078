package id.rapor.detect;

import id.rapor.detect.PeerShare.Tally;
import id.rapor.stats.Dispersion;
import id.rapor.stats.Quantiles;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * All agencies of one period, as each other's peers.
 *
 * <p>Expected of an agency are, stratum by stratum, its rows times the share that all its peers
 * have there (that of all their strata where they have fewer than {@value #LEAST_PEERS} rows in
 * that one). With fewer than {@value #LEAST_AGENCIES} agencies nobody has peers: one other is no
 * measure.
 *
 * <p>An agency that itself stands out would make its peers look clean or its like look usual; it
 * can be set aside, and is nobody's peer from then on.
 */
final class PeerGroup {
  private static final int LEAST_PEERS = 30;
  private static final int LEAST_AGENCIES = 3;

  /** Variance of a standard normal whose end tenths are pulled in to where they begin. */
  private static final double PULLED_IN = 0.6787;

  /** Among so many agencies one hardly moves how much they differ. */
  private static final int MANY = 100;

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

  private final Map<Subject, List<Tally>> agencies = new LinkedHashMap<>();
  private final Set<Subject> aside = new HashSet<>();
  private List<PeerShare> shares;
  private Dispersion usual;

  /**
   * A group.
   *
   * @param tallies of one period; an agency has each stratum once
   */
  PeerGroup(Collection<Tally> tallies) {
    tallies.forEach(
        one -> agencies.computeIfAbsent(one.subject(), any -> new ArrayList<>()).add(one));
    compare();
  }

  /** Makes {@code odd} agencies nobody's peers; returns whether any of them was one. */
  boolean setAside(Collection<Subject> odd) {
    boolean isNew = aside.addAll(odd);
    if (isNew) {
      compare();
    }
    return isNew;
  }

  int size() {
    return agencies.size();
  }

  /** Every agency, also those set aside, beside its peers. */
  List<PeerShare> shares() {
    return shares;
  }

  /** The chance of {@code one} share as its peers go; in [0, 1]. */
  double chance(PeerShare one) {
    boolean isAlreadyOut = shares.size() > MANY || aside.contains(one.subject());
    return one.chance(isAlreadyOut ? usual : dispersion(one.subject()));
  }

  private void compare() {
    Map<String, Sum> nation = new HashMap<>();
    Sum all = Sum.NONE;
    for (Map.Entry<Subject, List<Tally>> agency : agencies.entrySet()) {
      if (agencies.size() >= LEAST_AGENCIES && !aside.contains(agency.getKey())) {
        for (Tally one : agency.getValue()) {
          nation.merge(one.stratum(), sum(one), Sum::and);
          all = all.and(sum(one));
        }
      }
    }
    List<PeerShare> compared = new ArrayList<>();
    for (List<Tally> own : agencies.values()) {
      compared.add(beside(own, nation, all));
    }
    shares = List.copyOf(compared);
    usual = dispersion(null);
  }

  private PeerShare beside(List<Tally> own, Map<String, Sum> nation, Sum all) {
    Subject subject = own.get(0).subject();
    boolean isPeer = agencies.size() >= LEAST_AGENCIES && !aside.contains(subject);
    Sum sum = own.stream().map(PeerGroup::sum).reduce(Sum.NONE, Sum::and);
    Sum others = isPeer ? all.less(sum) : all;
    double expected = 0;
    for (Tally one : own) {
      Sum there = nation.getOrDefault(one.stratum(), Sum.NONE);
      Sum theirs = isPeer ? there.less(sum(one)) : there;
      expected += one.n() * (theirs.n() >= LEAST_PEERS ? theirs : others).share();
    }
    // Half a mark among all others stands for "none seen", so that a share of 0 is not certain.
    double rarest = others.n() == 0 ? 0 : sum.n() * 0.5 / others.n();
    double floor = own.stream().mapToDouble(Tally::floor).sum();
    double byPeers = Math.max(expected, rarest);
    return new PeerShare(
        subject,
        sum.n(),
        sum.hits(),
        Math.max(byPeers, floor),
        floor > byPeers,
        others.n(),
        own.stream()
            .map(Tally::amount)
            .filter(Objects::nonNull)
            .reduce(BigDecimal::add)
            .orElse(null));
  }

  private Dispersion dispersion(Subject without) {
    List<PeerShare> peers =
        shares.stream()
            .filter(one -> one.n() > 0)
            .filter(one -> !one.subject().equals(without) && !aside.contains(one.subject()))
            .toList();
    if (peers.isEmpty()) {
      // Chance alone, about a floor.
      return new Dispersion(1, 0);
    }
    // What pulling in takes from the spread of agencies that merely differ is given back.
    double given = Math.sqrt(PULLED_IN);
    // About their own middle: one large odd agency moves what is expected of all others alike.
    double middle = Quantiles.median(peers.stream().mapToDouble(PeerShare::off).toArray());
    return Dispersion.winsorised(
        peers.stream().mapToDouble(one -> (one.off() - middle) / one.error() / given).toArray(),
        peers.stream().mapToDouble(PeerShare::error).toArray());
  }

  private static Sum sum(Tally one) {
    return new Sum(one.n(), one.hits());
  }
}
