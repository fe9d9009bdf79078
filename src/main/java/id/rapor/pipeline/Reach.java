package id.rapor.pipeline;

import id.rapor.settings.UserError;
import id.rapor.table.Feeds;
import id.rapor.table.Files;
import id.rapor.table.Quarantine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which part of the road a run goes: everything, unless {@code --from} or {@code --to} say
 * otherwise. The places are 0 for taking files in, then the stages, then publishing.
 *
 * @param from first place that is gone to
 * @param to last place that is gone to
 * @param forced whether the first place is made anew even if nothing has changed
 */
record Reach(int from, int to, boolean forced) {
  private static final int LAST = Pipeline.STAGES.size() + 1;

  static Reach of(Request request) {
    int from = request.from().map(Reach::place).orElse(0);
    int to = request.to().map(Reach::place).orElse(LAST);
    if (from > to) {
      throw new UserError(
          "Cannot run from "
              + request.from().get()
              + " to "
              + request.to().get()
              + ": the second comes before the first.");
    }
    return new Reach(from, to, request.from().isPresent());
  }

  boolean takesIn() {
    return from == 0;
  }

  boolean publishes() {
    return to == LAST;
  }

  List<Stage> stages() {
    return Pipeline.STAGES.subList(Math.max(from, 1) - 1, Math.min(to, LAST - 1));
  }

  boolean forces(Stage stage) {
    return forced && Pipeline.STAGES.indexOf(stage) + 1 == from;
  }

  private static int place(String table) {
    Optional<Integer> stage =
        Optional.of(Pipeline.placeOf(table)).filter(place -> place >= 0).map(place -> place + 1);
    if (table.equals(Lineage.PUBLISHED)) {
      return LAST;
    }
    boolean fed =
        Feeds.named(table).isPresent()
            || table.equals(Files.TABLE.name())
            || table.equals(Quarantine.TABLE.name());
    return fed ? 0 : stage.orElseThrow(() -> unknown(table));
  }

  private static UserError unknown(String table) {
    List<String> names =
        Stream.of(
                Stream.of("cases"),
                Pipeline.STAGES.stream().map(stage -> stage.made().name()),
                Stream.of(Lineage.PUBLISHED))
            .flatMap(part -> part)
            .toList();
    return new UserError(
        "Cannot run from or to "
            + table
            + ": no stage makes it; the stages are "
            + String.join(", ", names)
            + ".");
  }
}
