package id.rapor.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.try_to_timestamp;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** Times in the patterns that a source says it uses, tried in turn. */
final class WrittenTime {
  /** Names of the months, English and Indonesian, in the order of the year. */
  private static final List<String> MONTHS =
      List.of(
          "jan januari january",
          "feb februari february peb pebruari",
          "mar maret march mrt",
          "apr april",
          "may mei",
          "jun juni june",
          "jul juli july",
          "aug agustus august agu agt ags",
          "sep september sept",
          "oct oktober october okt",
          "nov november nop nopember",
          "dec desember december des");

  private static final double MICROS = 1e6;
  private static final double MICROS_OF_MILLIS = 1e3;

  private WrittenTime() {}

  /**
   * {@code text} as a moment; null where no pattern fits.
   *
   * @param zone of a wall-clock time
   */
  static Column read(Column text, List<String> patterns, Column zone) {
    return coalesce(
        patterns.stream().map(pattern -> read(text, pattern, zone)).toArray(Column[]::new));
  }

  private static Column read(Column text, String pattern, Column zone) {
    return switch (pattern) {
      case "epoch" -> sinceEpoch(text, MICROS);
      case "epoch_ms" -> sinceEpoch(text, MICROS_OF_MILLIS);
      default -> written(text, pattern, zone);
    };
  }

  private static Column sinceEpoch(Column text, double micros) {
    Column number = text.try_cast(DataTypes.createDecimalType(20, 6));
    Column whole = number.multiply(lit((long) micros)).try_cast(DataTypes.LongType);
    return when(text.rlike("^-?\\d+(\\.\\d+)?$"), timestamp_micros(whole));
  }

  private static Column written(Column text, String pattern, Column zone) {
    String letters = pattern.replaceAll("'[^']*'", "");
    Column plain = text;
    String understood = sparkPattern(pattern);
    if (letters.contains("MMM")) {
      plain = named(plain);
      understood = understood.replaceAll("MMM+", "MMM");
    }
    if (letters.contains("a")) {
      plain = regexp_replace(plain, "(?i)([ap])\\.?m\\.?(?![a-z])", "$1M");
      plain = regexp_replace(regexp_replace(plain, "aM", "AM"), "pM", "PM");
    }
    Column read = try_to_timestamp(plain, lit(understood));
    return letters.matches(".*[XxZzVO].*") ? read : to_utc_timestamp(read, zone);
  }

  /** Spark has only {@code y} for the year, with the meaning that Java gives to {@code u}. */
  private static String sparkPattern(String pattern) {
    String[] parts = pattern.split("'", -1);
    for (int part = 0; part < parts.length; part += 2) {
      parts[part] = parts[part].replace('u', 'y');
    }
    return String.join("'", parts);
  }

  /** {@code text} with its month as Spark's patterns name it. */
  private static Column named(Column text) {
    List<Column> pairs = new ArrayList<>();
    for (String names : MONTHS) {
      String first = names.substring(0, 1).toUpperCase(Locale.ROOT) + names.substring(1, 3);
      for (String name : names.split(" ")) {
        pairs.add(lit(name));
        pairs.add(lit(first));
      }
    }
    String any = "(?i)(?<![a-z])(" + String.join("|", MONTHS).replace(' ', '|') + ")\\.?(?![a-z])";
    Column english =
        element_at(
            functions.map(pairs.toArray(Column[]::new)), lower(regexp_extract(text, any, 1)));
    return regexp_replace(text, lit(any), english);
  }
}
