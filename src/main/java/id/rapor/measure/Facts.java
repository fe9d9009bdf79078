package id.rapor.measure;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import id.rapor.settings.Source;
import id.rapor.table.Cases;
import id.rapor.table.Complaints;
import id.rapor.table.Documents;
import id.rapor.table.Field;
import id.rapor.table.JudgedComplaints;
import id.rapor.table.Measurements;
import id.rapor.table.Payments;
import id.rapor.table.PeriodMonths;
import id.rapor.table.Places;
import id.rapor.table.Provenance;
import id.rapor.table.Steps;
import id.rapor.table.Surveys;
import java.sql.Date;
import java.time.YearMonth;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Makes the rows of each {@link Base} ready to be counted. */
final class Facts {
  static final Field MONTH = PeriodMonths.MONTH;

  /** 1 for an event, 0 for a month that is known to have none. */
  static final Field EVENTS = Field.required("events", Field.WHOLE, "how many");

  static final Field LEVIES = Field.required("levies", Field.WHOLE, "of these, about levies");

  private static final Field OWN_ZONE =
      Field.optional("_own_zone", Places.ZONE.type(), "of the row's own region");

  private final Inputs inputs;
  private final YearMonth now;

  Facts(Inputs inputs) {
    this.inputs = inputs;
    this.now = YearMonth.from(inputs.asOf().atZone(inputs.settings().zone()));
  }

  Dataset<Row> of(Base base) {
    Dataset<Row> judged = inputs.judged();
    return switch (base) {
      case CASES -> judged;
      case OPEN_CASES -> OpenCases.of(judged, now, inputs.asOf());
      case STEPPED_CASES -> Traces.stepped(judged, known(inputs.steps(), Steps.STARTED_AT));
      case DOCUMENTED_CASES ->
          Traces.documented(judged, known(inputs.documents(), Documents.REQUESTED_AT));
      case WAITING_CASES -> Queues.waiting(judged);
      case COMPLAINTS -> inputs.complaints();
      case COMPLAINT_MONTHS -> sinceFirst(complaints());
      case SURVEYS -> surveys();
      case SURVEY_MONTHS -> sinceFirst(answers());
      case PAYMENTS -> dated(inputs.payments(), Payments.PAID_AT);
      case STAFFING -> begun(inputs.staffing());
      case BUDGETS -> begun(inputs.budgets());
      case DELIVERED_LINES -> inputs.deliveredLines();
    };
  }

  /** What was not retracted and had happened by as-of; a row without a time counts. */
  private Dataset<Row> known(Dataset<Row> rows, Field moment) {
    return rows.where(
        Traces.notRetracted().and(coalesce(moment.col().leq(lit(inputs.asOf())), lit(true))));
  }

  /** The months, up to that of as-of, of what is delivered by month. */
  private Dataset<Row> begun(Dataset<Row> rows) {
    return rows.where(
        Traces.notRetracted().and(Measurements.PERIOD.col().leq(lit(now.toString()))));
  }

  /** Answers that were not retracted, with {@link #MONTH}. */
  Dataset<Row> surveys() {
    return dated(inputs.surveys(), Surveys.ANSWERED_AT);
  }

  private Dataset<Row> complaints() {
    Column levy = coalesce(Complaints.CATEGORY.col().equalTo("bribery"), lit(false));
    return inputs
        .complaints()
        .select(
            Cases.AGENCY_ID.col(),
            Complaints.COMPLAINT_ID.col(),
            MONTH.is(JudgedComplaints.RECEIVED_MONTH.col()),
            EVENTS.is(lit(1)),
            LEVIES.is(levy.cast("int")));
  }

  private Dataset<Row> answers() {
    Column answered =
        Surveys.ELEMENTS.stream()
            .map(element -> element.col().isNotNull())
            .reduce(Column::or)
            .orElseThrow();
    return surveys()
        .where(answered)
        .select(
            Cases.AGENCY_ID.col(),
            Surveys.RESPONSE_ID.col(),
            MONTH.col(),
            EVENTS.is(lit(1)),
            LEVIES.is(lit(0)));
  }

  /**
   * {@code events}, and one row of none, without a name, for each month from an agency's first one
   * to as-of.
   */
  private Dataset<Row> sinceFirst(Dataset<Row> events) {
    Column first = to_date(min(MONTH.col()), "yyyy-MM");
    Column last = lit(Date.valueOf(now.atDay(1)));
    Dataset<Row> months =
        events
            .where(MONTH.col().leq(now.toString()))
            .groupBy(Cases.AGENCY_ID.col())
            .agg(sequence(first, last, expr("interval 1 month")).as(MONTH.name()))
            .select(
                Cases.AGENCY_ID.col(),
                explode(MONTH.col()).as(MONTH.name()),
                EVENTS.is(lit(0)),
                LEVIES.is(lit(0)))
            .withColumn(MONTH.name(), date_format(MONTH.col(), "yyyy-MM"));
    return events.unionByName(months, true);
  }

  /**
   * What is known by as-of. The zone is that of the row's region, else its agency's, else its
   * source's.
   */
  private Dataset<Row> dated(Dataset<Row> rows, Field moment) {
    Column zone = coalesce(OWN_ZONE.col(), Places.ZONE.col(), ofSource());
    return regional(known(rows, moment))
        .join(broadcast(inputs.zones()), new String[] {Cases.AGENCY_ID.name()}, "left")
        .withColumn(MONTH.name(), date_format(from_utc_timestamp(moment.col(), zone), "yyyy-MM"))
        .drop(OWN_ZONE.name());
  }

  private Dataset<Row> regional(Dataset<Row> rows) {
    if (!List.of(rows.columns()).contains(Cases.REGION_CODE.name())) {
      return rows.withColumn(OWN_ZONE.name(), OWN_ZONE.missing());
    }
    Dataset<Row> regions =
        inputs.regionZones().withColumnRenamed(Places.ZONE.name(), OWN_ZONE.name());
    return rows.join(broadcast(regions), new String[] {Cases.REGION_CODE.name()}, "left");
  }

  private Column ofSource() {
    Column zone = lit(inputs.settings().zone().getId());
    for (Source source : inputs.settings().sources()) {
      if (source.zone().isPresent()) {
        Column here = Provenance.SOURCE.col().equalTo(source.name());
        zone = when(here, source.zone().get().getId()).otherwise(zone);
      }
    }
    return zone;
  }
}
