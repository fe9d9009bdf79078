package id.rapor.score;

import id.rapor.stats.Rounding;
import java.math.BigDecimal;

/**
 * The grade of a score as published: the score is first rounded to two decimals, halves up, so that
 * no page shows 85.00 with a B.
 */
enum Grade {
  A(85),
  B(70),
  C(60),
  D(40),
  E(0);

  /** Lower bound, inclusive. */
  private final BigDecimal least;

  Grade(int least) {
    this.least = BigDecimal.valueOf(least);
  }

  /**
   * @param score 0-100, unrounded
   */
  static Grade of(double score) {
    BigDecimal published = Rounding.toHundredths(score);
    for (Grade grade : values()) {
      if (published.compareTo(grade.least) >= 0) {
        return grade;
      }
    }
    throw new IllegalArgumentException("Cannot grade a score of " + score + ", expected 0 to 100");
  }
}
