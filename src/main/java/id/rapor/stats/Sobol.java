package id.rapor.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Which share of a result's variance is due to each of the inputs that were varied together.
 *
 * <p>With A and B independent draws of all inputs and AB(i) the draw A with input i from B: first =
 * mean(yB (yAB(i) - yA)) / V, total = mean((yA - yAB(i))&sup2;) / (2 V), V the sample variance of
 * all yA and yB. Estimates from few draws may lie a little outside [0, 1]. Source: Saltelli et al.
 * 2010 (first), Jansen 1999 (total).
 *
 * @param variance V, in the squared unit of the result; NaN for fewer than two results
 * @param first share of each input alone; NaN where V is 0
 * @param total share of each input with all it does together with others; NaN where V is 0
 */
public record Sobol(double variance, List<Double> first, List<Double> total) {

  public Sobol {
    first = List.copyOf(first);
    total = List.copyOf(total);
  }

  /**
   * The indices from results of equal length, one per draw.
   *
   * @param ofAb one array per input
   * @throws IllegalArgumentException if the lengths differ
   */
  public static Sobol of(double[] ofA, double[] ofB, List<double[]> ofAb) {
    for (double[] results : ofAb) {
      if (ofA.length != ofB.length || results.length != ofA.length) {
        throw new IllegalArgumentException(
            "Cannot share out variance: there are "
                + ofA.length
                + ", "
                + ofB.length
                + " and "
                + results.length
                + " results, expected as many of each draw; evaluate all draws.");
      }
    }
    double[] all = DoubleStream.concat(Arrays.stream(ofA), Arrays.stream(ofB)).toArray();
    double mean = Arrays.stream(all).average().orElse(Double.NaN);
    double squares = Arrays.stream(all).map(y -> (y - mean) * (y - mean)).sum();
    double variance = squares / (all.length - 1);
    return new Sobol(
        variance,
        ofAb.stream().map(results -> first(ofA, ofB, results) / variance).toList(),
        ofAb.stream().map(results -> total(ofA, results) / variance).toList());
  }

  private static double first(double[] ofA, double[] ofB, double[] ofAb) {
    return IntStream.range(0, ofA.length)
        .mapToDouble(k -> ofB[k] * (ofAb[k] - ofA[k]))
        .average()
        .orElse(Double.NaN);
  }

  private static double total(double[] ofA, double[] ofAb) {
    return IntStream.range(0, ofA.length)
        .mapToDouble(k -> (ofA[k] - ofAb[k]) * (ofA[k] - ofAb[k]) / 2)
        .average()
        .orElse(Double.NaN);
  }
}
