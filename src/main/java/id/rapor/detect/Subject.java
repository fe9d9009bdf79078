package id.rapor.detect;

import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * Who was looked at, over the months up to a period.
 *
 * @param officerId keyed hash, or null where the subject is no officer
 * @param applicantId keyed hash, or null where the subject is no pair
 */
record Subject(String period, String agencyId, String officerId, String applicantId) {
  /** The columns that tell agencies apart. */
  static final List<Field> AGENCY = List.of(Cases.AGENCY_ID);

  /** The columns that tell officers apart. */
  static final List<Field> OFFICER = List.of(Cases.AGENCY_ID, Cases.OFFICER_ID);

  /** The columns that tell pairs apart. */
  static final List<Field> PAIR = List.of(Cases.AGENCY_ID, Cases.OFFICER_ID, Cases.APPLICANT_ID);

  static Subject agency(String period, String agencyId) {
    return new Subject(period, agencyId, null, null);
  }

  /** The agency and period that {@code row} names. */
  static Subject agency(Row row) {
    return agency(text(row, Measurements.PERIOD), text(row, Cases.AGENCY_ID));
  }

  /** The agency that this is or belongs to. */
  Subject agency() {
    return agency(period, agencyId);
  }

  Subject officer(String officer) {
    return new Subject(period, agencyId, officer, null);
  }

  Subject pair(String officer, String applicant) {
    return new Subject(period, agencyId, officer, applicant);
  }

  /** The text that {@code row} has in {@code field}. */
  static String text(Row row, Field field) {
    return row.getAs(field.name());
  }

  /** The whole number that {@code row} has in {@code field}. */
  static long whole(Row row, Field field) {
    return row.<Long>getAs(field.name());
  }

  /** The number that {@code row} has in {@code field}. */
  static double real(Row row, Field field) {
    return row.<Double>getAs(field.name());
  }

  /** The sum of the numbers that {@code rows} have in {@code field}. */
  static double sum(List<Row> rows, Field field) {
    return rows.stream().mapToDouble(row -> real(row, field)).sum();
  }
}
