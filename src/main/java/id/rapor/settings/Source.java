package id.rapor.settings;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One system that delivers files of one feed, and how its columns map to the feed's.
 *
 * @param name key {@code name}: unique; it stands beside every row
 * @param feed key {@code feed}: cases, steps, ...
 * @param files key {@code files}: glob under the input folder, for example {@code landing/cases/*}
 * @param format key {@code format}: csv, json, xes or parquet; default by the file's ending
 * @param csv keys {@code delimiter}, {@code quote}, {@code escape}, {@code encoding} (of JSON too),
 *     {@code header}
 * @param records key {@code records}: name of the array inside a JSON document, with dots where
 *     objects lead to it; without it the document is an array, or each line is one JSON object
 * @param zone key {@code zone}: zone of wall-clock times where neither the case's region nor the
 *     agency's has one; default the settings'
 * @param fileName key {@code file_name}: a regular expression that the whole name of a file
 *     (without its folder) must match; each of its named groups is then a column like those in the
 *     file
 * @param events key {@code events}: the file holds events, and each is taken as its case as it
 *     stood then
 * @param columns key {@code columns}: feed column to where it comes from; empty = the file has the
 *     feed's own names
 */
public record Source(
    String name,
    String feed,
    String files,
    Optional<Format> format,
    Csv csv,
    Optional<String> records,
    Optional<ZoneId> zone,
    Optional<String> fileName,
    Optional<Events> events,
    Map<String, ColumnMapping> columns) {

  /**
   * How events make cases. Each event becomes its case as it stood after it: a column that the
   * event leaves empty has the value of the last event before it that had one, else that of the
   * first one after it. So the newest event is the newest version of the case, and all others are
   * superseded by it. The events of a case must come in one delivery, in files of the same columns.
   * An event without a readable time stands behind all others and gives them nothing, and no value
   * that is not of its column's type is handed on: a faulty event is refused alone. Where agency_id
   * comes {@code from} a column or the file's name, equal cases of two agencies are two; an event
   * that names no agency is then of the only agency of its case.
   *
   * <p>Four columns are added: {@code history_first} and {@code history_last}, the times of the
   * first event and of this one as delivered; {@code history_events}, how many there were so far;
   * {@code history_repeats}, how many of these repeated an activity of the case.
   *
   * @param of key {@code case}: the column that names the case
   * @param time key {@code time}: the column with the time of the event, written as {@code
   *     patterns} say; events of one time are in the order of their lines
   * @param activity key {@code activity}: the column that names what was done; without it nothing
   *     counts as repeated
   */
  public record Events(String of, String time, Optional<String> activity, ValueForm form) {}

  /** How a file is laid out. */
  public enum Format {
    CSV,
    JSON,
    XES,
    PARQUET
  }

  /**
   * How a CSV file is written.
   *
   * @param delimiter default comma
   * @param quote default double quote
   * @param escape what makes a quote inside quotes literal; default the quote itself, doubled
   * @param encoding default UTF-8; a byte order mark is skipped
   * @param header names of the columns where the file has no header line; empty = it has one
   */
  public record Csv(
      char delimiter, char quote, char escape, Charset encoding, List<String> header) {
    public static final Csv DEFAULTS = new Csv(',', '"', '"', StandardCharsets.UTF_8, List.of());

    public Csv {
      header = List.copyOf(header);
    }
  }

  public Source {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** A source of files in the feed's own form, in {@code landing/<feed>/}. */
  public static Source canonical(String feed) {
    return new Source(
        feed,
        feed,
        "landing/" + feed + "/*",
        Optional.empty(),
        Csv.DEFAULTS,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }
}
