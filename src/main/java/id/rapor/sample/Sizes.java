package id.rapor.sample;

import id.rapor.sample.Draw.Purpose;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many cases each agency has in each month: log-normal over agencies, a few of them tiny, and
 * in the sum exactly what was asked for.
 */
final class Sizes {
  private static final double SIGMA = 0.85;

  /** One agency in so many is too small to be judged. */
  private static final int TINY_EVERY = 20;

  private static final double JAVA = 1.6;

  private Sizes() {}

  /** Cases per agency and month: {@code [agency][month]}. */
  static long[][] draw(Sample.Options options, Span span, List<Nation.Seat> seats) {
    double[] weights = new double[seats.size()];
    for (int agency = 0; agency < weights.length; agency++) {
      Nation.Seat seat = seats.get(agency);
      double busy = seat.region().zone().equals("Asia/Jakarta") ? JAVA : 1;
      weights[agency] =
          Draw.of(options.seed(), Purpose.SIZE, agency).around(seat.kind().size() * busy, SIGMA);
    }
    long[] fixed = tiny(options, weights);
    long[] totals = shares(options.rows() - Arrays.stream(fixed).sum(), weights);
    long[][] counts = new long[weights.length][];
    for (int agency = 0; agency < weights.length; agency++) {
      counts[agency] = overMonths(options.seed(), span, agency, totals[agency] + fixed[agency]);
    }
    return counts;
  }

  /** Fixes the smallest agencies below what can be judged, and takes their weight away. */
  private static long[] tiny(Sample.Options options, double[] weights) {
    long[] fixed = new long[weights.length];
    boolean isRoom = options.rows() / weights.length >= 100;
    int count = isRoom ? weights.length / TINY_EVERY : 0;
    IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer agency) -> weights[agency]))
        .limit(count)
        .toList()
        .forEach(
            agency -> {
              fixed[agency] = 8L + Draw.of(options.seed(), Purpose.SIZE, agency, 1).below(18);
              weights[agency] = 0;
            });
    return fixed;
  }

  private static long[] overMonths(long seed, Span span, int agency, long total) {
    double[] weights = new double[span.months()];
    for (int month = 0; month < weights.length; month++) {
      double busy = Draw.of(seed, Purpose.MONTH, agency, month).around(1, 0.08);
      weights[month] = busy * (span.month(month).getMonthValue() == 3 ? 0.85 : 1);
    }
    return shares(total, weights);
  }

  /** Parts of {@code total} in proportion to {@code weights}; cumulative rounding keeps the sum. */
  private static long[] shares(long total, double[] weights) {
    double all = Arrays.stream(weights).sum();
    long[] shares = new long[weights.length];
    double sum = 0;
    long given = 0;
    for (int part = 0; part < shares.length; part++) {
      sum += weights[part];
      long upTo = part == shares.length - 1 ? total : Math.round(total * (sum / all));
      shares[part] = upTo - given;
      given = upTo;
    }
    return shares;
  }
}
