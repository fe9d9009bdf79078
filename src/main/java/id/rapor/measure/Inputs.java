package id.rapor.measure;

import id.rapor.settings.Period;
import id.rapor.settings.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the measurements are made of.
 *
 * @param judged judged cases
 * @param complaints judged complaints
 * @param deliveredLines whose lines each file brought
 * @param expectedDeliveries what was to be delivered and what came
 * @param agencies the reference table, or the agencies that the data names
 * @param zones agency_id and zone
 * @param regionZones region_code and zone
 * @param rates {@link id.rapor.table.NationalRates} of a fixed reference period; without them each
 *     period has its own
 * @param periods the periods to compute, in order
 * @param asOf the moment that counts as now
 */
public record Inputs(
    Dataset<Row> judged,
    Dataset<Row> workingDays,
    Dataset<Row> complaints,
    Dataset<Row> steps,
    Dataset<Row> documents,
    Dataset<Row> payments,
    Dataset<Row> surveys,
    Dataset<Row> staffing,
    Dataset<Row> budgets,
    Dataset<Row> deliveredLines,
    Dataset<Row> expectedDeliveries,
    Dataset<Row> agencies,
    Dataset<Row> zones,
    Dataset<Row> regionZones,
    Optional<Dataset<Row>> rates,
    List<Period> periods,
    Settings settings,
    Instant asOf) {

  public Inputs {
    periods = List.copyOf(periods);
  }
}
