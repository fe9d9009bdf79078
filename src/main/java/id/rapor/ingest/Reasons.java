package id.rapor.ingest;

import com.fasterxml.jackson.core.JacksonException;
import com.univocity.parsers.common.TextParsingException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Says in words why a file could not be read. */
final class Reasons {
  private Reasons() {}

  static String of(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof EOFException) {
        return "it is cut off before its end";
      }
      if (cause instanceof IOException && !(cause instanceof JacksonException)) {
        return cause.getMessage();
      }
    }
    return e instanceof TextParsingException parsing ? CsvRecords.reason(parsing) : firstLine(e);
  }

  private static String firstLine(Exception e) {
    Throwable told = e instanceof UncheckedIOException ? e.getCause() : e;
    return String.valueOf(told.getMessage())
        .lines()
        .findFirst()
        .orElse(told.getClass().getSimpleName());
  }
}
