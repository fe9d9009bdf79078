package id.rapor.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.rapor.detect.DetectorEntry.Words;
import id.rapor.detect.PeerShare.Tally;
import id.rapor.stats.Dispersion;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** What peers lead to expect, and how rare it is to differ from it, by hand. */
class PeerShareTest {
  private static final Dispersion NONE = new Dispersion(1, 0);

  @Test
  void peersOfTheSameKindSayWhatToExpect() {
    PeerShare own =
        share(
            "OWN",
            tally("OWN", "easy", 10, 2),
            tally("OWN", "hard", 10, 8),
            tally("A", "easy", 40, 4),
            tally("B", "hard", 40, 30));
    // 10 x 4/40 + 10 x 30/40.
    assertThat(own.expected()).isCloseTo(8.5, within(1e-12));
    assertThat(own.share()).isEqualTo(0.5);
    assertThat(own.peers()).isEqualTo(80);
    assertThat(own.isByFloor()).isFalse();
  }

  @Test
  void aKindWithFewPeersIsHeldAgainstAllOfThem() {
    PeerShare own =
        share(
            "OWN", tally("OWN", "rare", 10, 5), tally("A", "rare", 29, 29), tally("B", "x", 71, 1));
    assertThat(own.expectedShare()).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void aFloorHoldsWherePeersSayLess() {
    PeerShare own =
        share(
            "OWN",
            new Tally(subject("OWN"), "x", 10, 4, 3, null),
            tally("A", "x", 50, 5),
            tally("B", "x", 50, 5));
    assertThat(own.expected()).isEqualTo(3);
    assertThat(own.isByFloor()).isTrue();
  }

  @Test
  void nothingSeenElsewhereIsNotImpossible() {
    PeerShare own =
        share("OWN", tally("OWN", "x", 10, 1), tally("A", "x", 25, 0), tally("B", "x", 25, 0));
    assertThat(own.expected()).isCloseTo(0.1, within(1e-12));
    // Two marks among 60, and at least one of them among the 10: half a mark is rounded up.
    assertThat(own.chance(NONE)).isCloseTo(1 - 50 * 49 / (60.0 * 59), within(1e-12));
  }

  @Test
  void oneOtherAgencyIsNoMeasure() {
    PeerShare own =
        share("OWN", new Tally(subject("OWN"), "x", 4, 4, 2, null), tally("A", "x", 1000, 0));
    assertThat(own.peers()).isZero();
    assertThat(own.expected()).isEqualTo(2);
  }

  @Test
  void whereAllDifferNoneStandsOut() {
    Tally[] nation = new Tally[40];
    for (int i = 0; i < nation.length; i++) {
      nation[i] = tally("agency " + i, "x", 1000, 10L * (i + 1));
    }
    // Chance alone would let a third stand out; 400 of 1,000 is no exception among 10, 20 ... 390.
    PeerGroup group = new PeerGroup(List.of(nation));
    assertThat(group.shares()).allMatch(one -> group.chance(one) > 0.01);
  }

  /**
   * Angles of asin(sqrt(share)) lie on the quantiles of a normal: each chance is that quantile's.
   */
  @Test
  void agenciesThatMerelyDifferHaveTheChancesOfANormal() {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    int agencies = 199;
    Tally[] nation = new Tally[agencies];
    for (int i = 0; i < agencies; i++) {
      double z = normal.inverseCumulativeProbability((i + 1.0) / (agencies + 1));
      double share = Math.pow(Math.sin(Math.asin(Math.sqrt(0.3)) + 0.05 * z), 2);
      nation[i] = tally("agency " + i, "x", 1_000_000, Math.round(1_000_000 * share));
    }
    PeerGroup group = new PeerGroup(List.of(nation));
    assertThat(group.chance(group.shares().get(194))).isCloseTo(0.025, within(0.005));
    assertThat(group.chance(group.shares().get(197))).isCloseTo(0.010, within(0.003));
  }

  @Test
  void oneLargeOddAgencyDoesNotMakeAllOthersDiffer() {
    List<Tally> nation = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      nation.add(tally("agency " + i, "x", 30, i % 2));
    }
    nation.add(tally("LARGE", "x", 900, 540));
    nation.add(tally("ALSO", "x", 170, 115));
    PeerGroup group = new PeerGroup(nation);
    assertThat(group.chance(group.shares().get(40))).isLessThan(1e-3);
    assertThat(group.chance(group.shares().get(41))).isLessThan(1e-3);
    assertThat(group.chance(group.shares().get(1))).isGreaterThan(0.5);
  }

  @Test
  void whoIsSetAsideIsNobodysPeer() {
    PeerGroup group =
        new PeerGroup(
            List.of(
                tally("ODD", "x", 900, 800),
                tally("ALSO", "x", 500, 450),
                tally("CLEAN", "x", 100, 10),
                tally("FINE", "x", 100, 12)));
    assertThat(group.setAside(List.of(subject("ODD")))).isTrue();
    assertThat(group.setAside(List.of(subject("ODD")))).isFalse();
    // ALSO beside 22 of 200, ODD beside those and ALSO: 472 of 700.
    assertThat(expected(group, "ALSO")).isCloseTo(22 / 200.0, within(1e-12));
    assertThat(expected(group, "ODD")).isCloseTo(472 / 700.0, within(1e-12));
  }

  private static double expected(PeerGroup group, String agency) {
    return group.shares().stream()
        .filter(one -> one.subject().equals(subject(agency)))
        .findFirst()
        .orElseThrow()
        .expectedShare();
  }

  @Test
  void withoutPeersOnlyAFloorSaysAnything() {
    PeerGroup group = new PeerGroup(List.of(new Tally(subject("OWN"), "x", 4, 4, 2, null)));
    PeerShare alone = group.shares().get(0);
    assertThat(alone.peers()).isZero();
    assertThat(group.chance(alone)).isCloseTo(1 / 16.0, within(1e-12));
  }

  @Test
  void aFloorIsNotSaidToBeOthersShare() {
    Words none = new Words("", "");
    ShareRule rule = new ShareRule(null, null, null, null, new Words("", "rows"), none);
    PeerShare floor = new PeerShare(subject("OWN"), 10, 5, 2, true, 90, null);
    PeerShare peers = new PeerShare(subject("OWN"), 10, 5, 2, false, 90, null);
    assertThat(rule.words(floor).en()).doesNotContain("judged by other").contains("20.0%");
    assertThat(rule.words(peers).en()).contains("judged by other agencies 20.0%");
  }

  private static PeerShare share(String agency, Tally... tallies) {
    return new PeerGroup(List.of(tallies))
        .shares().stream()
            .filter(one -> one.subject().equals(subject(agency)))
            .findFirst()
            .orElseThrow();
  }

  private static Tally tally(String agency, String stratum, long n, long hits) {
    return new Tally(subject(agency), stratum, n, hits, 0, null);
  }

  private static Subject subject(String agency) {
    return Subject.agency("2025-03", agency);
  }
}
