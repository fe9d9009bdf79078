package id.rapor.detect;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;

import id.rapor.table.Cases;
import id.rapor.table.Findings;
import id.rapor.table.Measurements;
import id.rapor.table.UnexplainedFees;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What unexplained fees cost the public: the money of the leads about fees above the tariff, summed
 * by month, agency, office and service. A case counts once, with the largest sum that is said of
 * it.
 *
 * <p>The interval is that of a compound Poisson sum, amount +- 1.96 sqrt(sum of squares): how far
 * the sum would differ if as many such cases came by chance again; cut at 0. One case alone has the
 * interval 0 to 2.96 times itself. Source: variance of a Poisson number of terms (Feller 1968).
 */
public final class Excess {
  private static final double REACH = 1.959964;

  /** Whose money is paid beyond a tariff, rather than merely without a paper. */
  private static final List<Detector> FEES =
      List.of(new FeeAboveTariff(), new FeeOnFreeService(), new SplitPayments());

  private Excess() {}

  /** Rows of {@link UnexplainedFees#TABLE} from rows of {@link id.rapor.table.Leads#TABLE}. */
  public static Dataset<Row> of(Dataset<Row> leads) {
    Object[] codes = FEES.stream().map(detector -> detector.entry().code()).toArray();
    Column amount = Findings.AMOUNT_AT_RISK.col();
    Dataset<Row> cases =
        leads
            .where(Findings.DETECTOR.col().isin(codes))
            .groupBy(
                Measurements.PERIOD.col(),
                Cases.AGENCY_ID.col(),
                Cases.OFFICE_ID.col(),
                Cases.SERVICE_ID.col(),
                Cases.CASE_ID.col())
            .agg(Findings.AMOUNT_AT_RISK.is(max(amount)));
    // Squares of whole hundredths, so that no split of the rows changes a digit.
    Column reach = sqrt(sum(amount.multiply(amount).cast("decimal(38,4)"))).multiply(REACH);
    return UnexplainedFees.TABLE.shape(
        cases
            .groupBy(
                Measurements.PERIOD.col(),
                Cases.AGENCY_ID.col(),
                Cases.OFFICE_ID.col(),
                Cases.SERVICE_ID.col())
            .agg(
                UnexplainedFees.CASES.is(count(lit(1))),
                UnexplainedFees.AMOUNT.is(sum(amount)),
                UnexplainedFees.LOW.is(greatest(lit(0), sum(amount).minus(reach))),
                UnexplainedFees.HIGH.is(sum(amount).plus(reach))));
  }
}
