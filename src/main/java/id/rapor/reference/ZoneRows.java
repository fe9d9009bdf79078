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

/** The zones of agencies as a small table, for readers of wall-clock times. */
final class ZoneRows {
  private ZoneRows() {}

  /** agency_id and zone, one row for each agency, by the region of its newest spell. */
  static Dataset<Row> agencies(SparkSession spark, Reference reference) {
    RegionTree tree = new RegionTree(reference.regions());
    Map<String, Optional<ZoneId>> zones = new TreeMap<>();
    reference.agencies().stream()
        .sorted(java.util.Comparator.comparing(agency -> agency.spell().first()))
        .forEach(agency -> zones.put(agency.agencyId(), tree.zone(agency.regionCode())));
    return rows(spark, zones);
  }

  private static Dataset<Row> rows(SparkSession spark, Map<String, Optional<ZoneId>> zones) {
    List<Row> rows = new ArrayList<>();
    zones.forEach(
        (code, zone) -> rows.add(RowFactory.create(code, zone.map(ZoneId::getId).orElse(null))));
    return spark.createDataFrame(
        rows,
        DataTypes.createStructType(
            List.of(
                DataTypes.createStructField(Cases.AGENCY_ID.name(), Field.TEXT, true),
                DataTypes.createStructField(Places.ZONE.name(), Places.ZONE.type(), true))));
  }
}
