package id.rapor.measure;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What measuring finds.
 *
 * @param measurements in the shape of {@link id.rapor.table.Measurements}
 * @param rates what each period's strata add up to on its way, in the shape of {@link
 *     id.rapor.table.NationalRates}; empty if no metric is adjusted
 */
public record Measured(Dataset<Row> measurements, Optional<Dataset<Row>> rates) {}
