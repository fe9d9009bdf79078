package id.rapor.sample;

import id.rapor.sample.Agency.Habit;
import id.rapor.sample.Draw.Purpose;
import id.rapor.sample.Wrong.Stage;
import id.rapor.sample.Wrong.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which agency does which wrongs, and the act of doing them. */
final class Guilty {
  /** Entity detectors look back six months; an older wrong would blur what they should say. */
  private static final int WINDOW = 6;

  /** More than so many wrongs at one agency would hide each other. */
  private static final int MOST = 2;

  private final long seed;
  private final List<List<Guilt>> byAgency;

  private Guilty(long seed, List<List<Guilt>> byAgency) {
    this.seed = seed;
    this.byAgency = byAgency;
  }

  /** Chooses the guilty of {@code nation}; nobody where no wrongs are wanted. */
  static Guilty choose(Nation nation, List<Agency> agencies) {
    List<List<Guilt>> chosen = new ArrayList<>();
    agencies.forEach(agency -> chosen.add(new ArrayList<>()));
    if (nation.options.wrongs() == Sample.Wrongs.PLANTED) {
      for (int place = 0; place < WrongList.ALL.size(); place++) {
        choose(nation, agencies, place, chosen);
      }
    }
    return new Guilty(nation.options.seed(), chosen);
  }

  private static void choose(
      Nation nation, List<Agency> agencies, int place, List<List<Guilt>> chosen) {
    Wrong wrong = WrongList.ALL.get(place);
    long seed = nation.options.seed();
    int wanted = (int) Math.ceil(agencies.size() * wrong.share());
    agencies.stream()
        .filter(agency -> agency.cases() >= wrong.minimum() && wrong.where().test(agency))
        .filter(agency -> chosen.get(agency.index()).size() < MOST)
        .filter(agency -> isFree(chosen.get(agency.index()), wrong.stage()))
        .sorted(
            Comparator.comparingInt((Agency agency) -> chosen.get(agency.index()).size())
                .thenComparingLong(agency -> lot(seed, place, agency))
                .thenComparingInt(Agency::index))
        .limit(wanted)
        .toList()
        .forEach(agency -> chosen.get(agency.index()).add(guilt(nation, wrong, place, agency)));
  }

  /** Two wrongs that bend the same part of a case would undo each other. */
  private static boolean isFree(List<Guilt> guilts, Stage stage) {
    return guilts.stream().noneMatch(guilt -> guilt.wrong().stage().clashesWith(stage));
  }

  private static Guilt guilt(Nation nation, Wrong wrong, int place, Agency agency) {
    Draw draw = Draw.of(nation.options.seed(), Purpose.GUILT, place, agency.index(), 1);
    int since = wrong.subject() == Subject.CASE ? 0 : Math.max(0, nation.span.months() - WINDOW);
    return new Guilt(
        wrong,
        place,
        agency,
        since,
        draw.below(agency.officers()),
        10_000_000L + draw.below(80_000_000),
        nation.span);
  }

  private static long lot(long seed, int place, Agency agency) {
    return Draw.of(seed, Purpose.GUILT, place, agency.index()).bits();
  }

  /** {@code agencies}, recording what their wrongs need to be seen. */
  List<Agency> withHabits(List<Agency> agencies) {
    return agencies.stream()
        .map(
            agency -> {
              Agency recording = agency;
              for (Guilt guilt : byAgency.get(agency.index())) {
                for (Habit habit : guilt.wrong().needs()) {
                  recording = recording.doing(habit);
                }
              }
              return recording;
            })
        .toList();
  }

  /** Lets the wrongs of the case's agency bend it at {@code stage}. */
  void bend(Stage stage, Draft draft) {
    List<Guilt> guilts = byAgency.get(draft.agency.index());
    for (Guilt guilt : guilts) {
      Wrong wrong = guilt.wrong();
      if (wrong.stage() == stage && draft.month >= guilt.since()) {
        Draw draw =
            Draw.of(
                seed,
                Purpose.WRONG,
                guilt.place(),
                draft.agency.index(),
                draft.month,
                draft.ordinal);
        boolean isDone = draw.happens(wrong.rate()) && wrong.change().bend(draft, draw, guilt);
        if (isDone && wrong.subject() == Subject.CASE) {
          draft.fault(wrong.detector());
        }
      }
    }
  }

  /** Every wrong that is not of single cases, by agency. */
  List<Guilt> ofEntities() {
    return IntStream.range(0, byAgency.size())
        .mapToObj(byAgency::get)
        .flatMap(List::stream)
        .filter(guilt -> guilt.wrong().subject() != Subject.CASE)
        .toList();
  }
}
