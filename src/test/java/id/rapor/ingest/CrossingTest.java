package id.rapor.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.TestSpark;
import id.rapor.settings.Source;
import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.Payments;
import id.rapor.table.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines of one delivery against cases and payments that an earlier one brought. */
class CrossingTest {
  private static final String CASES = "case_id,agency_id,service_id,submitted_at,status,fee_paid\n";
  private static final String PAYMENTS = "payment_id,case_id,agency_id,paid_at,amount\n";

  @TempDir private Path input;

  @Test
  void aPaymentForACaseOfAnEarlierDeliveryIsOfAKnownCase() throws IOException {
    Dataset<Row> held = held(Cases.FEED, CASES + "old,A,S,2026-01-05,pending,\n");
    Intake late =
        intake(
            Payments.FEED,
            PAYMENTS + "1,old,A,2026-01-05,5\n2,new,A,2026-01-05,5\n3,old,A,2026-01-03,5\n");
    assertThat(warnings(late, only(Cases.FEED, held)))
        .containsEntry(1L, List.of())
        .containsEntry(2L, List.of("payment_without_case"))
        .containsEntry(3L, List.of("payment_before_case"));
  }

  @Test
  void aFeeThatAnEarlierDeliveryPaidForIsPaid() throws IOException {
    Dataset<Row> held = held(Payments.FEED, PAYMENTS + "1,paid,A,2026-01-05,5\n");
    Intake late =
        intake(
            Cases.FEED, CASES + "paid,A,S,2026-01-05,pending,5\nunpaid,A,S,2026-01-05,pending,5\n");
    assertThat(warnings(late, only(Payments.FEED, held)))
        .containsEntry(1L, List.of())
        .containsEntry(2L, List.of("fee_without_payment"));
  }

  @Test
  void whereNoCaseWasEverDeliveredNoneIsMissed() throws IOException {
    Intake alone = intake(Payments.FEED, PAYMENTS + "1,new,A,2026-01-05,5\n");
    assertThat(warnings(alone, feed -> Optional.empty())).containsEntry(1L, List.of());
  }

  private static Function<Feed, Optional<Dataset<Row>>> only(Feed held, Dataset<Row> rows) {
    return feed -> Optional.of(rows).filter(any -> feed.equals(held));
  }

  private static Map<Long, List<String>> warnings(
      Intake intake, Function<Feed, Optional<Dataset<Row>>> held) {
    Map<Long, List<String>> warnings = new HashMap<>();
    try (Crossing crossing = Crossing.of(List.of(intake), held)) {
      crossing
          .marked()
          .get(0)
          .accepted()
          .collectAsList()
          .forEach(
              row ->
                  warnings.put(
                      row.getAs(Provenance.LINE.name()),
                      row.getList(row.fieldIndex(Provenance.WARNINGS.name()))));
    }
    return warnings;
  }

  private Dataset<Row> held(Feed feed, String text) throws IOException {
    return TestSpark.session()
        .createDataFrame(
            feed.table().shape(intake(feed, text).accepted()).collectAsList(),
            feed.table().schema());
  }

  private Intake intake(Feed feed, String text) throws IOException {
    Path folder = Files.createDirectories(input.resolve("landing").resolve(feed.name()));
    Files.writeString(folder.resolve("a.csv"), text);
    return new Landing(input).take(List.of(Source.canonical(feed.name())), feed, Optional.empty());
  }
}
