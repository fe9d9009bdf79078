package id.rapor.sample;

import id.rapor.sample.Draw.Purpose;
import id.rapor.table.Budgets;
import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.Staffing;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The monthly figures of each agency's own house: staff and money. */
final class Households {
  private static final long COST_OF_OFFICER = 9_000_000;
  private static final long COST_OF_CASE = 60_000;

  private final Nation nation;

  Households(Nation nation) {
    this.nation = nation;
  }

  /** One line of the staffing feed. */
  String staffing(Agency agency, int month) {
    Draw steady = Draw.of(nation.options.seed(), Purpose.MONTH, agency.index(), -1);
    Draw draw = Draw.of(nation.options.seed(), Purpose.MONTH, agency.index(), month, 1);
    double learning = agency.quality().learning();
    int heads = agency.officers();
    int all = part(heads, agency.quality().trainedShare() + 0.04 * (steady.unit() - 0.5));
    Map<Field, String> row = key(agency, month);
    row.put(Staffing.HEADCOUNT, whole(heads));
    row.put(Staffing.TRAINED_ALL, whole(all));
    row.put(Staffing.TRAINED_TECHNICAL, whole(atLeast(all, heads, steady)));
    row.put(Staffing.TRAINED_COMMUNICATION, whole(atLeast(all, heads, steady)));
    row.put(Staffing.TRAINED_ETHICS, whole(atLeast(all, heads, steady)));
    double hours = heads * (1.3 + 2.2 * learning) * draw.between(0.8, 1.2);
    row.put(Staffing.TRAINING_HOURS, whole(Math.round(hours)));
    row.put(Staffing.SUPERVISED, whole(part(heads, 0.58 + 0.38 * learning)));
    row.put(Staffing.SEPARATIONS, whole(draw.happens(heads * 0.004) ? 1 : 0));
    leadership(row, heads, learning, draw);
    return line(Staffing.FEED, row);
  }

  private static void leadership(Map<Field, String> row, int heads, double learning, Draw draw) {
    int posts = 3 + heads / 8;
    row.put(Staffing.LEADERSHIP_POSTS, whole(posts));
    row.put(Staffing.LEADERSHIP_POSTS_FILLED, whole(part(posts, 0.78 + 0.22 * learning)));
    int due = 2 + draw.below(4);
    int closed = 0;
    for (int action = 0; action < due; action++) {
      closed += draw.happens(0.62 + 0.34 * learning) ? 1 : 0;
    }
    row.put(Staffing.ACTIONS_DUE, whole(due));
    row.put(Staffing.ACTIONS_CLOSED, whole(closed));
  }

  /** One line of the budgets feed; {@code revenue} is what applicants paid in the month, Rupiah. */
  String budget(Agency agency, int month, long revenue) {
    Draw draw = Draw.of(nation.options.seed(), Purpose.MONTH, agency.index(), month, 2);
    long allocated =
        agency.officers() * COST_OF_OFFICER + agency.cases() / nation.span.months() * COST_OF_CASE;
    double rate = agency.quality().budgetRealisation() * draw.between(0.97, 1.02);
    double booked = 1 - 0.01 * (1 - agency.quality().thrift()) * draw.unit();
    Map<Field, String> row = key(agency, month);
    row.put(Budgets.ALLOCATED, whole(allocated));
    row.put(Budgets.REALISED, whole(Math.round(allocated * rate)));
    row.put(Budgets.NON_TAX_REVENUE, whole(Math.round(revenue * booked)));
    return line(Budgets.FEED, row);
  }

  /**
   * How an agency sends its staffing: all in time, but some one month late, one month never, or the
   * last month not yet, as there always is.
   */
  Sending sending(Agency agency, int month) {
    if (nation.options.wrongs() != Sample.Wrongs.PLANTED) {
      return Sending.IN_TIME;
    }
    int fromTheEnd = nation.span.months() - 1 - month;
    int lot = agency.index() % 40;
    if (fromTheEnd == 0) {
      return lot == 17 ? Sending.NOT_YET : Sending.IN_TIME;
    }
    if (fromTheEnd == 1) {
      return lot == 23 ? Sending.NEVER : Sending.IN_TIME;
    }
    return fromTheEnd == 2 && lot == 29 ? Sending.LATE : Sending.IN_TIME;
  }

  /** When a month's figures are sent. */
  enum Sending {
    IN_TIME,
    /** With the file of the month after. */
    LATE,
    NEVER,
    /** After the span. */
    NOT_YET
  }

  private Map<Field, String> key(Agency agency, int month) {
    Map<Field, String> row = new HashMap<>();
    row.put(Cases.AGENCY_ID, agency.id());
    row.put(Staffing.PERIOD, nation.span.month(month).toString());
    return row;
  }

  private static int part(int whole, double share) {
    return (int) Math.min(whole, Math.round(whole * share));
  }

  private static int atLeast(int least, int most, Draw draw) {
    return least + draw.below(most - least + 1);
  }

  private static String whole(long number) {
    return Long.toString(number);
  }

  private static String line(Feed feed, Map<Field, String> row) {
    return feed.columns().stream()
            .map(field -> Csv.cell(row.getOrDefault(field, "")))
            .collect(Collectors.joining(","))
        + "\n";
  }
}
