package id.rapor.table;

import java.util.List;
import java.util.Optional;

/** The list of feeds: what agencies may deliver. */
public final class Feeds {
  public static final List<Feed> ALL =
      List.of(
          Cases.FEED,
          Steps.FEED,
          Pauses.FEED,
          Documents.FEED,
          Payments.FEED,
          Surveys.FEED,
          Complaints.FEED,
          Staffing.FEED,
          Budgets.FEED);

  private Feeds() {}

  /** The feed of that name. */
  public static Optional<Feed> named(String name) {
    return ALL.stream().filter(feed -> feed.name().equals(name)).findFirst();
  }
}
