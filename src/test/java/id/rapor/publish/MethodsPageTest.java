package id.rapor.publish;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.settings.Aggregation;
import id.rapor.settings.Aggregation.Mean;
import id.rapor.settings.Period;
import id.rapor.text.Language;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the page about methods says of how scores are made. */
class MethodsPageTest {
  private static final Aggregation MIXED = new Aggregation(Mean.ARITHMETIC, Mean.GEOMETRIC);

  @Test
  void theMeansOfTheSettingsAreNamed() {
    assertThat(score(Aggregation.DEFAULTS, Language.ENGLISH))
        .contains("A perspective is the weighted mean of its metrics")
        .contains("the score is the weighted mean of the perspectives.");
    assertThat(score(MIXED, Language.ENGLISH))
        .contains("A perspective is the weighted mean of its metrics")
        .contains("the score is the weighted geometric mean (which");
    assertThat(score(MIXED, Language.INDONESIAN))
        .contains("Perspektif adalah rata-rata tertimbang dari ukurannya")
        .contains("skor adalah rata-rata geometris tertimbang (");
  }

  @Test
  void thePeriodWhoseRatesAdjustIsNamed() {
    Labels labels = Labels.of(Language.INDONESIAN);
    assertThat(MethodsPage.steps(MIXED, Optional.empty(), labels).get(1).text())
        .contains("pada angka nasional, yaitu angka periode yang sama.");
    assertThat(MethodsPage.steps(MIXED, Period.parse("2025-H2"), labels).get(1).text())
        .contains("pada angka nasional, yaitu angka Semester II 2025 yang dibuat tetap.");
  }

  private static String score(Aggregation aggregation, Language language) {
    return MethodsPage.steps(aggregation, Optional.empty(), Labels.of(language)).get(2).text();
  }
}
