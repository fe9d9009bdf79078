package id.rapor.reference;

import static org.apache.spark.sql.functions.broadcast;

import id.rapor.reference.StandardSpell.Beside;
import id.rapor.reference.StandardsInForce.Scope;
import id.rapor.reference.StandardsInForce.Subject;
import id.rapor.settings.UserError;
import id.rapor.table.Cases;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.Standards;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** The timelines of standards as a small Dataset, and how a case finds its spell in it. */
final class StandardRows {
  /** What one task can hold beside its rows. */
  private static final int MOST_SPELLS = 1_000_000;

  static final long BEFORE_ALL = LocalDate.of(-9999, 1, 1).toEpochDay();
  static final long AFTER_ALL = LocalDate.of(99999, 1, 1).toEpochDay();

  private StandardRows() {}

  /**
   * One row per scope, service, class and spell.
   *
   * @throws UserError if there are too many
   */
  static Dataset<Row> dataset(
      SparkSession spark, StandardsInForce standards, Map<Scope, Long> scopes) {
    List<Row> rows = new ArrayList<>();
    scopes.forEach(
        (scope, number) -> {
          for (Subject subject : standards.subjects()) {
            standards.timeline(subject, scope).forEach(spell -> rows.add(row(number, spell)));
          }
          if (rows.size() > MOST_SPELLS) {
            throw new UserError(
                "Cannot judge the cases: the standards give more than "
                    + MOST_SPELLS
                    + " spells by place and service, expected at most that many; leave agency_id of"
                    + " standards.csv empty where a row of the region or country says the same.");
          }
        });
    return spark.createDataFrame(rows, LocalRows.schema(fields()));
  }

  /** Each case with the standard in force on its local day of submission, if any. */
  static Dataset<Row> beside(Dataset<Row> cases, Dataset<Row> standards) {
    Column day = Interim.SUBMITTED_DAY.col();
    return cases.join(
        broadcast(standards.withColumnRenamed(Interim.SCOPE.name(), Interim.SPELL_SCOPE.name())),
        Interim.SCOPE
            .col()
            .equalTo(Interim.SPELL_SCOPE.col())
            .and(Cases.SERVICE_ID.col().equalTo(Interim.SUBJECT.col()))
            .and(Cases.SERVICE_CLASS.col().equalTo(Interim.SUBJECT_CLASS.col()))
            .and(day.geq(Interim.FIRST_DAY.col()))
            .and(day.leq(Interim.LAST_DAY.col())),
        "left");
  }

  private static List<Field> fields() {
    List<Field> fields =
        new ArrayList<>(
            List.of(
                Interim.SCOPE,
                Interim.SUBJECT,
                Interim.SUBJECT_CLASS,
                Interim.FIRST_DAY,
                Interim.LAST_DAY,
                Interim.LIMIT,
                Interim.UNIT,
                Standards.LEGAL_BASIS,
                JudgedCases.MAX_VISITS,
                JudgedCases.PROCEDURE_STEPS,
                JudgedCases.PUBLISHED_DOCUMENTS,
                Interim.PREVIOUS_UNTIL,
                Interim.NEXT_FROM));
    fields.addAll(TariffColumns.IN_FORCE.given());
    fields.addAll(TariffColumns.PREVIOUS.given());
    fields.addAll(TariffColumns.NEXT.given());
    return fields;
  }

  private static Row row(long scope, StandardSpell spell) {
    Standard standard = spell.standard();
    Stream<Object> own =
        Stream.of(
            scope,
            standard.serviceId(),
            standard.serviceClass(),
            spell.days().from().map(LocalDate::toEpochDay).orElse(BEFORE_ALL),
            spell.days().to().map(LocalDate::toEpochDay).orElse(AFTER_ALL),
            ReferenceRows.value(standard.limit().map(TimeLimit::amount)),
            ReferenceRows.value(standard.limit().map(limit -> limit.unit().code())),
            ReferenceRows.value(standard.legalBasis()),
            ReferenceRows.value(standard.maxVisits()),
            ReferenceRows.value(procedureSteps(standard)),
            documents(standard),
            day(spell.previous()),
            day(spell.next()));
    return RowFactory.create(
        Stream.of(
                own,
                TariffColumns.values(standard.tariff()),
                TariffColumns.values(tariff(spell.previous())),
                TariffColumns.values(tariff(spell.next())))
            .flatMap(values -> values)
            .toArray());
  }

  private static Optional<Long> procedureSteps(Standard standard) {
    long listed = standard.sopSteps().size();
    return listed > 0 ? Optional.of(listed) : standard.maxSteps();
  }

  private static Object documents(Standard standard) {
    List<String> published = standard.documentsRequired();
    return published.isEmpty() ? null : published.toArray(String[]::new);
  }

  private static Object day(Optional<Beside> beside) {
    return ReferenceRows.value(beside.map(each -> each.day().toEpochDay()));
  }

  private static Tariff tariff(Optional<Beside> beside) {
    return beside.map(Beside::tariff).orElse(Tariff.UNKNOWN);
  }
}
