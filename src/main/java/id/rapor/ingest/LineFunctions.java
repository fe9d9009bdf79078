package id.rapor.ingest;

import static org.apache.spark.sql.functions.call_function;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.analysis.NoSuchFunctionException;
import org.apache.spark.sql.connector.catalog.FunctionCatalog;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * What Spark lacks to read lines with, as functions that its generated code calls directly. The
 * session knows this catalog by {@link #NAME}.
 */
public final class LineFunctions implements FunctionCatalog {
  /** The name of the catalog. */
  public static final String NAME = "rapor";

  private static final String ISO_TIME = "iso_time";
  private static final String WALL_CLOCK = "wall_clock";

  /**
   * An ISO 8601 time or day as a moment; null for a text that is none.
   *
   * @param zone of a time without an offset
   */
  static Column isoTime(Column text, Column zone) {
    return call_function(NAME + "." + ISO_TIME, text, zone);
  }

  /** What the clocks of {@code zone} show at {@code moment}, as if it were UTC. */
  static Column wallClock(Column moment, Column zone) {
    return call_function(NAME + "." + WALL_CLOCK, moment, zone);
  }

  @Override
  public void initialize(String name, CaseInsensitiveStringMap options) {
    if (!name.equals(NAME)) {
      throw new IllegalArgumentException(
          "Cannot call functions by " + name + ": the code calls them by " + NAME);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Identifier[] listFunctions(String[] namespace) {
    return new Identifier[] {
      Identifier.of(new String[0], ISO_TIME), Identifier.of(new String[0], WALL_CLOCK)
    };
  }

  @Override
  public UnboundFunction loadFunction(Identifier name) throws NoSuchFunctionException {
    if (name.name().equals(ISO_TIME)) {
      return new IsoTime();
    }
    if (name.name().equals(WALL_CLOCK)) {
      return new WallClock();
    }
    throw new NoSuchFunctionException(name);
  }
}
