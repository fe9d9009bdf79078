package id.rapor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rapor.EveryByte;
import id.rapor.TestSpark;
import id.rapor.pipeline.Erasing.Emptied;
import id.rapor.pipeline.Erasing.Erased;
import id.rapor.pipeline.Erasing.Form;
import id.rapor.settings.Identity;
import id.rapor.settings.UserError;
import id.rapor.table.Cases;
import id.rapor.table.Quarantine;
import id.rapor.table.Steps;
import id.rapor.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One person among others, erased from tables that have a past. */
@Tag("slow")
@TestMethodOrder(OrderAnnotation.class)
class ErasingTest {
  private static final String GONE = "3201010101010001";
  private static final String OLD = "3201010101010002";
  private static final String STAYS = "3201010101010003";
  private static final String CASES =
      "case_id,agency_id,service_id,submitted_at,status,applicant_id,officer_id,recorded_at\n";
  private static final String FIRST =
      CASES
          + "1,A,S,2026-01-05,pending,"
          + GONE
          + ",O1,2026-02-01T00:00Z\n"
          + "2,A,S,2026-01-05,pending,"
          + STAYS
          + ","
          + GONE
          + ",2026-02-01T00:00Z\n"
          + "3,A,S,2026-01-05,pending,"
          + OLD
          + ",O1,2026-02-01T00:00Z\n"
          + "4,A,S,someday,pending,"
          + GONE
          + ","
          + STAYS
          + ",2026-02-01T00:00Z\n";
  private static final String SECOND =
      CASES + "3,A,S,2026-01-05,pending," + STAYS + ",O1,2026-02-02T00:00Z\n";
  private static final String STEPS =
      "case_id,agency_id,activity,officer_id,started_at\n1,A,check," + GONE + ",2026-01-05\n";

  @TempDir private static Path folder;

  private static Input input;
  private static List<String> hashes;
  private static Map<String, List<String>> figures;

  @Test
  @Order(1)
  void theirHashesAreInTheTablesAndTheirPast() {
    input = Input.in(folder, "nation").put("cases/a.csv", FIRST).put("steps/a.csv", STEPS);
    input.take();
    input.put("cases/b.csv", SECOND);
    input.take();
    hashes = Keys.find(Identity.DEFAULTS, input.data()).orElseThrow().hashes(List.of(GONE, OLD));
    assertThat(EveryByte.holding(input.data(), List.of(hashes.get(0))))
        .anyMatch(file -> file.startsWith("warehouse/cases/part-"))
        .anyMatch(file -> file.startsWith("warehouse/steps/part-"))
        .anyMatch(file -> file.startsWith("warehouse/quarantine/part-"));
    assertThat(EveryByte.holding(input.data(), List.of(hashes.get(0).substring(0, 32))))
        .as("statistics")
        .anyMatch(file -> file.startsWith("warehouse/steps/_delta_log"));
    figures = figures();
  }

  @Test
  @Order(2)
  void anUnknownOneIsToldByItsPlaceAndNothingIsErased() {
    assertThatThrownBy(() -> erase(List.of(GONE, "3299", "3298")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("identifiers 2, 3 of those given")
        .hasMessageNotContaining("3299");
    assertThat(EveryByte.holding(input.data(), hashes)).isNotEmpty();
    assertThat(input.data().resolve("warehouse/erasures")).doesNotExist();
  }

  @Test
  @Order(3)
  void noByteOfThemIsLeft() {
    Erased erased = erase(List.of(GONE, OLD));
    assertThat(erased.persons()).isEqualTo(2);
    assertThat(erased.before()).isZero();
    assertThat(erased.emptied())
        .contains(
            new Emptied("cases", "applicant_id", 1),
            new Emptied("cases", "officer_id", 1),
            new Emptied("steps", "officer_id", 1),
            new Emptied("quarantine", "raw", 1));
    nothingIsLeft();
  }

  @Test
  @Order(4)
  void othersAndAllRowsAreAsBefore() {
    assertThat(figures()).isEqualTo(figures);
    List<Row> cases = input.tables().read(Cases.FEED.table()).orderBy("case_id").collectAsList();
    assertThat(cases)
        .extracting(
            row -> row.getAs("applicant_id") != null, row -> row.getAs("officer_id") != null)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(false, true),
            org.assertj.core.groups.Tuple.tuple(true, false),
            org.assertj.core.groups.Tuple.tuple(true, true));
    assertThat(input.tables().read(Quarantine.TABLE).collectAsList())
        .singleElement()
        .extracting(row -> row.<String>getAs("raw"))
        .asString()
        .matches("4,A,S,someday,pending,,[0-9a-f]{64},2026-02-01T00:00Z");
  }

  @Test
  @Order(5)
  void aRepetitionFindsThemErased() {
    Erased again = erase(List.of(GONE, OLD));
    assertThat(again.before()).isEqualTo(2);
    assertThat(again.emptied()).allMatch(one -> one.rows() == 0);
  }

  @Test
  @Order(6)
  void aLaterDeliveryDoesNotBringThemBack() {
    input.put(
        "cases/c.csv", FIRST + "5,A,S,2026-01-06,pending," + GONE + ",O1,2026-02-01T00:00Z\n");
    Outcome outcome = input.take();
    assertThat(outcome.accounts())
        .singleElement()
        .satisfies(
            account -> {
              assertThat(account.accepted()).as("only the new case").isEqualTo(1);
              assertThat(account.superseded()).isEqualTo(3);
              assertThat(account.refused()).isEqualTo(1);
            });
    nothingIsLeft();
  }

  @Test
  @Order(7)
  void hashesAreTakenToo() {
    String stays =
        Keys.find(Identity.DEFAULTS, input.data()).orElseThrow().hashes(List.of(STAYS)).get(0);
    assertThatThrownBy(() -> erase(List.of(STAYS), Form.HASH))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("place [1]");
    assertThat(erase(List.of(stays), Form.HASH).persons()).isEqualTo(1);
    assertThat(EveryByte.holding(input.data(), List.of(stays, stays.substring(0, 32)))).isEmpty();
  }

  private static void nothingIsLeft() {
    List<String> searched =
        hashes.stream().flatMap(hash -> Stream.of(hash, hash.substring(0, 32))).toList();
    assertThat(EveryByte.holding(input.data(), searched)).isEmpty();
    assertThat(EveryByte.holding(input.data(), List.of(GONE, OLD))).isEmpty();
  }

  private static Erased erase(List<String> lines) {
    return erase(lines, Form.IDENTIFIER);
  }

  private static Erased erase(List<String> lines, Form form) {
    return Erasing.erase(
        TestSpark.session(), Identity.DEFAULTS, input.data(), lines, form, new Input.Silence());
  }

  /** Every row without its identifiers. */
  private static Map<String, List<String>> figures() {
    return Map.of("cases", rows(Cases.FEED.table()), "steps", rows(Steps.FEED.table()));
  }

  private static List<String> rows(Table table) {
    return input
        .tables()
        .read(table)
        .drop("applicant_id", "officer_id", "row_hash")
        .collectAsList()
        .stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }
}
