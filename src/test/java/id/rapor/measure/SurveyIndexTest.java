package id.rapor.measure;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.rapor.TestSpark;
import id.rapor.settings.Period;
import id.rapor.settings.SatisfactionWeights;
import id.rapor.settings.Scoring;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import id.rapor.table.Surveys;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The satisfaction index of PermenPANRB 14/2017: both readings of its weights, and its bands. */
class SurveyIndexTest {
  private static final YearMonth MARCH = YearMonth.of(2025, 3);

  /**
   * 29 respondents whose 261 answers sum to 955: 25 x 955 / 261, and 0.99 times that. Their means
   * spread by 0.4787, the interval reaches 4.4 to either side, and 87.1 is a B.
   */
  @ParameterizedTest
  @CsvSource({"EXACT, 91.4751, A/B", "PRINTED, 90.5603, A/B (printed-0.11)"})
  void weightsAreReadAsTheSettingsSay(SatisfactionWeights weights, double index, String detail) {
    List<Row> answers = new ArrayList<>(Collections.nCopies(19, answer(4, 4)));
    answers.add(answer(4, 3));
    answers.addAll(Collections.nCopies(9, answer(3, 3)));
    Row row = index(answers, weights);
    assertThat(value(row)).isCloseTo(index, within(5e-5));
    assertThat(row.<String>getAs(Measurements.DETAIL.name())).isEqualTo(detail);
  }

  @Test
  void aPerfectSurveyIs100AndWithPrintedWeights99() {
    List<Row> best = List.of(answer(4, 4), answer(4, 4));
    Row exact = index(best, SatisfactionWeights.EXACT);
    assertThat(value(exact)).isCloseTo(100, within(1e-12));
    assertThat(exact.<String>getAs(Measurements.DETAIL.name())).isEqualTo("A");
    Row printed = index(best, SatisfactionWeights.PRINTED);
    assertThat(value(printed)).isCloseTo(99, within(1e-12));
    assertThat(printed.<Double>getAs(Measurements.HIGH.name())).isLessThanOrEqualTo(99.0000001);
  }

  /** The table of the regulation has gaps: 88.304 is in no band, 88.305 is 88.31. */
  @ParameterizedTest
  @CsvSource({
    "100, A", "88.31, A", "88.305, A", "88.30499999999999, A", "88.3049, B", "88.304, B",
    "76.61, B", "76.605, B", "76.60499999999999, B", "76.6049, C", "65, C", "64.995, C",
    "64.99499999999999, C", "64.9949, D", "25, D"
  })
  void bandsFollowTheIndexRoundedHalfUp(double index, String grade) {
    assertThat(
            TestSpark.session().range(1).select(SurveyIndex.grade(lit(index))).first().getString(0))
        .isEqualTo(grade);
  }

  /** The two that answer the last element say 1; the 31 that answer the others say 3 or 4. */
  @Test
  void theWeakestElementIsSoughtAmongThoseWithEnoughAnswers() {
    List<Row> answers = new ArrayList<>(Collections.nCopies(29, lastAnswered(null)));
    answers.addAll(Collections.nCopies(2, lastAnswered(1L)));
    Row enough = figure("weakest_element", answers, SatisfactionWeights.EXACT);
    assertThat(enough.<String>getAs(Measurements.DETAIL.name())).isEqualTo("requirements");
    assertThat(value(enough)).isCloseTo(75, within(1e-12));
    assertThat(enough.<Long>getAs(Measurements.N.name())).isEqualTo(31);
    Row few =
        figure("weakest_element", answers.subList(2, answers.size()), SatisfactionWeights.EXACT);
    assertThat(few.<Long>getAs(Measurements.N.name())).isEqualTo(29);
  }

  private static Row lastAnswered(Long last) {
    List<Object> answer = new ArrayList<>(List.of("A", "permit", MARCH.toString(), 3L));
    answer.addAll(Collections.nCopies(Surveys.ELEMENTS.size() - 2, 4L));
    answer.add(last);
    return RowFactory.create(answer.toArray());
  }

  private static double value(Row row) {
    return row.<Double>getAs(Measurements.VALUE.name());
  }

  private static Row answer(long first, long others) {
    List<Object> answer = new ArrayList<>(List.of("A", "permit", MARCH.toString(), first));
    answer.addAll(Collections.nCopies(Surveys.ELEMENTS.size() - 1, others));
    return RowFactory.create(answer.toArray());
  }

  private static Row index(List<Row> answers, SatisfactionWeights weights) {
    return figure("satisfaction_index", answers, weights);
  }

  private static Row figure(String metric, List<Row> answers, SatisfactionWeights weights) {
    StructType schema = new StructType();
    List<Field> fields =
        new ArrayList<>(List.of(Cases.AGENCY_ID, Cases.SERVICE_ID, PeriodMonths.MONTH));
    fields.addAll(Surveys.ELEMENTS);
    for (Field field : fields) {
      schema = schema.add(field.name(), field.type());
    }
    Dataset<Row> months =
        Spans.months(TestSpark.session(), List.of(Period.parse("2025-03").orElseThrow()), MARCH)
            .where(PeriodMonths.MERGING.col().equalTo(Merging.FLOW.code()));
    return SurveyIndex.figures(
            TestSpark.session().createDataFrame(answers, schema),
            List.of(Catalogue.named(metric, Scoring.DEFAULTS).orElseThrow()),
            months,
            weights,
            Scoring.DEFAULTS)
        .where(Cases.SERVICE_ID.col().equalTo(Measurements.ALL_SERVICES))
        .first();
  }
}
