package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.stats.OutlierTreatment.Logarithm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole composite indices, from raw data to ranks, against COINr. */
class CompositeIndexTest {
  private static final double LEAST_PRESENT = 0.66;

  /** A part of the index: an indicator, or a mean of others. */
  private record Part(String code, int level, double direction, double weight, String parent) {}

  private static final Map<String, UnaryOperator<double[]>> SCALES =
      Map.of(
          "minmax0_100", x -> Normalisation.minMax(x, 0, 100),
          "minmax1_100", x -> Normalisation.minMax(x, 1, 100),
          "zscore", x -> Normalisation.zScore(x, 0, 1),
          "prank", Normalisation::percentileRank,
          "borda", Normalisation::borda);

  private static final Map<String, Double> MEANS =
      Map.of(
          "arith", PowerMean.ARITHMETIC,
          "geo", PowerMean.GEOMETRIC,
          "harm", PowerMean.HARMONIC);

  @ParameterizedTest
  @ValueSource(strings = {"agencies-a", "agencies-b"})
  void unitsWithTooLittleDataAreLeftOutAndOutliersPulledIn(String folder) {
    OracleTable raw = table(folder, "raw.csv");
    OracleTable treated = table(folder, "treated.csv");
    OracleTable details = table(folder, "treatment.csv");
    List<Integer> kept = kept(raw);
    assertThat(kept.stream().map(raw.texts("uCode")::get).toList())
        .isEqualTo(treated.texts("uCode"));
    List<String> codes = details.texts("iCode");
    for (int i = 0; i < codes.size(); i++) {
      double[] x = pick(raw.numbers(codes.get(i)), kept);
      double[] made = OutlierTreatment.of(x, 3, Logarithm.ORIGINAL);
      CompositeStepsTest.same(made, treated.numbers(codes.get(i)));
      CompositeStepsTest.detailsEqual(details, i, x, OutlierTreatment.winsorised(x, 3));
    }
  }

  private static List<Integer> kept(OracleTable raw) {
    List<double[]> columns = List.copyOf(raw.numbers().values());
    return IntStream.range(0, raw.texts("uCode").size())
        .filter(
            unit ->
                columns.stream().filter(column -> !Double.isNaN(column[unit])).count()
                    >= LEAST_PRESENT * columns.size())
        .boxed()
        .toList();
  }

  private static double[] pick(double[] values, List<Integer> units) {
    return units.stream().mapToDouble(unit -> values[unit]).toArray();
  }

  @ParameterizedTest
  @CsvSource({
    "minmax0_100, arith",
    "zscore, arith",
    "minmax1_100, geo",
    "minmax1_100, harm",
    "prank, arith",
    "borda, arith"
  })
  void chainsEqualTheReference(String scale, String mean) {
    for (String folder : List.of("agencies-a", "agencies-b", "asem")) {
      String start = folder.equals("asem") ? "raw.csv" : "treated.csv";
      Map<String, double[]> scaled = scaled(parts(folder), table(folder, start), SCALES.get(scale));
      String chain = scale + "_" + mean;
      if (!scale.equals("borda") && !mean.equals("harm")) {
        equal(scaled, table(folder, chain + ".normalised.csv"));
      }
      Map<String, double[]> scores = scores(parts(folder), scaled, MEANS.get(mean), 0);
      equal(scores, table(folder, chain + ".scores.csv"));
      ranksEqual(scores, table(folder, chain + ".ranks.csv"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"agencies-a", "agencies-b", "asem"})
  void meansOfTooFewPartsAreMissing(String folder) {
    String start = folder.equals("asem") ? "raw.csv" : "treated.csv";
    Map<String, double[]> scaled =
        scaled(parts(folder), table(folder, start), SCALES.get("minmax0_100"));
    equal(
        scores(parts(folder), scaled, PowerMean.ARITHMETIC, 2 / 3.0),
        table(folder, "minmax0_100_arith_minavail0.667.scores.csv"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"agencies-a", "agencies-b"})
  void withoutAHierarchyMeansAndPairsEqualTheReference(String folder) {
    List<Part> indicators = parts(folder).stream().filter(part -> part.level == 1).toList();
    OracleTable treated = table(folder, "treated.csv");
    Map<String, double[]> scaled = scaled(indicators, treated, SCALES.get("minmax1_100"));
    double[][] units =
        IntStream.range(0, treated.texts("uCode").size())
            .mapToObj(unit -> column(scaled, indicators, unit))
            .filter(unit -> Arrays.stream(unit).noneMatch(Double::isNaN))
            .toArray(double[][]::new);
    double[] weights = indicators.stream().mapToDouble(Part::weight).toArray();
    OracleTable flat = table(folder, "flat_genmean0.5_copeland.csv");
    CompositeStepsTest.same(
        Arrays.stream(units).mapToDouble(unit -> PowerMean.of(unit, weights, 0.5)).toArray(),
        flat.numbers("genmean_p0.5"));
    double[][] matrix = Outranking.matrix(units, weights);
    List<double[]> expected =
        List.copyOf(table(folder, "outranking_matrix.csv").numbers().values());
    for (int j = 0; j < matrix.length; j++) {
      int to = j;
      CompositeStepsTest.same(
          Arrays.stream(matrix).mapToDouble(row -> row[to]).toArray(), expected.get(j));
    }
    assertThat(Arrays.stream(Outranking.copeland(matrix)).asDoubleStream().toArray())
        .isEqualTo(flat.numbers("copeland"));
  }

  @Test
  void thePackagesOwnExampleEqualsFromBeginningToEnd() {
    OracleTable raw = table("asem", "raw.csv");
    OracleTable structure = table("asem", "structure.csv");
    Map<String, double[]> indicators = new LinkedHashMap<>();
    List<String> codes = structure.texts("iCode");
    for (int i = 0; i < codes.size(); i++) {
      if (structure.texts("Type").get(i).equals("Indicator")) {
        String by = structure.texts("Denominator").get(i);
        double[] x = raw.numbers(codes.get(i));
        indicators.put(codes.get(i), by.isEmpty() ? x : over(x, raw.numbers(by)));
      }
    }
    equal(indicators, table("asem", "full_chain.denominated.csv"));
    indicators.replaceAll((code, x) -> filled(x, raw.texts("EurAsia_group")));
    equal(indicators, table("asem", "full_chain.imputed.csv"));
    indicators.replaceAll((code, x) -> OutlierTreatment.of(x, 5, Logarithm.ORIGINAL));
    equal(indicators, table("asem", "full_chain.treated.csv"));
    List<Part> parts = parts("asem");
    Map<String, double[]> scaled = scaled(parts, indicators, SCALES.get("minmax0_100"));
    equal(scaled, table("asem", "full_chain.normalised.csv"));
    Map<String, double[]> scores = scores(parts, scaled, PowerMean.ARITHMETIC, 0);
    equal(scores, table("asem", "full_chain.scores.csv"));
    ranksEqual(scores, table("asem", "full_chain.ranks.csv"));
  }

  private static double[] over(double[] x, double[] by) {
    return IntStream.range(0, x.length).mapToDouble(i -> x[i] / by[i]).toArray();
  }

  /** What is missing becomes the mean of what its group has. */
  private static double[] filled(double[] x, List<String> groups) {
    return IntStream.range(0, x.length)
        .mapToDouble(
            i ->
                Double.isNaN(x[i])
                    ? IntStream.range(0, x.length)
                        .filter(j -> groups.get(j).equals(groups.get(i)) && !Double.isNaN(x[j]))
                        .mapToDouble(j -> x[j])
                        .average()
                        .orElseThrow()
                    : x[i])
        .toArray();
  }

  private static List<Part> parts(String folder) {
    OracleTable structure = table(folder, "structure.csv");
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < structure.texts("iCode").size(); i++) {
      String type = structure.texts("Type").get(i);
      if (type.equals("Indicator") || type.equals("Aggregate")) {
        parts.add(
            new Part(
                structure.texts("iCode").get(i),
                (int) structure.numbers("Level")[i],
                structure.numbers("Direction")[i],
                structure.numbers("Weight")[i],
                structure.texts("Parent").get(i)));
      }
    }
    return parts;
  }

  private static Map<String, double[]> scaled(
      List<Part> parts, OracleTable values, UnaryOperator<double[]> scale) {
    return scaled(parts, values.numbers(), scale);
  }

  private static Map<String, double[]> scaled(
      List<Part> parts, Map<String, double[]> values, UnaryOperator<double[]> scale) {
    Map<String, double[]> scaled = new LinkedHashMap<>();
    for (Part part : parts) {
      if (part.level == 1) {
        scaled.put(
            part.code,
            scale.apply(
                Arrays.stream(values.get(part.code)).map(x -> part.direction * x).toArray()));
      }
    }
    return scaled;
  }

  /** Means of the parts of each level, from the lowest up. */
  private static Map<String, double[]> scores(
      List<Part> parts, Map<String, double[]> scaled, double power, double least) {
    Map<String, double[]> known = new LinkedHashMap<>(scaled);
    Map<String, double[]> scores = new LinkedHashMap<>();
    int units = scaled.values().iterator().next().length;
    for (Part part : parts.stream().filter(each -> each.level > 1).toList()) {
      List<Part> children = parts.stream().filter(each -> each.parent.equals(part.code)).toList();
      double[] weights = children.stream().mapToDouble(Part::weight).toArray();
      double[] mean =
          IntStream.range(0, units)
              .mapToDouble(
                  unit -> PowerMean.of(column(known, children, unit), weights, power, least))
              .toArray();
      known.put(part.code, mean);
      scores.put(part.code, mean);
    }
    return scores;
  }

  private static double[] column(Map<String, double[]> values, List<Part> parts, int unit) {
    return parts.stream().mapToDouble(part -> values.get(part.code)[unit]).toArray();
  }

  private static void equal(Map<String, double[]> made, OracleTable expected) {
    assertThat(made.keySet()).isEqualTo(expected.numbers().keySet());
    expected.numbers().forEach((code, x) -> CompositeStepsTest.same(made.get(code), x));
  }

  /**
   * Ranks of scores: 1 + how many are greater. Scores that tie may be told apart in the reference
   * by the last digit of its arithmetic: there any of the ranks of those that tie will do.
   */
  private static void ranksEqual(Map<String, double[]> scores, OracleTable expected) {
    expected
        .numbers()
        .forEach(
            (code, ranks) -> {
              double[] own = scores.get(code);
              double[] made = Normalisation.rank(Arrays.stream(own).map(x -> -x).toArray());
              for (int i = 0; i < ranks.length; i++) {
                double score = own[i];
                long tied = Arrays.stream(own).filter(x -> isTie(x, score)).count();
                assertThat(ranks[i]).as(code).isBetween(made[i], made[i] + tied - 1);
              }
            });
  }

  private static boolean isTie(double score, double other) {
    return Math.abs(score - other) <= 1e-15 * Math.abs(score);
  }

  private static OracleTable table(String folder, String file) {
    return OracleTable.read("composite-index/" + folder + "/" + file);
  }
}
