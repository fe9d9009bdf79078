package id.rapor.ingest;

import id.rapor.settings.UserError;
import id.rapor.table.Feed;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.QueryContext;
import org.apache.spark.QueryContextType;
import org.apache.spark.SparkThrowable;

/** Tells an expression of a mapping that fails on a value from a defect. */
final class ExpressionFaults {
  /** The class of SQLSTATE of all that is wrong with a value: a cast, an index, a division. */
  private static final String DATA_EXCEPTION = "22";

  private ExpressionFaults() {}

  /** What to mend if {@code failure} is of a value; what reads lines itself fails on none. */
  static Optional<UserError> find(Exception failure, Feed feed) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SparkThrowable thrown
          && String.valueOf(thrown.getSqlState()).startsWith(DATA_EXCEPTION)) {
        return Optional.of(new UserError(message(feed, sql(thrown), cause), failure));
      }
    }
    return Optional.empty();
  }

  /** The expression, which Spark has not at hand for each kind. */
  private static Optional<String> sql(SparkThrowable thrown) {
    return Arrays.stream(thrown.getQueryContext())
        .filter(context -> context.contextType() == QueryContextType.SQL)
        .map(QueryContext::fragment)
        .findFirst();
  }

  private static String message(Feed feed, Optional<String> sql, Throwable cause) {
    String first = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return "Cannot apply a mapping of "
        + feed
        + ": "
        + sql.map(text -> "its expression " + text).orElse("an expression")
        + " fails on a value: "
        + first.replaceAll(" SQLSTATE: \\w+$", "")
        + " Mend the expression: try_cast, try_element_at and try_divide give null instead.";
  }
}
