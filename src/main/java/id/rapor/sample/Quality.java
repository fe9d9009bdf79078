package id.rapor.sample;

import id.rapor.sample.Draw.Purpose;

/**
 * How good an agency truly is, each from 0 (worst) to 1 (best); no feed shows it.
 *
 * @param overall what the others scatter around
 * @param speed drives durations and so the share on time
 * @param care drives returns, rework, needless documents and small mistakes
 * @param courtesy drives survey answers and complaints
 * @param learning drives training, supervision and follow-up
 * @param thrift drives budget realisation and fee collection
 */
record Quality(
    double overall, double speed, double care, double courtesy, double learning, double thrift) {

  private static final double OWN_SHARE = 0.3;

  /** Log of median over allowance of the slowest and the quickest agency. */
  private static final double SLOWEST = -0.07;

  private static final double QUICKEST = -0.72;

  /** The quality of one agency. */
  static Quality of(long seed, int agency) {
    Draw draw = Draw.of(seed, Purpose.AGENCY, agency);
    double overall = draw.unit();
    return new Quality(
        overall,
        near(overall, draw),
        near(overall, draw),
        near(overall, draw),
        near(overall, draw),
        near(overall, draw));
  }

  /** Log of the agency's median duration over the limit's allowance. */
  double pace() {
    return SLOWEST + (QUICKEST - SLOWEST) * speed;
  }

  /** Mean survey answer that it deserves, on 1-4. */
  double satisfaction() {
    return 2.80 + 0.90 * courtesy;
  }

  double trainedShare() {
    return 0.45 + 0.5 * learning;
  }

  double budgetRealisation() {
    return 0.80 + 0.18 * thrift;
  }

  private static double near(double overall, Draw draw) {
    return (1 - OWN_SHARE) * overall + OWN_SHARE * draw.unit();
  }
}
