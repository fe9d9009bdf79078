package id.rapor.detect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import id.rapor.table.Cases;
import id.rapor.table.Decisions;
import id.rapor.table.Field;
import id.rapor.table.Findings;
import id.rapor.table.Leads;
import id.rapor.table.Measurements;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * What becomes of findings: those that were explained or dismissed fall silent; a subject that is
 * found in at least 2 of the last 3 months is more than a low matter.
 */
public final class Review {
  /** How many findings of a detector were decided. */
  public static final Field DECIDED =
      Field.required("decided", Field.WHOLE, "findings that were explained, referred or dismissed");

  /** How many of them were referred. */
  public static final Field REFERRED =
      Field.required("referred", Field.WHOLE, "findings that were referred to those who inspect");

  /** What an analyst may decide. */
  public static final List<String> DECISIONS =
      List.of("open", "explained", "referred", "dismissed");

  private static final String OPEN = "open";
  private static final String PASSED_ON = "referred";
  private static final Field MONTH =
      Field.required("month_number", Field.WHOLE, "months since the year 0");

  private static final int LOOK_BACK = 2;
  private static final int PERSISTENT = 2;

  private Review() {}

  /**
   * The findings that still need a look.
   *
   * @param findings of every month that was ever looked at
   * @param decisions rows of {@link Decisions#TABLE}, one for each finding at most
   */
  public static Dataset<Row> leads(Dataset<Row> findings, Dataset<Row> decisions) {
    Column period = Measurements.PERIOD.col();
    Column month =
        substring(period, 1, 4)
            .cast(Field.WHOLE)
            .multiply(12)
            .plus(substring(period, 6, 2).cast(Field.WHOLE));
    Column found =
        size(
            collect_set(period)
                .over(
                    Window.partitionBy(subject())
                        .orderBy(MONTH.col())
                        .rangeBetween(-LOOK_BACK, 0)));
    Column persistent =
        Leads.MONTHS_FOUND.col().geq(PERSISTENT).and(Findings.SEVERITY.col().equalTo("low"));
    Dataset<Row> dated =
        findings
            .withColumn(MONTH.name(), month)
            .withColumn(Leads.MONTHS_FOUND.name(), found)
            .withColumn(
                Findings.SEVERITY.name(),
                when(persistent, "medium").otherwise(Findings.SEVERITY.col()));
    return Leads.TABLE.shape(
        dated
            .join(decisions, new String[] {Findings.FINDING_ID.name()}, "left")
            .withColumn(Decisions.DECISION.name(), coalesce(Decisions.DECISION.col(), lit(OPEN)))
            .where(Decisions.DECISION.col().isin(OPEN, PASSED_ON)));
  }

  /**
   * Each detector of which any finding was decided, with {@link #DECIDED} and {@link #REFERRED}:
   * their ratio is its precision as far as it was looked into.
   */
  public static Dataset<Row> decided(Dataset<Row> findings, Dataset<Row> decisions) {
    return findings
        .join(decisions, Findings.FINDING_ID.name())
        .where(not(Decisions.DECISION.col().equalTo(OPEN)))
        .groupBy(Findings.DETECTOR.col())
        .agg(
            DECIDED.is(count(lit(1))),
            REFERRED.is(count_if(Decisions.DECISION.col().equalTo(PASSED_ON))));
  }

  /** What makes a finding of another month one about the same. */
  private static Column[] subject() {
    return new Column[] {
      Findings.DETECTOR.col(),
      Cases.AGENCY_ID.col(),
      Cases.OFFICE_ID.col(),
      Cases.SERVICE_ID.col(),
      Cases.CASE_ID.col(),
      Cases.OFFICER_ID.col()
    };
  }
}
