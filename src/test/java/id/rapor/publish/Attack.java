package id.rapor.publish;

import id.rapor.publish.Count.Cell;
import id.rapor.settings.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * Works out hidden counts as a reader might: a linear program over everything that is published,
 * knowing what adds up and that a hidden count is at least 1. It shares nothing with what protects.
 * A base unknown is a month and service; every published count is the sum of some.
 */
final class Attack {
  private static final double EXACT = 1e-6;
  private static final long SMALL = 10;

  private final Map<Cell, Integer> bases = new HashMap<>();
  private final List<LinearConstraint> known = new ArrayList<>();

  private Attack(Collection<Cell> cells) {
    cells.stream()
        .filter(one -> one.period().kind() == Period.Kind.MONTH && !one.isWhole())
        .forEach(one -> bases.put(one, bases.size()));
  }

  /** The small counts that follow from those that are not hidden. */
  static Set<Cell> on(Map<Cell, Long> counts, Set<Cell> hidden) {
    Attack attack = new Attack(counts.keySet());
    attack.read(counts, hidden, 1);
    return attack.found(counts, small(counts, hidden));
  }

  /** Those of {@code secrets} that follow, where a hidden one may be 0. */
  static Set<Cell> on(Map<Cell, Long> sums, Set<Cell> hidden, Set<Cell> secrets) {
    Attack attack = new Attack(sums.keySet());
    attack.read(sums, hidden, 0);
    return attack.found(sums, secrets);
  }

  /** The same by two editions; counts by month and service have not changed between them. */
  static Set<Cell> on(
      Map<Cell, Long> before, Set<Cell> first, Map<Cell, Long> now, Set<Cell> second) {
    Set<Cell> all = new HashSet<>(before.keySet());
    all.addAll(now.keySet());
    Attack attack = new Attack(all);
    attack.read(before, first, 1);
    attack.read(now, second, 1);
    Set<Cell> found = attack.found(before, small(before, first));
    found.addAll(attack.found(now, small(now, second)));
    return found;
  }

  private static Set<Cell> small(Map<Cell, Long> counts, Set<Cell> hidden) {
    Set<Cell> small = new HashSet<>(hidden);
    small.removeIf(cell -> counts.getOrDefault(cell, SMALL) >= SMALL);
    return small;
  }

  private void read(Map<Cell, Long> counts, Set<Cell> hidden, long least) {
    counts.forEach(
        (cell, n) ->
            known.add(
                new LinearConstraint(
                    sum(cell, counts.keySet()),
                    hidden.contains(cell) ? Relationship.GEQ : Relationship.EQ,
                    hidden.contains(cell) ? least : n)));
  }

  private double[] sum(Cell cell, Set<Cell> published) {
    double[] sum = new double[bases.size()];
    bases.forEach(
        (base, at) -> {
          boolean isPart =
              published.contains(base)
                  && cell.period().holds(base.period().first())
                  && (cell.isWhole() || cell.service().equals(base.service()));
          sum[at] = isPart ? 1 : 0;
        });
    return sum;
  }

  private Set<Cell> found(Map<Cell, Long> counts, Set<Cell> secrets) {
    Set<Cell> found = new HashSet<>();
    Map<List<Double>, Boolean> settled = new HashMap<>();
    for (Cell cell : secrets) {
      double[] sum = sum(cell, counts.keySet());
      boolean isSettled =
          settled.computeIfAbsent(
              Arrays.stream(sum).boxed().toList(),
              same -> best(sum, GoalType.MAXIMIZE) - best(sum, GoalType.MINIMIZE) < EXACT);
      if (isSettled) {
        found.add(cell);
      }
    }
    return found;
  }

  private double best(double[] sum, GoalType goal) {
    return new SimplexSolver()
        .optimize(
            new MaxIter(10_000),
            new LinearObjectiveFunction(sum, 0),
            new LinearConstraintSet(known),
            goal)
        .getValue();
  }
}
