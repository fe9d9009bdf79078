package id.rapor.stats;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The association of a group with an event over strata, each of which compares like with like.
 *
 * <p>With a, b the group's counts with and without the event, c, d the others' and N all of a
 * stratum: odds ratio = sum(ad/N) / sum(bc/N) (Mantel and Haenszel 1959), its 95 % interval by
 * Robins, Breslow and Greenland (1986); chi-squared = (sum a - sum E)&sup2; / sum V with E and V
 * the hypergeometric mean and variance (Cochran 1954; without continuity correction); heterogeneity
 * by Breslow and Day (1980) with Tarone's (1985) correction.
 *
 * <p>Strata without both groups and both outcomes say nothing and change nothing. Without any that
 * says something the ratio is NaN and both p are 1; a cell of zeros throughout makes the ratio 0 or
 * infinite, its interval NaN and heterogeneity untested (p = 1).
 *
 * @param crude odds ratio of the sums over all strata; Simpson's paradox shows beside {@code ratio}
 * @param ratio adjusted odds ratio, without unit, 0 to infinity; above 1: more events in the group
 * @param low lower end of its 95 % interval
 * @param high upper end
 * @param p two-sided, of no association
 * @param heterogeneity p of the same odds ratio in every stratum (Tarone)
 * @param strata how many strata say something
 */
public record MantelHaenszel(
    double crude,
    double ratio,
    double low,
    double high,
    double chiSquared,
    double p,
    double heterogeneity,
    int strata) {

  private static final double Z = NormalTail.quantile(0.025);

  /** The association in {@code all}, in any order. */
  public static MantelHaenszel of(List<Stratum> all) {
    List<Stratum> strata = all.stream().filter(Stratum::isInformative).toList();
    double ratio =
        sum(strata, MantelHaenszel::concordant) / sum(strata, MantelHaenszel::discordant);
    double error = logError(strata);
    double variance = sum(strata, MantelHaenszel::variance);
    double off = sum(strata, one -> one.event() - mean(one));
    double chi = strata.isEmpty() ? 0 : off * off / variance;
    return new MantelHaenszel(
        crude(all),
        ratio,
        ratio * Math.exp(-Z * error),
        ratio * Math.exp(Z * error),
        chi,
        Tails.chiSquared(chi, 1),
        heterogeneity(strata, ratio),
        strata.size());
  }

  /**
   * How far the group's events may lie from those expected, on the narrower side: with less than 5
   * the chances of the test are too small (Mantel and Fleiss 1980). Each of {@code strata} has both
   * groups.
   */
  public static double room(List<Stratum> strata) {
    double fewest = 0;
    double expected = 0;
    double most = 0;
    for (Stratum one : strata) {
      double group = one.group();
      double events = one.event() + one.otherEvent();
      double all = group + one.others();
      fewest += Math.max(0, group + events - all);
      expected += group * events / all;
      most += Math.min(group, events);
    }
    return Math.min(expected - fewest, most - expected);
  }

  private static double crude(List<Stratum> all) {
    return sum(all, Stratum::event)
        * sum(all, Stratum::otherNoEvent)
        / (sum(all, Stratum::noEvent) * sum(all, Stratum::otherEvent));
  }

  /** Robins, Breslow and Greenland's standard error of the log odds ratio. */
  private static double logError(List<Stratum> strata) {
    double r = sum(strata, MantelHaenszel::concordant);
    double s = sum(strata, MantelHaenszel::discordant);
    double pr = sum(strata, one -> agreeing(one) * concordant(one));
    double mixed =
        sum(strata, one -> agreeing(one) * discordant(one) + (1 - agreeing(one)) * concordant(one));
    double qs = sum(strata, one -> (1 - agreeing(one)) * discordant(one));
    return Math.sqrt(pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s));
  }

  private static double heterogeneity(List<Stratum> strata, double ratio) {
    if (strata.size() < 2 || !(ratio > 0 && ratio < Double.POSITIVE_INFINITY)) {
      return 1;
    }
    double chi = 0;
    double off = 0;
    double variances = 0;
    for (Stratum one : strata) {
      double fitted = fitted(one, ratio);
      double variance =
          1
              / (1 / fitted
                  + 1 / (one.group() - fitted)
                  + 1 / (one.events() - fitted)
                  + 1 / (one.others() - one.events() + fitted));
      chi += (one.event() - fitted) * (one.event() - fitted) / variance;
      off += one.event() - fitted;
      variances += variance;
    }
    return Tails.chiSquared(Math.max(0, chi - off * off / variances), strata.size() - 1.0);
  }

  /** The count a that has exactly that odds ratio at the stratum's margins. */
  private static double fitted(Stratum one, double ratio) {
    double group = one.group();
    double events = one.events();
    double free = one.others() - events;
    double a = 1 - ratio;
    double b = free + ratio * (group + events);
    double c = -ratio * group * events;
    // The stable form of the root that lies inside the margins.
    return -2 * c / (b + Math.sqrt(b * b - 4 * a * c));
  }

  private static double concordant(Stratum one) {
    return (double) one.event() * one.otherNoEvent() / one.all();
  }

  private static double discordant(Stratum one) {
    return (double) one.noEvent() * one.otherEvent() / one.all();
  }

  private static double agreeing(Stratum one) {
    return (double) (one.event() + one.otherNoEvent()) / one.all();
  }

  private static double mean(Stratum one) {
    return (double) one.group() * one.events() / one.all();
  }

  private static double variance(Stratum one) {
    double n = one.all();
    return mean(one) * one.others() / n * (n - one.events()) / (n - 1);
  }

  private static double sum(List<Stratum> strata, ToDoubleFunction<Stratum> term) {
    return strata.stream().mapToDouble(term).sum();
  }
}
