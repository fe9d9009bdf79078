package id.rapor.publish;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.TestSpark;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Test;

class PrecisionTest {
  @Test
  void tenDigitsAreKept() {
    assertThat(
            rounded(
                1.0 / 3,
                -200.0 / 3,
                1e-7 / 3,
                76.90971666031955,
                123456789.123456,
                472_043_018_000.4,
                0.1,
                0.0,
                Double.NaN,
                Double.POSITIVE_INFINITY))
        .containsExactly(
            0.3333333333,
            -66.66666667,
            0.00000003333333333,
            76.90971666,
            123456789.1,
            472_043_018_000.0,
            0.1,
            0.0,
            Double.NaN,
            Double.POSITIVE_INFINITY);
  }

  /** A second method: decimal arithmetic. */
  @Test
  void anyNumberIsTheDoubleNextToItsTenDigits() {
    Random chance = new Random(1);
    double[] values =
        DoubleStream.generate(() -> chance.nextDouble() * Math.pow(10, chance.nextInt(-9, 10)))
            .limit(5_000)
            .toArray();
    assertThat(rounded(values))
        .containsExactlyElementsOf(
            DoubleStream.of(values)
                .map(
                    value ->
                        new BigDecimal(value)
                            .round(new MathContext(10, RoundingMode.HALF_EVEN))
                            .doubleValue())
                .boxed()
                .toList());
  }

  private static List<Double> rounded(double... values) {
    return Precision.of(
            TestSpark.session()
                .createDataset(DoubleStream.of(values).boxed().toList(), Encoders.DOUBLE())
                .toDF()
                .coalesce(1))
        .as(Encoders.DOUBLE())
        .collectAsList();
  }
}
