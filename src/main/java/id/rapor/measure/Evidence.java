package id.rapor.measure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import id.rapor.settings.Period;
import id.rapor.table.Cases;
import id.rapor.table.Feed;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Measurements;
import id.rapor.table.PeriodMonths;
import id.rapor.table.Provenance;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The rows that one figure was made of, found by the very terms that it was counted by: what they
 * add to n, denominator and numerator sums up to those of {@link Measurements}.
 */
public final class Evidence {
  /** What the row is called in its feed, beside the agency. */
  public static final Field ID = Field.required("row_id", Field.TEXT, "the row's name in its feed");

  /** What the row adds below the line. */
  public static final Field BELOW = Measurements.DENOMINATOR;

  /** What the row adds above the line. */
  public static final Field ABOVE = Measurements.NUMERATOR;

  public static final Field MINUTES = Ages.MINUTES;
  public static final Field ENDED = Ages.ENDED;

  private Evidence() {}

  /**
   * Which figure.
   *
   * @param service the service's code, or {@link Measurements#ALL_SERVICES}
   */
  public record Figure(Metric metric, String agency, String service, Period period) {
    private boolean isOfOneService() {
      return !service.equals(Measurements.ALL_SERVICES);
    }
  }

  /**
   * The rows of one term.
   *
   * @param kind what is counted, as a word
   * @param feed whose rows they are
   * @param rows {@link #ID}, service, month, n, {@link #BELOW}, {@link #ABOVE}; file and line where
   *     the row itself knows them, else empty
   */
  public record Counted(String kind, Feed feed, Dataset<Row> rows) {}

  /** The months that the figure merges; of a metric of the latest month, those it is sought in. */
  public static List<YearMonth> months(Figure figure, Inputs inputs) {
    YearMonth now = YearMonth.from(inputs.asOf().atZone(inputs.settings().zone()));
    return Spans.months(figure.period(), figure.metric().merging(), now).stream().sorted().toList();
  }

  /** The rows that count, term by term. */
  public static List<Counted> rows(Figure figure, Inputs inputs) {
    Facts facts = new Facts(inputs);
    List<Term> terms = terms(figure.metric());
    List<Dataset<Row>> counted = new ArrayList<>();
    for (Term term : terms) {
      counted.add(counted(facts.of(term.base()), term, figure, months(figure, inputs)));
    }
    Column told = told(figure.metric(), counted);
    List<Counted> rows = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      rows.add(
          new Counted(
              term.base().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
              term.base().feed(),
              named(counted.get(i).where(told), term.base().feed(), figure.metric())));
    }
    return rows;
  }

  /** The cases of a duration, with {@link #MINUTES} and {@link #ENDED}. */
  public static Dataset<Row> timed(SparkSession spark, Figure figure, Inputs inputs) {
    YearMonth now = YearMonth.from(inputs.asOf().atZone(inputs.settings().zone()));
    Dataset<Row> months =
        Spans.months(spark, List.of(figure.period()), now)
            .where(PeriodMonths.MERGING.col().equalTo(Merging.FLOW.code()));
    Term cohort = figure.metric().terms().get(0);
    Dataset<Row> cases =
        inputs.judged().where(whose(figure).and(inMonths(cohort, figure.period().months())));
    return Durations.aged(cases, cohort, inputs.workingDays(), months, inputs.asOf())
        .select(
            ID.is(Cases.CASE_ID.col()),
            Cases.SERVICE_ID.col(),
            PeriodMonths.MONTH.is(cohort.month().col()),
            MINUTES.col(),
            ENDED.col(),
            JudgedCases.LIMIT_MINUTES.col());
  }

  /** Whether numerator and denominator are told, as sums over the rows. */
  public static boolean isSummed(Metric metric) {
    return metric.form().isSummed();
  }

  /** Whether it is read off the curve of working times. */
  public static boolean isQuantile(Metric metric) {
    return metric.form() == Form.MEDIAN || metric.form() == Form.NINETIETH;
  }

  private static List<Term> terms(Metric metric) {
    return metric.form().isSurvey() ? List.of(SurveyIndex.answered()) : metric.terms();
  }

  private static Column whose(Figure figure) {
    Column agency = Cases.AGENCY_ID.col().equalTo(figure.agency());
    return figure.isOfOneService()
        ? agency.and(Cases.SERVICE_ID.col().equalTo(figure.service()))
        : agency;
  }

  private static Column inMonths(Term term, List<YearMonth> months) {
    return term.month().col().isin(months.stream().map(YearMonth::toString).toArray());
  }

  private static Dataset<Row> counted(
      Dataset<Row> rows, Term term, Figure figure, List<YearMonth> months) {
    Dataset<Row> theirs = rows.where(whose(figure).and(inMonths(term, months)));
    return States.counted(theirs, figure.metric(), term);
  }

  /** The months that every kind of row has, where a figure needs that; of these the last. */
  private static Column told(Metric metric, List<Dataset<Row>> counted) {
    if (!metric.joinsBases() && metric.merging() != Merging.LATEST) {
      return lit(true);
    }
    TreeSet<String> common = new TreeSet<>();
    for (int i = 0; i < counted.size(); i++) {
      Set<String> months = new TreeSet<>();
      counted.get(i).select(PeriodMonths.MONTH.col()).distinct().collectAsList().stream()
          .map(row -> row.getString(0))
          .forEach(months::add);
      if (i == 0 || !metric.joinsBases()) {
        common.addAll(months);
      } else {
        common.retainAll(months);
      }
    }
    Set<String> kept =
        metric.merging() == Merging.LATEST && !common.isEmpty() ? Set.of(common.last()) : common;
    return PeriodMonths.MONTH.col().isin(kept.toArray());
  }

  private static Dataset<Row> named(Dataset<Row> counted, Feed feed, Metric metric) {
    List<String> present = Arrays.asList(counted.columns());
    Column[] names =
        feed.table().key().stream()
            .filter(field -> !field.equals(Cases.AGENCY_ID) && present.contains(field.name()))
            .map(field -> field.col().cast(Field.TEXT))
            .toArray(Column[]::new);
    Column file = present.contains(Provenance.FILE.name()) ? Provenance.FILE.col() : lit(null);
    Column line = present.contains(Provenance.LINE.name()) ? Provenance.LINE.col() : lit(null);
    Dataset<Row> named =
        counted
            .select(
                ID.is(concat_ws(" ", names)),
                Cases.SERVICE_ID.col(),
                PeriodMonths.MONTH.col(),
                Measurements.N.is(coalesce(Measurements.N.col(), lit(0L))),
                BELOW.is(coalesce(States.WHOLE.col(), lit(0L)).divide(States.HUNDRED)),
                ABOVE.is(coalesce(States.PART.col(), lit(0L)).divide(States.HUNDRED)),
                Provenance.FILE.is(file),
                Provenance.LINE.is(line))
            .where(ID.col().notEqual(""));
    return metric.form() == Form.OFFERED ? perService(named) : named;
  }

  /** One row for each service: that which speaks against it, if any does. */
  private static Dataset<Row> perService(Dataset<Row> named) {
    WindowSpec service = Window.partitionBy(Cases.SERVICE_ID.col());
    Column all = sum(BELOW.col()).over(service).equalTo(sum(ABOVE.col()).over(service));
    Field place = Field.required("place", Field.WHOLE, "place within its service");
    Field complete = Field.required("complete", Field.TRUTH, "whether all rows have the part");
    return named
        .withColumns(
            Map.of(
                complete.name(),
                all,
                place.name(),
                row_number().over(service.orderBy(ABOVE.col(), ID.col()))))
        .where(place.col().equalTo(1))
        .withColumns(
            Map.of(
                Measurements.N.name(), lit(1L),
                BELOW.name(), lit(1.0),
                ABOVE.name(), when(complete.col(), 1.0).otherwise(0.0)));
  }
}
