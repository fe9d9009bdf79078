package id.rapor.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the steps of many cases tell of how work flows: variants, rework, repetitions, hand-overs
 * and what happens between steps. Events of a case are taken in the order of time, equal times in
 * the order that they were given in.
 *
 * <p>Source: van der Aalst, Process Mining (2016); the notions of bupaR and pm4py.
 */
public final class ProcessLog {
  private final Collection<List<Event>> cases;

  private ProcessLog(Collection<List<Event>> cases) {
    this.cases = cases;
  }

  /**
   * One step of one case.
   *
   * @param minute when, in minutes from any moment
   * @param resource who did it
   */
  public record Event(String caseId, String activity, double minute, String resource) {}

  /** Two events of a case, the second next to the first. */
  public record Move(Event from, Event to) {
    double minutes() {
      return to.minute - from.minute;
    }
  }

  public static ProcessLog of(List<Event> events) {
    Map<String, List<Event>> cases = new TreeMap<>();
    events.forEach(
        event -> cases.computeIfAbsent(event.caseId, any -> new ArrayList<>()).add(event));
    cases.values().forEach(each -> each.sort(Comparator.comparingDouble(Event::minute)));
    return new ProcessLog(cases.values());
  }

  /** How many cases take each sequence of activities, named with {@code >} between them. */
  public Map<String, Integer> variants() {
    return counted(
        cases.stream()
            .map(each -> each.stream().map(Event::activity).collect(Collectors.joining(">")))
            .toList(),
        variant -> variant);
  }

  /** -sum(p log2 p) of the variants' shares p, in bits; 0 for a single variant. */
  public double entropy() {
    return variants().values().stream()
        .mapToDouble(count -> (double) count / cases.size())
        .map(share -> -share * Math.log(share) / Math.log(2))
        .sum();
  }

  /** How many of the most frequent variants it takes to hold {@code share} of the cases. */
  public int variantsToCover(double share) {
    List<Integer> counts = variants().values().stream().sorted(Comparator.reverseOrder()).toList();
    int covered = 0;
    int taken = 0;
    while (covered < share * cases.size()) {
      covered += counts.get(taken++);
    }
    return taken;
  }

  /** In how many cases each activity is done more than once. */
  public Map<String, Integer> rework() {
    Map<String, Integer> rework = new TreeMap<>();
    for (List<Event> each : cases) {
      counted(each, Event::activity)
          .forEach((activity, times) -> rework.merge(activity, times > 1 ? 1 : 0, Integer::sum));
    }
    return rework;
  }

  /** How many cases have any activity more than once. */
  public long reworkedCases() {
    return cases.stream()
        .filter(each -> counted(each, Event::activity).values().stream().anyMatch(n -> n > 1))
        .count();
  }

  /** How often an activity is followed by itself. */
  public long selfLoops() {
    return moves().stream().filter(ProcessLog::isLoop).count();
  }

  /** How often an activity comes back after another one was done. */
  public long returns() {
    long returns = 0;
    for (List<Event> each : cases) {
      Set<String> seen = new HashSet<>();
      String last = "";
      for (Event event : each) {
        boolean isAgain = !seen.add(event.activity) && !event.activity.equals(last);
        returns += isAgain ? 1 : 0;
        last = event.activity;
      }
    }
    return returns;
  }

  /** Every two events that follow each other in a case. */
  public List<Move> moves() {
    List<Move> moves = new ArrayList<>();
    for (List<Event> each : cases) {
      for (int i = 1; i < each.size(); i++) {
        moves.add(new Move(each.get(i - 1), each.get(i)));
      }
    }
    return moves;
  }

  /** How often who passes a case to whom, themselves included, named {@code from,to}. */
  public Map<String, Integer> handovers() {
    return counted(moves(), move -> move.from.resource + "," + move.to.resource);
  }

  /** The share of moves that go to somebody else; NaN without moves. */
  public double handoverRate() {
    return moves().stream()
        .mapToDouble(move -> move.from.resource.equals(move.to.resource) ? 0 : 1)
        .average()
        .orElse(Double.NaN);
  }

  /** The minutes between each two activities that follow each other, sorted, by {@code from,to}. */
  public Map<String, double[]> gaps() {
    return moves().stream()
        .collect(
            Collectors.groupingBy(
                move -> move.from.activity + "," + move.to.activity,
                TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), ProcessLog::sorted)));
  }

  /** The minutes from the first to the last event of each case, sorted. */
  public double[] durations() {
    return cases.stream()
        .mapToDouble(each -> each.get(each.size() - 1).minute - each.get(0).minute)
        .sorted()
        .toArray();
  }

  private static double[] sorted(List<Move> moves) {
    double[] minutes = moves.stream().mapToDouble(Move::minutes).toArray();
    Arrays.sort(minutes);
    return minutes;
  }

  private static boolean isLoop(Move move) {
    return move.from.activity.equals(move.to.activity);
  }

  private static <T> Map<String, Integer> counted(List<T> things, Function<T, String> name) {
    return things.stream()
        .collect(Collectors.groupingBy(name, TreeMap::new, Collectors.summingInt(any -> 1)));
  }
}
