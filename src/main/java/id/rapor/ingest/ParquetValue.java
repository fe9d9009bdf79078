package id.rapor.ingest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** One value of a Parquet file as text, by its physical and logical type. */
final class ParquetValue {
  private static final long EPOCH_AS_JULIAN_DAY = 2_440_588;

  private ParquetValue() {}

  /** Null for a value that is not a number. */
  static String text(Group group, int field, int place) {
    PrimitiveType type = group.getType().getType(field).asPrimitiveType();
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> String.valueOf(group.getBoolean(field, place));
      case INT32 -> whole(group.getInteger(field, place), type.getLogicalTypeAnnotation());
      case INT64 -> whole(group.getLong(field, place), type.getLogicalTypeAnnotation());
      case FLOAT -> real(Float.toString(group.getFloat(field, place)));
      case DOUBLE -> real(Double.toString(group.getDouble(field, place)));
      case INT96 -> julian(group.getInt96(field, place).toByteBuffer());
      case BINARY, FIXED_LEN_BYTE_ARRAY -> binary(group, field, place, type);
    };
  }

  private static String whole(long value, LogicalTypeAnnotation meaning) {
    if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      return BigDecimal.valueOf(value, decimal.getScale()).toPlainString();
    }
    if (meaning instanceof DateLogicalTypeAnnotation) {
      return LocalDate.ofEpochDay(value).toString();
    }
    if (meaning instanceof TimestampLogicalTypeAnnotation time) {
      Instant moment = Instant.EPOCH.plus(value, unit(time.getUnit()));
      return time.isAdjustedToUTC()
          ? moment.toString()
          : LocalDateTime.ofInstant(moment, ZoneOffset.UTC).toString();
    }
    return meaning instanceof TimeLogicalTypeAnnotation time
        ? LocalTime.MIDNIGHT.plus(value, unit(time.getUnit())).toString()
        : String.valueOf(value);
  }

  private static ChronoUnit unit(TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> ChronoUnit.MILLIS;
      case MICROS -> ChronoUnit.MICROS;
      case NANOS -> ChronoUnit.NANOS;
    };
  }

  /** Whole numbers that were widened to reals, as tools do where some are missing, stay whole. */
  private static String real(String value) {
    return value.equals("NaN") || value.endsWith("Infinity")
        ? null
        : new BigDecimal(value).stripTrailingZeros().toPlainString();
  }

  /** The old form of a moment: nanoseconds of the day, then the Julian day. */
  private static String julian(ByteBuffer bytes) {
    ByteBuffer ordered = bytes.order(ByteOrder.LITTLE_ENDIAN);
    long nanos = ordered.getLong();
    long day = ordered.getInt() - EPOCH_AS_JULIAN_DAY;
    return Instant.EPOCH.plus(day, ChronoUnit.DAYS).plusNanos(nanos).toString();
  }

  private static String binary(Group group, int field, int place, PrimitiveType type) {
    byte[] bytes = group.getBinary(field, place).getBytes();
    if (type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal) {
      return new BigDecimal(new BigInteger(bytes), decimal.getScale()).toPlainString();
    }
    if (type.getLogicalTypeAnnotation() instanceof UUIDLogicalTypeAnnotation) {
      ByteBuffer halves = ByteBuffer.wrap(bytes);
      return new UUID(halves.getLong(), halves.getLong()).toString();
    }
    return group.getBinary(field, place).toStringUsingUTF8();
  }
}
