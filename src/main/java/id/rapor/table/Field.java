package id.rapor.table;

import static java.util.Objects.requireNonNull;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * One column of a table: its name, type and meaning.
 *
 * @param presence whether a row may lack a value, and whether the value points at a person
 * @param meaning one sentence with the unit; it travels into the schema as the column's comment
 */
public record Field(String name, DataType type, Presence presence, String meaning) {

  /** Whether a value must be there, and whether it identifies a person. */
  public enum Presence {
    /** A row without it is refused. */
    REQUIRED,
    /** An empty value means "not known". */
    OPTIONAL,
    /** Optional, and replaced by a keyed hash before anything is stored. */
    IDENTIFIER
  }

  /** Text, the type of every code. */
  public static final DataType TEXT = DataTypes.StringType;

  /** An instant; stored in UTC. */
  public static final DataType TIME = DataTypes.TimestampType;

  /** A calendar day without a zone. */
  public static final DataType DAY = DataTypes.DateType;

  /** A whole number. */
  public static final DataType WHOLE = DataTypes.LongType;

  /** A real number. */
  public static final DataType REAL = DataTypes.DoubleType;

  /** True or false. */
  public static final DataType TRUTH = DataTypes.BooleanType;

  /** An amount in the country's currency, to the hundredth. */
  public static final DataType MONEY = DataTypes.createDecimalType(18, 2);

  /** A quantity that a tariff per unit multiplies, to the ten-thousandth. */
  public static final DataType QUANTITY = DataTypes.createDecimalType(18, 4);

  /** A list of texts; joined by {@code ;} in CSV. */
  public static final DataType TEXTS = DataTypes.createArrayType(TEXT, true);

  public Field {
    requireNonNull(name);
    requireNonNull(type);
    requireNonNull(presence);
    requireNonNull(meaning);
  }

  /** A column that every row must fill. */
  public static Field required(String name, DataType type, String meaning) {
    return new Field(name, type, Presence.REQUIRED, meaning);
  }

  /** A column that may be empty. */
  public static Field optional(String name, DataType type, String meaning) {
    return new Field(name, type, Presence.OPTIONAL, meaning);
  }

  /** A column whose value points at a person. */
  public static Field identifier(String name, String meaning) {
    return new Field(name, TEXT, Presence.IDENTIFIER, meaning);
  }

  /** Whether a row without it is refused. */
  public boolean isRequired() {
    return presence == Presence.REQUIRED;
  }

  /** Whether its value is a keyed hash of a personal identifier. */
  public boolean isIdentifier() {
    return presence == Presence.IDENTIFIER;
  }

  /** This column of the Dataset at hand. */
  public Column col() {
    return functions.col(name);
  }

  /** This column of the Dataset that was given {@code alias}. */
  public Column in(String alias) {
    return functions.col(alias + "." + name);
  }

  /** {@code value} as this column: named, and of its type. */
  public Column is(Column value) {
    return value.cast(type).as(name);
  }

  /** This column without a value. */
  public Column missing() {
    return is(functions.lit(null));
  }

  StructField schema() {
    return DataTypes.createStructField(name, type, true).withComment(meaning);
  }
}
