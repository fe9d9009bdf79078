package id.rapor.measure;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.lit;

import id.rapor.table.Field;
import java.util.Optional;
import org.apache.spark.sql.Column;

/**
 * What one kind of row adds to a metric: most metrics have one term, those that set one feed
 * against another have two.
 *
 * @param base the rows
 * @param month the local month to which a row counts
 * @param among which rows count
 * @param n what a row adds to the metric's n
 * @param whole what it adds below the line
 * @param part what it adds above the line
 * @param scale what the value is divided by before it is held against the anchors, as a mean over
 *     the rows that have it; empty = 1
 */
record Term(
    Base base,
    Field month,
    Column among,
    Column n,
    Column whole,
    Column part,
    Optional<Column> scale) {
  private static final Column NOTHING = lit(0L);
  private static final Column ONE = lit(1L);

  Term {
    requireNonNull(base);
    requireNonNull(month);
    requireNonNull(among);
    requireNonNull(n);
    requireNonNull(whole);
    requireNonNull(part);
    requireNonNull(scale);
  }

  /** The rows that meet {@code hit}, among those that meet {@code among}. */
  static Term share(Base base, Field month, Column among, Column hit) {
    Column hits = org.apache.spark.sql.functions.when(hit, 1L).otherwise(0L);
    return new Term(base, month, among, ONE, ONE, hits, Optional.empty());
  }

  /** The mean of {@code amount}, a whole number, over the rows that meet {@code among}. */
  static Term mean(Base base, Field month, Column among, Column amount) {
    return new Term(base, month, among, ONE, ONE, amount, Optional.empty());
  }

  /** The sum of {@code part} over that of {@code whole}, both whole numbers. */
  static Term ratio(Base base, Field month, Column among, Column whole, Column part) {
    return new Term(base, month, among, ONE, whole, part, Optional.empty());
  }

  /** Staff: n is the whole. */
  static Term census(Base base, Field month, Column whole, Column part) {
    return new Term(
        base, month, whole.gt(0).and(part.isNotNull()), whole, whole, part, Optional.empty());
  }

  /** Only what stands above the line. */
  static Term above(Base base, Field month, Column among, Column amount) {
    return new Term(base, month, among, NOTHING, NOTHING, amount, Optional.empty());
  }

  /** Only what stands below the line, which is n too. */
  static Term below(Base base, Field month, Column among, Column amount) {
    return new Term(base, month, among, amount, amount, NOTHING, Optional.empty());
  }

  /** Whether every row counts one, in n and below the line. */
  boolean countsRows() {
    return n.equals(ONE) && whole.equals(ONE);
  }

  /** The same, scored as a ratio to the mean of {@code scale}. */
  Term per(Column scale) {
    return new Term(base, month, among, n, whole, part, Optional.of(scale));
  }

  /** The same, with another n. */
  Term counting(Column count) {
    return new Term(base, month, among, count, whole, part, scale);
  }
}
