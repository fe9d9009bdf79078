package id.rapor.reference;

import static java.util.Objects.requireNonNull;

import id.rapor.settings.Period;
import id.rapor.table.Cases;
import id.rapor.table.Deliveries;
import id.rapor.table.Feeds;
import id.rapor.table.Provenance;
import id.rapor.table.Staffing;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who was to deliver what by when.
 *
 * @param source empty = whichever source delivers for the agency
 * @param agencyId empty = every agency of the source
 * @param period code of the period that the delivery covers
 * @param dueOn the last day in time
 * @param deliveredOn the day on which it came in, as the receiving desk noted
 */
public record Delivery(
    Optional<String> source,
    String feed,
    Optional<String> agencyId,
    String period,
    LocalDate dueOn,
    Optional<LocalDate> deliveredOn) {

  public Delivery {
    requireNonNull(source);
    requireNonNull(feed);
    requireNonNull(agencyId);
    requireNonNull(period);
    requireNonNull(dueOn);
    requireNonNull(deliveredOn);
  }

  /** The same delivery by one agency. */
  Delivery by(String agency) {
    return new Delivery(source, feed, Optional.of(agency), period, dueOn, deliveredOn);
  }

  /** What names it: the same delivery, whenever it is due or came. */
  Delivery undated() {
    return new Delivery(source, feed, agencyId, period, LocalDate.EPOCH, Optional.empty());
  }

  static Delivery of(CsvLine line) {
    if (line.text(Provenance.SOURCE).isEmpty() && line.text(Cases.AGENCY_ID).isEmpty()) {
      line.problem("source and agency_id are empty, expected the one that was to deliver");
    }
    return new Delivery(
        line.text(Provenance.SOURCE),
        line.parsedRequired(
                Deliveries.FEED,
                "one of " + Feeds.ALL,
                cell -> Feeds.named(cell).orElseThrow(IllegalArgumentException::new).name())
            .orElse(""),
        line.text(Cases.AGENCY_ID),
        line.parsedRequired(
                Staffing.PERIOD,
                "a period such as 2025-03, 2025-Q1 or 2025",
                cell -> Period.parse(cell).orElseThrow(IllegalArgumentException::new).code())
            .orElse(""),
        line.parsedRequired(Deliveries.DUE_ON, "a day such as 2025-03-31", LocalDate::parse)
            .orElse(LocalDate.EPOCH),
        line.day(Deliveries.DELIVERED_ON));
  }
}
