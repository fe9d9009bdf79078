package id.rapor.publish;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.table.Metrics;
import id.rapor.text.Language;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** The words and the scales of the page. */
class PageTest {

  @Test
  void bothLanguagesHaveTheSameLabelsWithTheSamePlaces() {
    Labels indonesian = Labels.of(Language.INDONESIAN);
    Labels english = Labels.of(Language.ENGLISH);
    assertThat(indonesian.words().keySet()).isEqualTo(english.words().keySet());
    for (String key : english.words().keySet()) {
      for (int place = 0; place < 4; place++) {
        String mark = "{" + place + "}";
        assertThat(indonesian.text(key).contains(mark))
            .as(key + " " + mark)
            .isEqualTo(english.text(key).contains(mark));
      }
    }
  }

  @Test
  void moneyBearsItsCurrencyAndNothingElseDoes() {
    FigureText indonesian = new FigureText(Labels.of(Language.INDONESIAN), "IDR");
    FigureText english = new FigureText(Labels.of(Language.ENGLISH), "USD");
    assertThat(indonesian.withUnit(907179.12, unit("currency"))).isEqualTo("Rp907.179");
    assertThat(indonesian.withUnit(30408273.4, unit("currency_per_1000_cases")))
        .isEqualTo("Rp30.408.273 per 1.000 berkas");
    assertThat(indonesian.unit(unit("currency_per_1000_cases"))).isEqualTo("Rp per 1.000 berkas");
    assertThat(english.withUnit(12.5, unit("currency_per_1000_cases")))
        .isEqualTo("USD 12.50 per 1,000 cases");
    assertThat(english.unit(unit("currency"))).isEqualTo("USD");
    assertThat(indonesian.withUnit(1234.56, unit("days"))).isEqualTo("1.234,56 hari");
  }

  private static Row unit(String code) {
    return new GenericRowWithSchema(
        new Object[] {code}, new StructType().add(Metrics.UNIT.name(), "string"));
  }

  @Test
  void numbersStandAtQuartersWhereTheyAreTrue() {
    assertThat(new Scale(1, 3000, 3).quarters()).isEqualTo(List.of(1, 751, 1500, 2250, 3000));
    assertThat(new Scale(1, 9, 3).quarters()).isEqualTo(List.of(1, 3, 5, 7, 9));
    assertThat(new Scale(1, 10, 3).quarters()).isEqualTo(List.of(1, 10));
    assertThat(new Scale(1, 2, 3).quarters()).isEqualTo(List.of(1, 2));
    assertThat(new Scale(1, 1, 3).quarters()).isEqualTo(List.of(1));
  }

  @Property
  boolean numbersRiseFromEndToEnd(@ForAll @IntRange(min = 1, max = 100_000) int ranked) {
    List<Integer> numbers = new Scale(1, ranked, 3).quarters();
    return numbers.size() <= 5
        && numbers.get(0) == 1
        && numbers.get(numbers.size() - 1) == ranked
        && numbers.stream().sorted().distinct().toList().equals(numbers);
  }

  @Test
  void placesOnAScale() {
    Scale scale = new Scale(0, 100, 0);
    assertThat(scale.at(60)).isEqualTo("60%");
    assertThat(scale.at(33.333)).isEqualTo("33.33%");
    assertThat(scale.at(120)).isEqualTo("100%");
    assertThat(scale.width(20, 20)).isEqualTo("0%");
    assertThat(new Scale(1, 1, 3).at(1)).isEqualTo("50%");
  }
}
