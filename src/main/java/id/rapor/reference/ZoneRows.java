package id.rapor.reference;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Places;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/** The zones of regions and agencies as small tables, for readers of wall-clock times. */
final class ZoneRows {
  private ZoneRows() {}

  /** region_code and zone, one row for each region; zone is empty where no region above has one. */
  static Dataset<Row> regions(SparkSession spark, Reference reference) {
    RegionTree tree = new RegionTree(reference.regions());
    Map<String, Optional<ZoneId>> zones = new TreeMap<>();
    reference
        .regions()
        .forEach(region -> zones.put(region.code(), tree.zone(Optional.of(region.code()))));
    return rows(spark, Cases.REGION_CODE, zones);
  }

  /** agency_id and zone, one row for each agency, by the region of its newest spell. */
  static Dataset<Row> agencies(SparkSession spark, Reference reference) {
    RegionTree tree = new RegionTree(reference.regions());
    Map<String, Optional<ZoneId>> zones = new TreeMap<>();
    reference.agencies().stream()
        .sorted(java.util.Comparator.comparing(agency -> agency.spell().first()))
        .forEach(agency -> zones.put(agency.agencyId(), tree.zone(agency.regionCode())));
    return rows(spark, Cases.AGENCY_ID, zones);
  }

  private static Dataset<Row> rows(
      SparkSession spark, Field key, Map<String, Optional<ZoneId>> zones) {
    List<Row> rows = new ArrayList<>();
    zones.forEach(
        (code, zone) -> rows.add(RowFactory.create(code, zone.map(ZoneId::getId).orElse(null))));
    return spark.createDataFrame(
        rows,
        DataTypes.createStructType(
            List.of(
                DataTypes.createStructField(key.name(), key.type(), true),
                DataTypes.createStructField(Places.ZONE.name(), Places.ZONE.type(), true))));
  }
}
