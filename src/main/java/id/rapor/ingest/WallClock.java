package id.rapor.ingest;

import java.time.Instant;
import org.apache.spark.sql.connector.catalog.functions.BoundFunction;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What the clocks of a zone show at a moment, as Spark's {@code from_utc_timestamp} tells it, which
 * reads the zone's name anew for every row.
 */
public final class WallClock implements UnboundFunction, ScalarFunction<Long> {
  private static final long SECOND = 1_000_000;

  @Override
  public BoundFunction bind(StructType inputType) {
    return this;
  }

  @Override
  public DataType[] inputTypes() {
    return new DataType[] {DataTypes.TimestampType, DataTypes.StringType};
  }

  @Override
  public DataType resultType() {
    return DataTypes.TimestampType;
  }

  @Override
  public String name() {
    return "wall_clock";
  }

  @Override
  public String description() {
    return "wall_clock(moment, zone): what the zone's clocks show at the moment, as if in UTC";
  }

  /**
   * Called by generated code.
   *
   * @param micros microseconds since 1970 in UTC; without any Spark does not call
   * @param zone IANA name; may be null
   * @return the same moment's date and time in {@code zone}, as microseconds since 1970
   */
  public static Long invoke(long micros, UTF8String zone) {
    if (zone == null) {
      return null;
    }
    Instant moment = Instant.ofEpochSecond(Math.floorDiv(micros, SECOND));
    return micros + ZoneNames.rules(zone).getOffset(moment).getTotalSeconds() * SECOND;
  }
}
