package id.rapor.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How often somebody who came later was served before somebody who waited, in one queue.
 *
 * <p>A waiting pair: i came strictly before j, and j came strictly before i was served. An
 * overtaking: j was then served strictly before i. Counted by merging, in n log n. An empty queue,
 * and one of a single person, have no pairs; the rate is then NaN.
 *
 * <p>Source: slips and skips of Gordon 1987 and Larson 1987; Avi-Itzhak and Levy 2004.
 *
 * @param pairs waiting pairs
 * @param overtakings at most {@code pairs}
 * @param followers for each person, how many came while that one waited
 * @param overtook for each person, how many others were overtaken
 * @param overtakenBy for each person, by how many others
 */
public record Overtakings(
    long pairs,
    long overtakings,
    List<Integer> followers,
    List<Integer> overtook,
    List<Integer> overtakenBy) {

  /** One who came, and was served at or after that; both in the same unit. */
  public record Turn(double arrival, double start) {
    public Turn {
      if (!(start >= arrival)) {
        throw new IllegalArgumentException(
            "Cannot count overtakings: somebody came at "
                + arrival
                + " and was served at "
                + start
                + ", expected the service after; leave out what has no or wrong times.");
      }
    }
  }

  /** Overtakings among {@code queue}, in any order. */
  public static Overtakings of(List<Turn> queue) {
    int n = queue.size();
    int[] overtook = new int[n];
    int[] overtakenBy = new int[n];
    Integer[] order = byArrival(queue);
    merge(queue, order, new Integer[n], 0, n, overtook, overtakenBy);
    double[] arrivals = queue.stream().mapToDouble(Turn::arrival).sorted().toArray();
    List<Integer> followers =
        queue.stream()
            .map(turn -> below(arrivals, turn.start()) - upTo(arrivals, turn.arrival()))
            .map(later -> Math.max(0, later))
            .toList();
    return new Overtakings(
        followers.stream().mapToLong(Integer::longValue).sum(),
        Arrays.stream(overtook).asLongStream().sum(),
        followers,
        Arrays.stream(overtook).boxed().toList(),
        Arrays.stream(overtakenBy).boxed().toList());
  }

  /** Overtakings per waiting pair, in [0, 1]. */
  public double rate() {
    return pairs == 0 ? Double.NaN : (double) overtakings / pairs;
  }

  /**
   * How rare at least so many overtakings are if whoever is free takes any of those who wait: at
   * every start one of the waiting is drawn. In (0, 1]: (1 + as many or more) / (1 + {@code
   * draws}), so that it is never 0 (Phipson and Smyth 2010). A queue in order gives nearly 1.
   *
   * @param seed the same seed gives the same answer
   */
  public double chance(List<Turn> queue, int draws, long seed) {
    Random random = new Random(seed);
    long asMany =
        IntStream.range(0, draws)
            .filter(draw -> of(shuffled(queue, random)).overtakings() >= overtakings)
            .count();
    return (1.0 + asMany) / (1.0 + draws);
  }

  /** The same arrivals and starts, each start given to anybody who waits at it. */
  private static List<Turn> shuffled(List<Turn> queue, Random random) {
    double[] starts = queue.stream().mapToDouble(Turn::start).sorted().toArray();
    double[] arrivals = queue.stream().mapToDouble(Turn::arrival).sorted().toArray();
    double[] waiting = new double[arrivals.length];
    Turn[] turns = new Turn[starts.length];
    int come = 0;
    int held = 0;
    for (int at = 0; at < starts.length; at++) {
      while (come < arrivals.length && arrivals[come] <= starts[at]) {
        waiting[held++] = arrivals[come++];
      }
      int taken = random.nextInt(held);
      turns[at] = new Turn(waiting[taken], starts[at]);
      waiting[taken] = waiting[--held];
    }
    return List.of(turns);
  }

  private static Integer[] byArrival(List<Turn> queue) {
    // Equal arrivals by start, so that neither counts as overtaken by the other.
    return IntStream.range(0, queue.size())
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer i) -> queue.get(i).arrival())
                .thenComparingDouble(i -> queue.get(i).start()))
        .toArray(Integer[]::new);
  }

  /** How many of {@code sorted} lie below {@code value}. */
  public static int below(double[] sorted, double value) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < value) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** How many of {@code sorted} do not lie above {@code value}. */
  public static int upTo(double[] sorted, double value) {
    return below(sorted, Math.nextUp(value));
  }

  /**
   * Sorts {@code order} from {@code from} to {@code to} by start, and counts on the way: all of the
   * earlier half that start after one of the later half were overtaken by it. Whoever overtakes
   * came before the other's start, as none starts before coming.
   */
  private static void merge(
      List<Turn> queue,
      Integer[] order,
      Integer[] spare,
      int from,
      int to,
      int[] overtook,
      int[] overtakenBy) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) / 2;
    merge(queue, order, spare, from, middle, overtook, overtakenBy);
    merge(queue, order, spare, middle, to, overtook, overtakenBy);
    int later = middle;
    int earlier = from;
    for (int at = from; at < to; at++) {
      boolean isLater =
          earlier == middle
              || (later < to
                  && queue.get(order[later]).start() < queue.get(order[earlier]).start());
      if (isLater) {
        overtook[order[later]] += middle - earlier;
        spare[at] = order[later++];
      } else {
        overtakenBy[order[earlier]] += later - middle;
        spare[at] = order[earlier++];
      }
    }
    System.arraycopy(spare, from, order, from, to - from);
  }
}
