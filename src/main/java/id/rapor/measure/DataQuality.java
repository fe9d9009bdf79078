package id.rapor.measure;

import static id.rapor.measure.Metric.Perspective.GROWTH;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Cases;
import id.rapor.table.DeliveredLines;
import id.rapor.table.Field;
import id.rapor.table.Files;
import id.rapor.table.Measurements;
import id.rapor.table.Provenance;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * How good an agency's data is, and what follows where it is not: its figures of the period are not
 * published.
 */
final class DataQuality {
  private static final Column VALID =
      Files.LINES.col().minus(Files.REFUSED.col()).minus(DeliveredLines.WARNED.col());

  static final Metric METRIC =
      Entry.of(GROWTH, "data_quality", "Mutu data", "Data quality")
          .asks(
              "Berapa bagian data yang benar dan datang pada waktunya?",
              "What share of the data is valid and comes in time?")
          .is(
              Form.DELIVERED,
              Term.ratio(
                  Base.DELIVERED_LINES, DeliveredLines.MONTH, lit(true), Files.LINES.col(), VALID))
          .scored(90, 99)
          .from(1)
          .formula(
              "lines that break no rule / lines delivered x deliveries that came (late ones count 0.75) / deliveries due, over all feeds; "
                  + "month of the line's newest event, without one that of most lines of its file; lines whose agency cannot be read are nobody's; "
                  + "rules that hold a line against other feeds do not count, as they depend on what others have delivered so far; without a calendar every delivery has come")
          .speaksTo("", "S1", "system")
          .by("Perpres 39/2019 (Satu Data Indonesia)");

  private static final Field MAIN_MONTH =
      Field.optional("main_month", Field.TEXT, "month of most lines of the file, the later of two");
  private static final Field GAP =
      Field.optional("gap", Field.TRUTH, "whether a delivery that the figure rests on is missing");
  private static final Field POOR =
      Field.optional("poor", Field.TRUTH, "whether the agency's data is below the least quality");

  private DataQuality() {}

  static Dataset<Row> figures(Inputs inputs, Dataset<Row> months) {
    Dataset<Row> standing =
        DeliveryStanding.of(inputs.expectedDeliveries(), inputs.periods())
            .credits(months.sparkSession());
    Column share =
        coalesce(DeliveryStanding.CREDIT.col().divide(DeliveryStanding.DUE.col()), lit(1.0));
    Column value =
        Measurements.NUMERATOR.col().divide(Measurements.DENOMINATOR.col()).multiply(100);
    return counted(inputs, months)
        .join(
            broadcast(standing),
            new String[] {Measurements.PERIOD.name(), Cases.AGENCY_ID.name()},
            "left")
        .withColumn(
            Measurements.NUMERATOR.name(),
            Measurements.NUMERATOR.is(Measurements.NUMERATOR.col().multiply(share)))
        .withColumn(Cases.SERVICE_ID.name(), lit(Measurements.ALL_SERVICES))
        .withColumn(Measurements.METRIC.name(), lit(METRIC.code()))
        .withColumn(Measurements.N.name(), Measurements.DENOMINATOR.col())
        .withColumn(Measurements.VALUE.name(), value)
        .withColumn(Measurements.STANDARD_ERROR.name(), lit(0.0))
        .withColumn(Measurements.LOW.name(), value)
        .withColumn(Measurements.HIGH.name(), value)
        .withColumn(Measurements.ANCHOR_SCALE.name(), lit(1.0));
  }

  /** Lines, and those of them that break no rule, by period and known agency. */
  private static Dataset<Row> counted(Inputs inputs, Dataset<Row> months) {
    Dataset<Row> lines = inputs.deliveredLines();
    Dataset<Row> dated =
        lines
            .join(broadcast(mainMonths(lines)), new String[] {Provenance.DELIVERY.name()}, "left")
            .join(
                broadcast(inputs.agencies().select(Cases.AGENCY_ID.col()).distinct()),
                new String[] {Cases.AGENCY_ID.name()},
                "left_semi")
            .select(
                Cases.AGENCY_ID.col(),
                DeliveredLines.MONTH.is(coalesce(DeliveredLines.MONTH.col(), MAIN_MONTH.col())),
                Measurements.DENOMINATOR.is(Files.LINES.col()),
                Measurements.NUMERATOR.is(VALID));
    return Spans.inPeriods(dated, DeliveredLines.MONTH, months)
        .groupBy(Measurements.PERIOD.col(), Cases.AGENCY_ID.col())
        .agg(
            Measurements.DENOMINATOR.is(sum(Measurements.DENOMINATOR.col())),
            Measurements.NUMERATOR.is(sum(Measurements.NUMERATOR.col())));
  }

  private static Dataset<Row> mainMonths(Dataset<Row> lines) {
    return lines
        .where(DeliveredLines.MONTH.col().isNotNull())
        .groupBy(Provenance.DELIVERY.col(), DeliveredLines.MONTH.col())
        .agg(Files.LINES.is(sum(Files.LINES.col())))
        .groupBy(Provenance.DELIVERY.col())
        .agg(
            max_by(
                    DeliveredLines.MONTH.col(),
                    struct(Files.LINES.col(), DeliveredLines.MONTH.col()))
                .as(MAIN_MONTH.name()));
  }

  /**
   * {@code rows} with status {@code low_quality} where the figure rests on a feed of which a
   * delivery is missing, and where the agency's data is below {@code least_data_quality} as far as
   * it is measured. What has no data at all stays so, and data quality itself is told in any case.
   *
   * @param rows figures with their statuses
   * @param quality of {@link #figures}, where it is measured
   * @param metrics those that apply
   */
  static Dataset<Row> mark(
      Dataset<Row> rows, Optional<Dataset<Row>> quality, List<Metric> metrics, Inputs inputs) {
    Dataset<Row> marked =
        rows.join(
            broadcast(gaps(rows.sparkSession(), metrics, inputs)),
            new String[] {
              Measurements.PERIOD.name(), Cases.AGENCY_ID.name(), Measurements.METRIC.name()
            },
            "left");
    Column low = coalesce(GAP.col(), lit(false));
    if (quality.isPresent()) {
      marked =
          marked.join(
              broadcast(poor(quality.get(), inputs.settings().scoring().leastDataQuality())),
              new String[] {Measurements.PERIOD.name(), Cases.AGENCY_ID.name()},
              "left");
      low = low.or(coalesce(POOR.col(), lit(false)));
    }
    Column told =
        low.and(Measurements.METRIC.col().notEqual(METRIC.code()))
            .and(Measurements.STATUS.col().notEqual("no_data"));
    return marked
        .withColumn(
            Measurements.STATUS.name(),
            when(told, "low_quality").otherwise(Measurements.STATUS.col()))
        .drop(GAP.name(), POOR.name());
  }

  private static Dataset<Row> gaps(SparkSession spark, List<Metric> metrics, Inputs inputs) {
    return DeliveryStanding.of(inputs.expectedDeliveries(), inputs.periods())
        .gaps(spark, metrics)
        .withColumn(GAP.name(), lit(true));
  }

  private static Dataset<Row> poor(Dataset<Row> quality, double least) {
    return quality
        .where(Measurements.VALUE.col().lt(least))
        .select(Measurements.PERIOD.col(), Cases.AGENCY_ID.col())
        .withColumn(POOR.name(), lit(true));
  }
}
