package id.rapor.sample;

import id.rapor.sample.Agency.Habit;
import id.rapor.sample.Draw.Purpose;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes the agencies: quality, offices, what they offer and what their systems record. */
final class AgencyMaker {
  /** Spread of what is asked for between agencies of one kind, on the log scale. */
  private static final double MIX_SIGMA = 0.5;

  /** Spread of how much an agency is asked for hard services; what a hard mix leans to. */
  private static final double LEAN_SIGMA = 3;

  private static final double HARD_LEAN = 8;
  private static final double LEFT_OUT = 0.12;

  /** How common each habit is. */
  private static final Map<Habit, Double> HABITS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Habit.HARD_MIX, 0.08),
              Map.entry(Habit.HARD_NEWCOMERS, 0.15),
              Map.entry(Habit.PAYDAYS, 0.1),
              Map.entry(Habit.PROMISES, 0.5),
              Map.entry(Habit.STARTS, 0.7),
              Map.entry(Habit.GROUPS, 0.7),
              Map.entry(Habit.SHORT_FORM, 0.5),
              Map.entry(Habit.PAYMENTS, 0.75),
              Map.entry(Habit.STEPS, 0.75),
              Map.entry(Habit.PAUSES, 0.4),
              Map.entry(Habit.DOCUMENTS, 0.4)));

  private final Nation nation;
  private final long seed;
  private final Map<String, WorkCalendar> calendars = new HashMap<>();
  private final Map<Kind, Double> pace = new EnumMap<>(Kind.class);

  AgencyMaker(Nation nation) {
    this.nation = nation;
    this.seed = nation.options.seed();
  }

  /** One agency for each of {@code seats}, in order. */
  List<Agency> all(List<Nation.Seat> seats) {
    for (Kind kind : Kind.values()) {
      pace.put(kind, usualPace(seats, kind));
    }
    return IntStream.range(0, seats.size()).mapToObj(i -> make(i, seats.get(i))).toList();
  }

  /** Mean pace of a kind's agencies, each weighted by its cases. */
  private double usualPace(List<Nation.Seat> seats, Kind kind) {
    double sum = 0;
    double weight = 0;
    for (int agency = 0; agency < seats.size(); agency++) {
      if (seats.get(agency).kind() == kind) {
        sum += Quality.of(seed, agency).pace() * nation.cases(agency);
        weight += nation.cases(agency);
      }
    }
    return weight == 0 ? 0 : sum / weight;
  }

  private Agency make(int index, Nation.Seat seat) {
    long cases = nation.cases(index);
    String id = seat.kind().agencyId(seat.region(), seat.unit());
    Quality quality = Quality.of(seed, index);
    return new Agency(
        index,
        id,
        seat.kind(),
        seat.region(),
        seat.unit(),
        cases,
        (int) (5 + cases / (12L * nation.span.months())),
        offices(index, seat, id, cases),
        offers(index, seat, id, quality),
        quality,
        habits(index));
  }

  private List<Office> offices(int index, Nation.Seat seat, String id, long cases) {
    Draw draw = Draw.of(seed, Purpose.AGENCY, index, 1);
    double pattern = draw.unit();
    Hours hours = pattern < 0.5 ? Hours.DEFAULT : pattern < 0.8 ? Hours.BREAKS : Hours.SIX_DAYS;
    boolean hasHall = draw.happens(0.25) && seat.kind() != Kind.PTSP_PROVINSI;
    boolean hasBranch = cases > 300 && draw.happens(0.5);
    double main = hasHall && hasBranch ? 0.6 : hasHall || hasBranch ? 0.75 : 1;
    WorkCalendar calendar = calendar(hours, seat.region());
    List<Office> offices = new ArrayList<>();
    offices.add(new Office(id + "-A", hours, calendar, main));
    if (hasBranch) {
      offices.add(new Office(id + "-B", hours, calendar, hasHall ? 0.85 : 1));
    }
    if (hasHall) {
      String hall = "MPP-" + seat.region().digits();
      offices.add(new Office(hall, Hours.HALL, calendar(Hours.HALL, seat.region()), 1));
    }
    return offices;
  }

  private WorkCalendar calendar(Hours hours, Region region) {
    String key = hours + region.code().substring(0, 2);
    return calendars.computeIfAbsent(
        key, absent -> new WorkCalendar(nation.span, hours, region, nation.holidays));
  }

  private List<Offer> offers(int index, Nation.Seat seat, String id, Quality quality) {
    Draw draw = Draw.of(seed, Purpose.AGENCY, index, 2);
    double lean = lean(index);
    List<Product> offered = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (Product product : nation.products) {
      if (product.isOfferedBy(seat.kind())) {
        double weight = draw.around(product.weightAt(lean), MIX_SIGMA);
        boolean isLeftOut = draw.happens(LEFT_OUT);
        if (offered.isEmpty() || !isLeftOut) {
          offered.add(product);
          weights.add(weight);
        }
      }
    }
    double all = weights.stream().mapToDouble(Double::doubleValue).sum();
    List<Offer> offers = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < offered.size(); i++) {
      sum += weights.get(i);
      offers.add(offer(offered.get(i), sum / all, seat, id, quality));
    }
    return offers;
  }

  /** How much the agency is asked for hard services. */
  private double lean(int index) {
    return habits(index).contains(Habit.HARD_MIX)
        ? HARD_LEAN
        : LEAN_SIGMA * Draw.of(seed, Purpose.AGENCY, index, 4).normal();
  }

  private Offer offer(
      Product product, double cumulative, Nation.Seat seat, String id, Quality quality) {
    return new Offer(
        product,
        cumulative,
        Standard.inForce(nation.standards, product, id, seat.region()),
        product.difficulty() + quality.pace(),
        product.difficulty() + pace.get(seat.kind()));
  }

  private Set<Habit> habits(int index) {
    Set<Habit> habits = EnumSet.noneOf(Habit.class);
    // Every second agency, so that even a nation of two has both styles.
    if (index % 2 == 0) {
      habits.add(Habit.OFFSETS);
    }
    for (Habit habit : Habit.values()) {
      double share = HABITS.getOrDefault(habit, 0.0);
      if (Draw.of(seed, Purpose.AGENCY, index, 3, habit.name().hashCode()).happens(share)) {
        habits.add(habit);
      }
    }
    return habits;
  }
}
