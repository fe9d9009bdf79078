package id.rapor.publish;

import id.rapor.table.Sensitivities;
import id.rapor.text.Lists;
import id.rapor.text.Numbers;
import id.rapor.text.PeriodNames;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that the page tells of a period, in words and places of drawings: the part that makes a new
 * edition when it changes.
 *
 * @param axis the numbers over the rank intervals
 * @param regions the provinces by code
 * @param peers the peer groups, by their words
 * @param robustness how much the order depends on choices, in a sentence; empty if not known
 * @param services which services the numbers cover, in a sentence
 * @param notes what the settings add
 */
record Story(
    String title,
    String subtitle,
    String period,
    Summary summary,
    List<Tick> axis,
    List<Standing> standings,
    List<Unranked> unranked,
    Rules rules,
    List<Leads> leads,
    List<RegionTile> regions,
    List<PeerGroup> peers,
    String robustness,
    String services,
    List<String> notes) {

  /** So many services are named; of more only the number is told. */
  private static final int MOST_NAMED = 60;

  Story {
    axis = List.copyOf(axis);
    standings = List.copyOf(standings);
    unranked = List.copyOf(unranked);
    leads = List.copyOf(leads);
    regions = List.copyOf(regions);
    peers = List.copyOf(peers);
    notes = List.copyOf(notes);
  }

  /** A number on an axis and where it stands. */
  record Tick(String number, String at) {}

  static Story of(Contents contents, Facts facts) {
    Standings standings = new Standings(facts);
    List<Standing> ranked = standings.ranked();
    List<Unranked> unranked = standings.unranked();
    return new Story(
        contents.settings().title(),
        contents.settings().subtitle(),
        PeriodNames.words(contents.period().code(), facts.labels().language()),
        Summary.of(facts),
        axis(standings.ranks(), facts.labels()),
        ranked,
        unranked,
        Rules.of(facts),
        Leads.of(facts),
        RegionTile.of(facts),
        Stream.concat(ranked.stream().map(Standing::peers), unranked.stream().map(Unranked::peers))
            .distinct()
            .sorted(Comparator.comparing(PeerGroup::words))
            .toList(),
        robustness(facts),
        services(facts),
        contents.settings().notes());
  }

  private static List<Tick> axis(Scale ranks, Labels labels) {
    return ranks.quarters().stream()
        .map(rank -> new Tick(Numbers.whole(rank, labels.language()), ranks.at(rank)))
        .toList();
  }

  private static String robustness(Facts facts) {
    return facts.collected().around().sensitivities().values().stream()
        .flatMap(row -> Cells.real(row, Sensitivities.ROBUSTNESS).stream())
        .findFirst()
        .map(value -> Numbers.decimal(value, 2, facts.labels().language()))
        .map(value -> facts.labels().text("robustness_told", value))
        .orElse("");
  }

  private static String services(Facts facts) {
    Labels labels = facts.labels();
    Map<String, String> names = facts.services();
    List<String> covered =
        facts.collected().covered().stream()
            .map(code -> names.getOrDefault(code, code))
            .sorted()
            .toList();
    if (covered.isEmpty()) {
      return "";
    }
    String count = Numbers.whole(covered.size(), labels.language());
    return covered.size() > MOST_NAMED
        ? labels.text("services_counted", count)
        : labels.text("services_named", count, Lists.and(covered, labels.language()));
  }
}
