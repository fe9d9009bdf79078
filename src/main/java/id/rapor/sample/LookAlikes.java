package id.rapor.sample;

import id.rapor.sample.Agency.Habit;
import id.rapor.sample.Wrong.Subject;
import java.util.Locale;

/** What resembles a wrong and is none: a detector that flags it is mistaken. */
final class LookAlikes {
  static final String EXPRESS = "express_class";
  static final String WAIVER = "lawful_waiver";
  static final String PRIORITY = "lawful_priority";
  static final String TARIFF_CHANGE = "tariff_change";
  static final String INSTALMENTS = "instalments";
  private static final String LOCAL_TARIFF = "local_tariff";
  private static final String OWN_LIMIT = "agency_time_limit";
  private static final String FORMULA = "formula_tariff";
  private static final String AT_ONCE = "issued_at_once";
  private static final String TINY = "tiny_agency";

  /** Like slow_agency, which they are not: they are asked for what is hard. */
  private static final String HARD_MIX = "hard_service_mix";

  /** Like group_disparity: the groups ask for different things (Simpson, 1951). */
  private static final String HARD_NEWCOMERS = "groups_ask_differently";

  /** Like month_end_bunching: more is handed in late in the month. */
  private static final String PAYDAYS = "month_end_inflow";

  /** Below so many cases an agency's figures are chance. */
  private static final int FEWEST = 30;

  private LookAlikes() {}

  /** Those that concern an agency, or one service of it, rather than a case. */
  static void ofAgencies(Nation nation, Line line) {
    for (Agency agency : nation.agencies) {
      if (agency.cases() < FEWEST) {
        write(line, TINY, Subject.AGENCY.name(), agency, "");
      }
      if (isHonest(nation, agency)) {
        ofHabits(line, agency);
      }
      for (Offer offer : agency.offers()) {
        Product product = offer.product();
        Standard standard = offer.standards().get(0);
        if (!standard.regionCode().isEmpty()) {
          ofService(line, LOCAL_TARIFF, agency, product);
        }
        if (!standard.agencyId().isEmpty()) {
          ofService(line, OWN_LIMIT, agency, product);
        }
        if (product.hasFormula()) {
          ofService(line, FORMULA, agency, product);
        }
        if (product.isIssuedAtOnce()) {
          ofService(line, AT_ONCE, agency, product);
        }
      }
    }
  }

  /** What else is wrong there would be mistaken for them. */
  private static boolean isHonest(Nation nation, Agency agency) {
    return nation.guilty.ofEntities().stream().noneMatch(guilt -> guilt.agency().equals(agency));
  }

  private static void ofHabits(Line line, Agency agency) {
    if (agency.does(Habit.HARD_MIX)) {
      write(line, HARD_MIX, Subject.AGENCY.name(), agency, "");
    }
    boolean hasBoth =
        agency.offers().stream().map(Offer::product).anyMatch(Product::isHard)
            && !agency.offers().stream().map(Offer::product).allMatch(Product::isHard);
    if (hasBoth && agency.does(Habit.HARD_NEWCOMERS) && agency.does(Habit.GROUPS)) {
      write(line, HARD_NEWCOMERS, Subject.AGENCY.name(), agency, "");
    }
    if (agency.does(Habit.PAYDAYS)) {
      write(line, PAYDAYS, Subject.AGENCY.name(), agency, "");
    }
  }

  private static void ofService(Line line, String kind, Agency agency, Product product) {
    write(line, kind, "agency_service", agency, product.serviceId());
  }

  private static void write(
      Line line, String kind, String subjectKind, Agency agency, String serviceId) {
    line.text(kind);
    line.comma();
    line.text(subjectKind.toLowerCase(Locale.ROOT));
    line.comma();
    line.text(agency.id());
    line.comma();
    line.text(serviceId);
    line.comma();
    line.newLine();
  }
}
