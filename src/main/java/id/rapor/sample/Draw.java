package id.rapor.sample;

/**
 * A stream of random numbers for one key: the same seed and key give the same stream, whoever asks
 * and whenever. SplitMix64 (Steele, Lea, Flood 2014); StrictMath, so that every machine agrees.
 */
final class Draw {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** What a stream is for, so that one part of a case never shifts the draws of another. */
  enum Purpose {
    AGENCY,
    PLACE,
    SIZE,
    MONTH,
    CASE,
    HANDLING,
    FEE,
    TRACE,
    VOICE,
    WRONG,
    GUILT,
    DIRT;

    private final long key = name().hashCode();
  }

  private long state;

  private Draw(long state) {
    this.state = state;
  }

  /** The stream of {@code key} for {@code purpose}. */
  static Draw of(long seed, Purpose purpose, long... key) {
    long hash = mix(seed + GOLDEN * purpose.key);
    for (long part : key) {
      hash = mix(hash ^ (part + GOLDEN));
    }
    return new Draw(hash);
  }

  /** 64 random bits. */
  long bits() {
    state += GOLDEN;
    return mix(state);
  }

  /** Uniform in [0, 1). */
  double unit() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in [{@code low}, {@code high}). */
  double between(double low, double high) {
    return low + (high - low) * unit();
  }

  /** A whole number in [0, {@code bound}). */
  int below(int bound) {
    return (int) (unit() * bound);
  }

  /** True with {@code probability}. */
  boolean happens(double probability) {
    return unit() < probability;
  }

  /** Standard normal, by Box and Muller (1958). */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    return radius * StrictMath.cos(2 * Math.PI * unit());
  }

  /** Log-normal with {@code median} and standard deviation {@code sigma} on the log scale. */
  double around(double median, double sigma) {
    return median * StrictMath.exp(sigma * normal());
  }

  /** One of {@code choices}, each as likely. */
  @SafeVarargs
  final <T> T oneOf(T... choices) {
    return choices[below(choices.length)];
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
