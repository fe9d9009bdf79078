package id.rapor.reference;

import id.rapor.table.Agencies;
import id.rapor.table.NationalRates;
import id.rapor.table.Regions;
import id.rapor.table.Services;
import id.rapor.table.Standards;
import id.rapor.table.Table;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Turns reference records into small local Datasets of their tables. */
final class ReferenceRows {
  private static final String JOINED = ";";

  private ReferenceRows() {}

  static Dataset<Row> agencies(SparkSession spark, List<Agency> agencies) {
    return dataset(
        spark,
        Agencies.TABLE,
        agencies,
        agency ->
            RowFactory.create(
                agency.agencyId(),
                value(agency.nameId()),
                value(agency.nameEn()),
                value(agency.bodyType()),
                value(agency.regionCode()),
                value(agency.parentAgencyId()),
                value(agency.successorAgencyId()),
                value(agency.spell().from()),
                value(agency.spell().to())));
  }

  static Dataset<Row> services(SparkSession spark, List<Service> services) {
    return dataset(
        spark,
        Services.TABLE,
        services,
        service ->
            RowFactory.create(
                service.serviceId(),
                value(service.nameId()),
                value(service.nameEn()),
                value(service.category())));
  }

  static Dataset<Row> regions(SparkSession spark, List<Region> regions) {
    return dataset(
        spark,
        Regions.TABLE,
        regions,
        region ->
            RowFactory.create(
                region.code(),
                value(region.name()),
                value(region.parentCode()),
                value(region.zone().map(ZoneId::getId))));
  }

  static Dataset<Row> standards(SparkSession spark, List<Standard> standards) {
    return dataset(spark, Standards.TABLE, standards, ReferenceRows::standard);
  }

  static Dataset<Row> rates(SparkSession spark, List<NationalRate> rates) {
    return dataset(
        spark,
        NationalRates.TABLE,
        rates,
        rate ->
            RowFactory.create(
                rate.period().code(),
                rate.metric(),
                rate.serviceId(),
                value(rate.serviceClass()),
                value(rate.channel()),
                rate.agencies(),
                rate.numerator(),
                rate.denominator()));
  }

  private static Row standard(Standard standard) {
    return RowFactory.create(
        standard.serviceId(),
        standard.serviceClass(),
        value(standard.agencyId()),
        value(standard.regionCode()),
        value(standard.spell().from()),
        value(standard.spell().to()),
        value(standard.tariff().fee()),
        value(standard.tariff().perUnit()),
        value(standard.limit().map(TimeLimit::amount)),
        value(standard.limit().map(limit -> limit.unit().code())),
        value(standard.maxSteps()),
        value(standard.maxVisits()),
        value(standard.legalBasis()),
        value(standard.tariff().tolerance()),
        value(standard.tariff().tolerancePerUnit()),
        joined(standard.documentsRequired()),
        joined(standard.sopSteps()));
  }

  private static <T> Dataset<Row> dataset(
      SparkSession spark, Table table, List<T> records, Function<T, Row> row) {
    return spark.createDataFrame(records.stream().map(row).toList(), table.schema());
  }

  /** Spark's rows know no Optional. */
  static Object value(Optional<?> value) {
    return value.isPresent() ? value.get() : null;
  }

  private static Object joined(List<String> texts) {
    return texts.isEmpty() ? null : String.join(JOINED, texts);
  }
}
