/**
 * Reference tables, the tariff and limit in force, the working calendar, and the cases judged by
 * them.
 *
 * <p>In: a folder of reference tables (CSV), the accepted cases and, if delivered, payments and
 * pauses. Out: {@link id.rapor.reference.Reference}, and {@link id.rapor.reference.Judge} makes the
 * tables {@link id.rapor.table.JudgedCases} and {@link id.rapor.table.WorkingDays}, so that no
 * later stage needs a reference table to judge a case. {@code Reference} needs no Spark.
 */
package id.rapor.reference;
