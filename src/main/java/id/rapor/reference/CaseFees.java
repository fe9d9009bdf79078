package id.rapor.reference;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * What a case should have cost, and how what was paid compares: the tariff in force on the local
 * day of submission, and near a change the one beside it, of which either is right.
 */
final class CaseFees {
  private CaseFees() {}

  /**
   * Adds expected_fee, fee_tolerance, excess_fee and fee_right.
   *
   * @param share tolerance as a share of the expected fee where the standard names none
   */
  static Dataset<Row> add(Dataset<Row> cases, Optional<List<Waiver>> waivers, double share) {
    Dataset<Row> priced = waived(cases, waivers);
    for (TariffColumns tariff : tariffs()) {
      priced = priced.withColumn(tariff.expected().name(), expected(tariff));
    }
    for (TariffColumns tariff : tariffs()) {
      priced =
          priced.withColumn(
              tariff.margin().name(), tariff.margin(quantity(), Interim.WAIVED.col(), share));
    }
    return compared(priced);
  }

  private static Dataset<Row> compared(Dataset<Row> priced) {
    Column highest =
        greatest(
            TariffColumns.IN_FORCE.expected().col(),
            TariffColumns.PREVIOUS.expected().col(),
            TariffColumns.NEXT.expected().col());
    Column inForce = TariffColumns.IN_FORCE.expected().col();
    Column paid = JudgedCases.PAID.col();
    return priced
        .withColumn(JudgedCases.EXPECTED_FEE.name(), inForce)
        .withColumn(JudgedCases.FEE_TOLERANCE.name(), TariffColumns.IN_FORCE.margin().col())
        .withColumn(
            JudgedCases.EXCESS_FEE.name(),
            when(inForce.isNotNull(), paid.minus(highest).try_cast(Field.MONEY)))
        .withColumn(JudgedCases.FEE_RIGHT.name(), right(paid));
  }

  private static List<TariffColumns> tariffs() {
    return List.of(TariffColumns.IN_FORCE, TariffColumns.PREVIOUS, TariffColumns.NEXT);
  }

  /** The tariffs beside count only near the change, and only where one is in force. */
  private static Column expected(TariffColumns tariff) {
    Column fee = tariff.fee(quantity(), Interim.WAIVED.col());
    Column day = Interim.SUBMITTED_DAY.col();
    if (tariff.equals(TariffColumns.PREVIOUS)) {
      return when(day.leq(Interim.PREVIOUS_UNTIL.col()), fee);
    }
    return tariff.equals(TariffColumns.NEXT) ? when(day.geq(Interim.NEXT_FROM.col()), fee) : fee;
  }

  private static Column right(Column paid) {
    Column either =
        TariffColumns.IN_FORCE
            .allows(paid)
            .or(coalesce(TariffColumns.PREVIOUS.allows(paid), lit(false)))
            .or(coalesce(TariffColumns.NEXT.allows(paid), lit(false)));
    return when(TariffColumns.IN_FORCE.expected().col().isNotNull().and(paid.isNotNull()), either);
  }

  private static Column quantity() {
    return coalesce(Cases.FEE_QUANTITY.col(), lit(BigDecimal.ONE).cast(Field.QUANTITY));
  }

  /** Without a table of waivers every stated ground counts; with one, those valid at submission. */
  private static Dataset<Row> waived(Dataset<Row> cases, Optional<List<Waiver>> waivers) {
    Column ground = trim(Cases.FEE_WAIVER.col());
    if (waivers.isEmpty()) {
      return cases.withColumn(
          Interim.WAIVED.name(), coalesce(ground.notEqual(lit("")), lit(false)));
    }
    Column day = Interim.SUBMITTED_DAY.col();
    return cases
        .join(
            broadcast(lawful(cases, waivers.get())),
            Cases.SERVICE_ID
                .col()
                .equalTo(Interim.WAIVER_SERVICE.col())
                .and(ground.equalTo(Interim.WAIVER_GROUND.col()))
                .and(day.geq(Interim.WAIVER_FIRST_DAY.col()))
                .and(day.leq(Interim.WAIVER_LAST_DAY.col())),
            "left")
        .withColumn(Interim.WAIVED.name(), Interim.WAIVER_GROUND.col().isNotNull());
  }

  private static Dataset<Row> lawful(Dataset<Row> cases, List<Waiver> waivers) {
    List<Row> rows = new ArrayList<>();
    for (Waiver waiver : waivers) {
      rows.add(
          RowFactory.create(
              waiver.serviceId(),
              waiver.ground(),
              waiver.spell().from().map(LocalDate::toEpochDay).orElse(StandardRows.BEFORE_ALL),
              waiver.spell().to().map(LocalDate::toEpochDay).orElse(StandardRows.AFTER_ALL)));
    }
    return cases
        .sparkSession()
        .createDataFrame(
            rows,
            LocalRows.schema(
                List.of(
                    Interim.WAIVER_SERVICE,
                    Interim.WAIVER_GROUND,
                    Interim.WAIVER_FIRST_DAY,
                    Interim.WAIVER_LAST_DAY)));
  }
}
