package id.rapor.ingest;

import id.rapor.table.Feed;
import id.rapor.table.Feeds;
import id.rapor.table.Field;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Where a rule looks and when it is broken.
 *
 * @param fields the columns it speaks of; empty = any
 * @param against what a line is held against
 * @param broken for a feed: true or null where a line breaks the rule; what a null decides is that
 *     it does not
 * @param sentenceEn what is wrong with such a line, in English
 * @param sentenceId the same in Indonesian
 */
record Clause(
    Rule.Severity severity,
    List<Feed> feeds,
    List<Field> fields,
    Against against,
    Function<Feed, Column> broken,
    String sentenceEn,
    String sentenceId) {

  /** What must be at hand to tell whether a line breaks the rule. */
  enum Against {
    /** The form of the line or file, as it is read: {@link Checking} and {@link FeedLines} tell. */
    FORM,
    /** The typed line and the reference. */
    LINE,
    /** The other versions of the same row: {@link Versions} tells. */
    VERSIONS,
    /** The cases and payments accepted so far, this delivery's among them: {@link Crossing}. */
    TABLES
  }

  Clause {
    feeds = List.copyOf(feeds);
    fields = List.copyOf(fields);
  }

  static Clause refuse(Feed... feeds) {
    return of(Rule.Severity.REFUSE, Arrays.asList(feeds));
  }

  static Clause refuseAny() {
    return of(Rule.Severity.REFUSE, Feeds.ALL);
  }

  static Clause warn(Feed... feeds) {
    return of(Rule.Severity.WARN, Arrays.asList(feeds));
  }

  private static Clause of(Rule.Severity severity, List<Feed> feeds) {
    return new Clause(
        severity, feeds, List.of(), Against.FORM, feed -> functions.lit(false), "", "");
  }

  Clause at(Field... columns) {
    return new Clause(
        severity, feeds, Arrays.asList(columns), against, broken, sentenceEn, sentenceId);
  }

  Clause when(Column condition) {
    return when(feed -> condition);
  }

  Clause when(Function<Feed, Column> condition) {
    return new Clause(severity, feeds, fields, Against.LINE, condition, sentenceEn, sentenceId);
  }

  Clause whenInTables(Function<Feed, Column> condition) {
    return new Clause(severity, feeds, fields, Against.TABLES, condition, sentenceEn, sentenceId);
  }

  Clause amongVersions() {
    return new Clause(severity, feeds, fields, Against.VERSIONS, broken, sentenceEn, sentenceId);
  }

  Clause says(String english, String indonesian) {
    return new Clause(severity, feeds, fields, against, broken, english, indonesian);
  }
}
