package id.rapor.ingest;

import id.rapor.table.Cases;
import id.rapor.table.Complaints;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.Payments;
import id.rapor.table.Steps;
import java.util.List;
import java.util.stream.Stream;

/** The columns that hold a code of some list, and so may hold one that was never seen. */
final class Codes {
  private static final List<String> NAMES =
      Stream.of(
              Cases.STATUS,
              Cases.CHANNEL,
              Cases.SERVICE_ID,
              Cases.SERVICE_CLASS,
              Cases.REGION_CODE,
              Complaints.CATEGORY,
              Complaints.CLASS,
              Payments.METHOD,
              Steps.ACTIVITY)
          .map(Field::name)
          .toList();

  private Codes() {}

  static List<Field> of(Feed feed) {
    return feed.columns().stream()
        .filter(field -> field.type().equals(Field.TEXT) && NAMES.contains(field.name()))
        .toList();
  }
}
