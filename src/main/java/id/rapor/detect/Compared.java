package id.rapor.detect;

import id.rapor.stats.BenjaminiHochberg;
import id.rapor.stats.Dispersion;
import id.rapor.stats.NormalTail;
import id.rapor.stats.Tails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often something is seen at each agency, against what the others let expect of it.
 *
 * <p>Expected = sum over kinds (service and class) of n times the rate of all other agencies, (seen
 * + 0.5) / (n + 1); for a kind that fewer than 3 agencies have, their rate over all kinds. p is the
 * larger of the exact binomial tail and of the upper normal tail of (sqrt(O/E) - 1) / sqrt(1/(4E) +
 * tau&sup2;), where tau&sup2; is how much the agencies differ anyhow (Spiegelhalter 2005): neither
 * chance nor the usual differences explain what is found. q by Benjamini and Hochberg over the
 * agencies tested.
 */
final class Compared {
  private static final int LEAST_AGENCIES = 3;

  /** How often among how many. */
  private record Count(long n, long seen) {
    static final Count NONE = new Count(0, 0);

    Count plus(Count other) {
      return new Count(n + other.n, seen + other.seen);
    }

    Count minus(Count other) {
      return new Count(n - other.n, seen - other.seen);
    }

    double rate() {
      return (seen + 0.5) / (n + 1);
    }
  }

  /**
   * One agency.
   *
   * @param expected how often it should be seen
   */
  record Agency(String id, long n, long seen, double expected, double p, double q) {
    double share() {
      return (double) seen / n;
    }

    double expectedShare() {
      return expected / n;
    }

    double ratio() {
      return seen / expected;
    }

    private Agency plus(Agency more) {
      return new Agency(id, n + more.n, seen + more.seen, expected + more.expected, 1, 1);
    }

    private double off() {
      return Math.sqrt(ratio()) - 1;
    }

    private double error() {
      return 1 / (2 * Math.sqrt(expected));
    }

    private Agency with(double rarity, double discovery) {
      return new Agency(id, n, seen, expected, rarity, discovery);
    }
  }

  private final Map<String, Map<String, Count>> kinds = new TreeMap<>();

  /** Adds what is known of one agency and kind. */
  void add(String agency, String kind, long n, long seen) {
    kinds
        .computeIfAbsent(kind, any -> new TreeMap<>())
        .merge(agency, new Count(n, seen), Count::plus);
  }

  /** The agencies with at least that many rows of kinds that others have too. */
  List<Agency> tested(long least) {
    List<Agency> agencies = expected().stream().filter(agency -> agency.n >= least).toList();
    double[] off = agencies.stream().mapToDouble(Agency::off).toArray();
    double[] error = agencies.stream().mapToDouble(Agency::error).toArray();
    double[] z = new double[off.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = off[i] / error[i];
    }
    Dispersion usual = Dispersion.winsorised(z, error);
    double[] p = new double[z.length];
    for (int i = 0; i < p.length; i++) {
      Agency agency = agencies.get(i);
      double chance = Tails.binomial(agency.seen, agency.n, Math.min(1, agency.expectedShare()));
      p[i] = Math.max(chance, NormalTail.above(usual.z(off[i], error[i])));
    }
    double[] q = BenjaminiHochberg.qValues(p, p.length);
    List<Agency> tested = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      tested.add(agencies.get(i).with(p[i], q[i]));
    }
    return tested;
  }

  private List<Agency> expected() {
    Map<String, Count> totals = new TreeMap<>();
    kinds.values().forEach(kind -> kind.forEach((id, own) -> totals.merge(id, own, Count::plus)));
    Count everything = sum(totals);
    Map<String, Agency> agencies = new TreeMap<>();
    for (Map<String, Count> kind : kinds.values()) {
      Count all = sum(kind);
      kind.forEach(
          (id, own) -> {
            Count others =
                kind.size() < LEAST_AGENCIES ? everything.minus(totals.get(id)) : all.minus(own);
            agencies.merge(
                id, new Agency(id, own.n, own.seen, own.n * others.rate(), 1, 1), Agency::plus);
          });
    }
    return totals.size() < LEAST_AGENCIES ? List.of() : List.copyOf(agencies.values());
  }

  private static Count sum(Map<String, Count> counts) {
    return counts.values().stream().reduce(Count.NONE, Count::plus);
  }
}
