package id.rapor.league;

import id.rapor.settings.Aggregation;
import id.rapor.settings.Aggregation.Mean;
import id.rapor.stats.Normalisation;
import id.rapor.stats.OutlierTreatment;
import id.rapor.stats.OutlierTreatment.Logarithm;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** The uncapped scores of a period as they would be under other choices and another sample. */
final class Alternative {
  /** Weights, normalisation, aggregation, sampling error: each a number in [0, 1) that picks it. */
  static final int INPUTS = 4;

  private static final double SPREAD = 0.25;

  private final Panel panel;
  private final Map<String, Double> perspectives;

  Alternative(Panel panel, Map<String, Double> perspectives) {
    this.panel = panel;
    this.perspectives = perspectives;
  }

  /** How values become points; where all agencies are equal, each is the best. */
  private enum How {
    /** The published anchors: 60 at the standard, 100 at the target, clipped to 0-100. */
    ANCHORS,
    /** From 0 for the worst agency of the period to 100 for the best, outliers pulled in. */
    RANGE,
    /** 100 times the share of the other agencies that are worse. */
    PERCENTILE;

    private static final int MOST_PULLED_IN = 5;

    double[] normalised(DoubleStream unclipped) {
      double[] points = unclipped.toArray();
      double[] made =
          switch (this) {
            case ANCHORS -> Normalisation.goalposts(points, 0, 100, 100);
            case RANGE ->
                Normalisation.minMax(
                    OutlierTreatment.of(points, MOST_PULLED_IN, Logarithm.ORIGINAL), 0, 100);
            case PERCENTILE -> Normalisation.scaled(Normalisation.percentileRank(points), 0, 1);
          };
      for (int i = 0; i < made.length; i++) {
        made[i] = Double.isNaN(made[i]) && !Double.isNaN(points[i]) ? 100 : made[i];
      }
      return made;
    }
  }

  /** The score of each agency under one {@code draw} of the inputs. */
  double[] scores(double[] draw) {
    double[][] points = sampled(draw[3]);
    How[] ways = How.values();
    normalise(points, ways[(int) (draw[1] * ways.length)]);
    Mean[] means = Mean.values();
    Composite composite = weighted(draw[0], means[(int) (draw[2] * means.length)]);
    return Arrays.stream(points)
        .mapToDouble(each -> composite.score(panel.metrics, each))
        .toArray();
  }

  /** Each feed of each agency errs once for all its metrics, as in the published standard error. */
  private double[][] sampled(double input) {
    double[][] points = new double[panel.points.length][];
    for (int i = 0; i < points.length; i++) {
      Random random =
          new Random(Double.doubleToLongBits(input) * 31 + panel.agencies.get(i).hashCode());
      Map<String, Double> errors = new TreeMap<>();
      panel.metrics.forEach(part -> errors.put(part.feed(), 0.0));
      errors.replaceAll((feed, none) -> random.nextGaussian());
      points[i] = panel.points[i].clone();
      for (int k = 0; k < points[i].length; k++) {
        points[i][k] += panel.errors[i][k] * errors.get(panel.metrics.get(k).feed());
      }
    }
    return points;
  }

  private static void normalise(double[][] points, How how) {
    for (int k = 0; points.length > 0 && k < points[0].length; k++) {
      int metric = k;
      double[] column = how.normalised(Arrays.stream(points).mapToDouble(row -> row[metric]));
      for (int i = 0; i < points.length; i++) {
        points[i][k] = column[i];
      }
    }
  }

  /** Every weight, of metrics and of perspectives, up to a quarter more or less. */
  private Composite weighted(double input, Mean mean) {
    Random random = new Random(Double.doubleToLongBits(input));
    double[] metrics =
        panel.metrics.stream().mapToDouble(part -> part.weight() * factor(random)).toArray();
    Map<String, Double> weights = new HashMap<>();
    new TreeMap<>(perspectives)
        .forEach((code, weight) -> weights.put(code, weight * factor(random)));
    return new Composite(metrics, weights, new Aggregation(mean, mean));
  }

  private static double factor(Random random) {
    return 1 - SPREAD + 2 * SPREAD * random.nextDouble();
  }

  /** 1 + how many score higher, for each. */
  static double[] ranks(double[] scores) {
    double[] sorted = Arrays.stream(scores).sorted().toArray();
    return Arrays.stream(scores)
        .map(
            score -> {
              int at = Arrays.binarySearch(sorted, score);
              while (at + 1 < sorted.length && sorted[at + 1] == score) {
                at++;
              }
              return sorted.length - at;
            })
        .toArray();
  }
}
