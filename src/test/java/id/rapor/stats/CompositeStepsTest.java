package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import id.rapor.stats.OutlierTreatment.Logarithm;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Treatment of outliers, scales and means, each alone, against COINr and by hand. */
class CompositeStepsTest {
  static final double CLOSE = 1e-9;

  @ParameterizedTest
  @ValueSource(strings = {"a", "b", "c", "d"})
  void scalesEqualTheReference(String vector) {
    double[] x = vector(vector);
    same(Normalisation.minMax(x, 0, 100), expected(vector, "minmax_0_100"));
    same(Normalisation.zScore(x, 0, 1), expected(vector, "zscore_0_1"));
    same(Normalisation.zScore(x, 100, 15), expected(vector, "zscore_100_15"));
    same(Normalisation.distanceToMaximum(x), expected(vector, "dist2max"));
    same(Normalisation.fractionOfMaximum(x), expected(vector, "fracmax"));
    same(Normalisation.percentileRank(x), expected(vector, "prank"));
    same(Normalisation.rank(x), expected(vector, "rank"));
    same(Normalisation.borda(x), expected(vector, "borda"));
    same(Normalisation.scaled(x, -5, 20), expected(vector, "scaled_m5_20"));
    same(Normalisation.goalposts(x, 0, 15, 100), expected(vector, "goalposts_0_15_100"));
    double[] less = Arrays.stream(x).map(each -> -each).toArray();
    same(Normalisation.goalposts(less, -15, 0, 100), expected(vector, "goalposts_negdir"));
    same(Normalisation.distanceToTarget(x, 12), expected(vector, "dist2targ"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "b", "c", "d"})
  void treatmentsEqualTheReference(String vector) {
    JsonNode all = Oracle.read("composite-index/functions.expected.json").get(vector);
    double[] x = vector(vector);
    assertThat(OutlierTreatment.skewness(x)).isCloseTo(all.get("skew").asDouble(), within(CLOSE));
    assertThat(OutlierTreatment.kurtosis(x)).isCloseTo(all.get("kurt").asDouble(), within(CLOSE));
    assertThat(OutlierTreatment.passes(x)).isEqualTo(all.get("pass").asBoolean());
    double[] pulled = OutlierTreatment.winsorised(x, 5);
    same(pulled, expected(vector, "winsorised"));
    assertThat(changed(x, pulled)).isEqualTo(all.get("n_winsorised").asInt());
    same(OutlierTreatment.logarithm(x), expected(vector, "log_CT"));
    double[] plus =
        OutlierTreatment.skewness(x) > 0
            ? OutlierTreatment.logarithm(x)
            : OutlierTreatment.mirrored(x);
    same(plus, expected(vector, "log_CT_plus"));
  }

  @Test
  void meansEqualTheReference() {
    JsonNode inputs = Oracle.read("composite-index/means.input.json");
    JsonNode expected = Oracle.read("composite-index/means.expected.json");
    Map<String, Double> powers =
        Map.of(
            "amean", PowerMean.ARITHMETIC,
            "gmean", PowerMean.GEOMETRIC,
            "hmean", PowerMean.HARMONIC,
            "genmean_p2", 2.0,
            "genmean_pm2", -2.0);
    for (int i = 0; i < inputs.size(); i++) {
      double[] x = Oracle.doubles(inputs.get(i).get("x"));
      double[] w = Oracle.doubles(inputs.get(i).get("w"));
      JsonNode means = expected.get(i);
      powers.forEach(
          (name, power) -> {
            // The package has no general mean where a part is missing.
            if (!means.get(name).isNull()) {
              assertThat(PowerMean.of(x, w, power))
                  .isCloseTo(
                      means.get(name).asDouble(), within(CLOSE * means.get(name).asDouble()));
            }
          });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "winmax1_log_CT, 1, ORIGINAL",
    "winmax2_log_CT_combined, 2, PULLED_IN",
    "winmax2_log_CT_plus, 2, MIRRORED"
  })
  void twoStagesEqualTheReference(String name, int most, Logarithm logarithm) {
    OracleTable input = OracleTable.read("composite-index/two_stage.input.csv");
    OracleTable treated = OracleTable.read("composite-index/two_stage." + name + ".treated.csv");
    OracleTable details = OracleTable.read("composite-index/two_stage." + name + ".details.csv");
    List<String> codes = details.texts("iCode");
    assertThat(codes).hasSize(5);
    for (int i = 0; i < codes.size(); i++) {
      double[] x = input.numbers(codes.get(i));
      double[] made = OutlierTreatment.of(x, most, logarithm);
      same(made, treated.numbers(codes.get(i)));
      detailsEqual(details, i, x, OutlierTreatment.winsorised(x, most), made);
    }
  }

  /** What was checked before, between and after, as far as it came to that. */
  static void detailsEqual(OracleTable details, int row, double[]... stages) {
    for (int stage = 0; stage < stages.length; stage++) {
      String check = "check_SkewKurt" + stage;
      if (details.has(check + ".Pass") && !details.texts(check + ".Pass").get(row).isEmpty()) {
        assertThat(OutlierTreatment.passes(stages[stage]))
            .isEqualTo(Boolean.parseBoolean(details.texts(check + ".Pass").get(row)));
        double skew = details.numbers(check + ".Skew")[row];
        double kurt = details.numbers(check + ".Kurt")[row];
        assertThat(OutlierTreatment.skewness(stages[stage]))
            .isCloseTo(skew, within(CLOSE * Math.max(1, Math.abs(skew))));
        assertThat(OutlierTreatment.kurtosis(stages[stage]))
            .isCloseTo(kurt, within(CLOSE * Math.max(1, Math.abs(kurt))));
      }
    }
    String pulled = details.texts("winsorise.nwin").get(row);
    assertThat(changed(stages[0], stages[1])).isEqualTo(pulled.isEmpty() ? 0 : toLong(pulled));
  }

  private static long toLong(String text) {
    return Long.parseLong(text);
  }

  private static long changed(double[] before, double[] after) {
    return IntStream.range(0, before.length)
        .filter(i -> !Double.isNaN(before[i]) && before[i] != after[i])
        .count();
  }

  @Test
  void whatHasNoScaleHasNoValue() {
    assertThat(Normalisation.minMax(new double[] {3, 3}, 0, 100)).containsOnly(Double.NaN);
    assertThat(Normalisation.percentileRank(new double[] {3})).containsOnly(Double.NaN);
    assertThat(Normalisation.rank(new double[] {5, 2, 5, Double.NaN}))
        .containsExactly(2, 1, 2, Double.NaN);
    assertThat(PowerMean.of(new double[] {Double.NaN}, new double[] {1}, 1)).isNaN();
  }

  @Test
  void twoOfThreePartsAreEnoughForTwoThirds() {
    double[] two = {1, Double.NaN, 4};
    double[] one = {1, Double.NaN, Double.NaN};
    double[] equal = {1, 1, 1};
    assertThat(PowerMean.of(two, equal, PowerMean.GEOMETRIC, 2 / 3.0)).isEqualTo(2);
    assertThat(PowerMean.of(one, equal, PowerMean.GEOMETRIC, 2 / 3.0)).isNaN();
  }

  private static double[] vector(String name) {
    return Oracle.doubles(Oracle.read("composite-index/functions.input.json").get(name).get("x"));
  }

  private static double[] expected(String vector, String function) {
    return Oracle.doubles(
        Oracle.read("composite-index/functions.expected.json").get(vector).get(function));
  }

  static void same(double[] made, double[] expected) {
    assertThat(made).hasSameSizeAs(expected);
    for (int i = 0; i < made.length; i++) {
      if (Double.isNaN(expected[i])) {
        assertThat(made[i]).isNaN();
      } else {
        assertThat(made[i])
            .isCloseTo(expected[i], within(CLOSE * Math.max(1, Math.abs(expected[i]))));
      }
    }
  }
}
