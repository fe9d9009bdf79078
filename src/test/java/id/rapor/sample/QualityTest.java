package id.rapor.sample;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.sample.Folder.Row;
import id.rapor.table.Cases;
import id.rapor.table.Surveys;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A hidden quality shows in the figures, and the figures spread as a league needs them to. */
class QualityTest {
  private static final Folder NATION = Folder.CLEAN;
  private static final Register REGISTER = new Register(NATION);
  private static final int ENOUGH = 60;

  @Test
  void shareOnTimeSpreadsAndFollowsSpeed() {
    Map<String, int[]> counts = new TreeMap<>();
    for (Row row : NATION.cases().values()) {
      if (!row.of(Cases.STATUS).equals("withdrawn") && REGISTER.isDue(row)) {
        count(counts, row, REGISTER.isOnTime(row));
      }
    }
    Map<String, Double> shares = shares(counts);

    assertThat(shares.values()).allMatch(share -> share > 0.55);
    assertThat(shares.values()).anyMatch(share -> share < 0.75);
    assertThat(shares.values()).anyMatch(share -> share > 0.93);
    assertThat(correlation(shares, "speed")).isGreaterThan(0.7);
  }

  @Test
  void mostPayTheTariffAndTheThriftyMore() {
    Map<String, int[]> counts = new TreeMap<>();
    for (Row row : NATION.cases().values()) {
      if (!row.of(Cases.FEE_PAID).isEmpty()) {
        boolean isRight =
            new BigDecimal(row.of(Cases.FEE_PAID)).compareTo(REGISTER.tariff(row)) == 0;
        count(counts, row, isRight);
      }
    }

    assertThat(shares(counts).values()).allMatch(share -> share > 0.93);
    double all =
        shares(counts).values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
    assertThat(all).isBetween(0.97, 0.999);
  }

  @Test
  void satisfactionSpreadsAndFollowsCourtesy() {
    Map<String, List<Double>> answers = new TreeMap<>();
    for (Row row : NATION.lines(Surveys.FEED)) {
      double sum = Surveys.ELEMENTS.stream().mapToInt(e -> Integer.parseInt(row.of(e))).sum();
      answers.computeIfAbsent(row.of(Cases.AGENCY_ID), a -> new ArrayList<>()).add(sum / 9 * 25);
    }
    Map<String, Double> means = new TreeMap<>();
    answers.forEach(
        (agency, all) -> {
          if (all.size() >= 30) {
            means.put(
                agency, all.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
          }
        });

    assertThat(means).hasSizeGreaterThan(40);
    assertThat(means.values()).allMatch(mean -> mean > 67 && mean < 93);
    assertThat(means.values()).anyMatch(mean -> mean < 75).anyMatch(mean -> mean > 86);
    assertThat(correlation(means, "courtesy")).isGreaterThan(0.8);
  }

  private static void count(Map<String, int[]> counts, Row row, boolean isGood) {
    int[] count = counts.computeIfAbsent(row.of(Cases.AGENCY_ID), agency -> new int[2]);
    count[0] += isGood ? 1 : 0;
    count[1]++;
  }

  private static Map<String, Double> shares(Map<String, int[]> counts) {
    Map<String, Double> shares = new TreeMap<>();
    counts.forEach(
        (agency, count) -> {
          if (count[1] >= ENOUGH) {
            shares.put(agency, count[0] / (double) count[1]);
          }
        });
    return shares;
  }

  private static double correlation(Map<String, Double> figures, String quality) {
    Map<String, Double> truth = new HashMap<>();
    NATION
        .truth("quality")
        .forEach(row -> truth.put(row.of(Cases.AGENCY_ID), Double.valueOf(row.of(quality))));
    double[] seen = ranks(figures.values().stream().mapToDouble(Double::doubleValue).toArray());
    double[] hidden = ranks(figures.keySet().stream().mapToDouble(truth::get).toArray());
    double sum = 0;
    for (int i = 0; i < seen.length; i++) {
      sum += (seen[i] - hidden[i]) * (seen[i] - hidden[i]);
    }
    // Spearman (1904), for figures without ties.
    return 1 - 6 * sum / (seen.length * ((double) seen.length * seen.length - 1));
  }

  private static double[] ranks(double[] values) {
    return Arrays.stream(values)
        .map(value -> Arrays.stream(values).filter(other -> other < value).count())
        .toArray();
  }
}
