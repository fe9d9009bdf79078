package id.rapor.publish;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.text.Language;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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
  void gridLinesAreTheEndsAndRoundNumbersBetween() {
    assertThat(new Scale(1, 52, 3).gridLines()).isEqualTo(List.of(1, 10, 20, 30, 40, 52));
    assertThat(new Scale(1, 9, 3).gridLines()).isEqualTo(List.of(1, 4, 6, 9));
    assertThat(new Scale(1, 2, 3).gridLines()).isEqualTo(List.of(1, 2));
    assertThat(new Scale(1, 1, 3).gridLines()).isEqualTo(List.of(1));
  }

  @Property
  boolean gridLinesRiseAndAreFew(@ForAll @IntRange(min = 1, max = 100_000) int ranked) {
    List<Integer> lines = new Scale(1, ranked, 3).gridLines();
    return lines.size() <= 8
        && lines.get(0) == 1
        && lines.get(lines.size() - 1) == ranked
        && lines.stream().sorted().distinct().toList().equals(lines);
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
