package id.rapor.measure;

import static org.apache.spark.sql.functions.expr;

import id.rapor.measure.Metric.Adjustment;
import id.rapor.measure.Metric.Anchors;
import id.rapor.measure.Metric.Direction;
import id.rapor.measure.Metric.Perspective;
import id.rapor.measure.Metric.Words;
import id.rapor.settings.CustomMetric;
import id.rapor.settings.CustomMetric.Kind;
import id.rapor.settings.Nearest;
import id.rapor.settings.Problems;
import id.rapor.table.Budgets;
import id.rapor.table.Field;
import id.rapor.table.JudgedCases;
import id.rapor.table.JudgedComplaints;
import id.rapor.table.Payments;
import id.rapor.table.Staffing;
import id.rapor.table.Surveys;
import id.rapor.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import scala.jdk.javaapi.CollectionConverters;

/** Metrics that a settings file adds: the same entries as those of the lists, made of its words. */
final class Custom {
  /**
   * What a settings file may count.
   *
   * @param months columns that may hold the month, the first by default
   */
  private record Countable(Table table, Base base, List<Field> months) {}

  private static final List<Countable> COUNTABLE =
      List.of(
          new Countable(
              JudgedCases.TABLE,
              Base.CASES,
              List.of(
                  JudgedCases.CLOSED_MONTH,
                  JudgedCases.COHORT_MONTH,
                  JudgedCases.SUBMITTED_MONTH,
                  JudgedCases.COMPLETION_MONTH)),
          new Countable(
              JudgedComplaints.TABLE,
              Base.COMPLAINTS,
              List.of(
                  JudgedComplaints.RECEIVED_MONTH,
                  JudgedComplaints.RESPONSE_MONTH,
                  JudgedComplaints.RESOLUTION_MONTH,
                  JudgedComplaints.SETTLED_MONTH)),
          new Countable(Payments.FEED.table(), Base.PAYMENTS, List.of(Facts.MONTH)),
          new Countable(Surveys.FEED.table(), Base.SURVEYS, List.of(Facts.MONTH)),
          new Countable(Staffing.FEED.table(), Base.STAFFING, List.of(Staffing.PERIOD)),
          new Countable(Budgets.FEED.table(), Base.BUDGETS, List.of(Staffing.PERIOD)));

  private Custom() {}

  /**
   * The entry of {@code custom}.
   *
   * @throws IllegalArgumentException if {@link #check} finds a problem
   */
  static Metric metric(CustomMetric custom) {
    Countable countable = countable(custom).orElseThrow(IllegalArgumentException::new);
    Field month = month(custom, countable).orElseThrow(IllegalArgumentException::new);
    return new Metric(
        custom.code(),
        Perspective.valueOf(custom.perspective().toUpperCase(Locale.ROOT)),
        Direction.valueOf(custom.direction().toUpperCase(Locale.ROOT)),
        custom.unit(),
        new Words(custom.nameId(), custom.nameEn()),
        new Words(custom.questionId(), custom.questionEn()),
        form(custom.kind()),
        List.of(term(custom, countable.base, month)),
        Merging.FLOW,
        Adjustment.NONE,
        Optional.empty(),
        custom.times(),
        custom.standard().isPresent()
            ? Optional.of(
                new Anchors(custom.standard().getAsDouble(), custom.target().getAsDouble()))
            : Optional.empty(),
        custom.minimumN(),
        formula(custom, month),
        custom.problems(),
        custom.solutions(),
        custom.factors(),
        custom.source());
  }

  private static Form form(Kind kind) {
    return switch (kind) {
      case SHARE -> Form.SHARE;
      case MEAN -> Form.MEAN;
      case RATIO -> Form.RATIO;
      case MEDIAN -> Form.MIDDLE;
    };
  }

  /** Numbers that are no numbers do not count, conditions that are unknown are not met. */
  private static Term term(CustomMetric custom, Base base, Field month) {
    Column among = expr(custom.among()).cast(Field.TRUTH);
    if (custom.kind() == Kind.SHARE) {
      return Term.share(base, month, among, expr(custom.part()).cast(Field.TRUTH));
    }
    Column part = number(custom.part());
    if (custom.kind() != Kind.RATIO) {
      return Term.mean(base, month, among.and(part.isNotNull()), part);
    }
    Column whole = number(custom.whole());
    Column both = part.isNotNull().and(whole.isNotNull());
    return Term.ratio(base, month, among.and(both), whole, part);
  }

  private static Column number(String sql) {
    return expr(sql).try_cast(Field.REAL);
  }

  private static String formula(CustomMetric custom, Field month) {
    String rows = "rows of " + custom.table() + " with " + custom.among();
    String value =
        switch (custom.kind()) {
          case SHARE -> "those with " + custom.part() + " / " + rows;
          case MEAN -> "mean of " + custom.part() + " over " + rows;
          case RATIO -> "sum of " + custom.part() + " / sum of " + custom.whole() + " over " + rows;
          case MEDIAN -> "median of " + custom.part() + " over " + rows;
        };
    return value + "; month: " + month.name();
  }

  /** Notes all that keeps {@code custom} from being measured. */
  static void check(CustomMetric custom, Problems problems) {
    String name = "custom_metrics: " + custom.code();
    if (Catalogue.ALL.stream().anyMatch(metric -> metric.code().equals(custom.code()))) {
      problems.add(name + " is a metric of the catalogue already; give it another code");
    }
    Optional<Countable> countable = countable(custom);
    if (countable.isEmpty()) {
      List<String> tables = COUNTABLE.stream().map(each -> each.table.name()).toList();
      problems.add(
          name
              + " counts table "
              + custom.table()
              + ", expected one of "
              + String.join(", ", tables)
              + Nearest.hint(custom.table(), tables));
      return;
    }
    if (month(custom, countable.get()).isEmpty()) {
      problems.add(
          name
              + " has month "
              + custom.month().orElse("")
              + ", expected one of "
              + countable.get().months.stream().map(Field::name).toList());
    }
    for (String sql : List.of(custom.among(), custom.part(), custom.whole())) {
      check(name, sql, countable.get(), problems);
    }
  }

  private static void check(String name, String sql, Countable countable, Problems problems) {
    Expression parsed;
    try {
      parsed = new CatalystSqlParser().parseExpression(sql);
    } catch (Exception e) {
      problems.add(name + ": \"" + sql + "\" is no Spark SQL expression; see where it breaks off");
      return;
    }
    TreeSet<String> columns = new TreeSet<>();
    countable.table.fields().forEach(field -> columns.add(field.name()));
    countable.months.forEach(field -> columns.add(field.name()));
    for (Expression leaf : CollectionConverters.asJava(parsed.collectLeaves())) {
      if (leaf instanceof UnresolvedAttribute attribute) {
        String column = CollectionConverters.asJava(attribute.nameParts()).get(0);
        if (!columns.contains(column.toLowerCase(Locale.ROOT))) {
          problems.add(
              name
                  + ": \""
                  + sql
                  + "\" reads "
                  + column
                  + ", which table "
                  + countable.table.name()
                  + " has not"
                  + Nearest.hint(column, columns));
        }
      }
    }
    for (String function : functions(parsed)) {
      problems.add(name + ": \"" + sql + "\" calls " + function + ", which Spark SQL has not");
    }
  }

  /** The functions that are called and do not exist. */
  private static List<String> functions(Expression parsed) {
    List<String> unknown = new ArrayList<>();
    if (parsed instanceof UnresolvedFunction function) {
      String called = String.join(".", CollectionConverters.asJava(function.nameParts()));
      boolean known =
          CollectionConverters.asJava(FunctionRegistry.builtin().listFunction()).stream()
              .anyMatch(each -> each.funcName().equalsIgnoreCase(called));
      if (!known) {
        unknown.add(called);
      }
    }
    CollectionConverters.asJava(parsed.children()).forEach(part -> unknown.addAll(functions(part)));
    return unknown;
  }

  private static Optional<Countable> countable(CustomMetric custom) {
    return COUNTABLE.stream().filter(each -> each.table.name().equals(custom.table())).findFirst();
  }

  private static Optional<Field> month(CustomMetric custom, Countable countable) {
    return custom.month().isEmpty()
        ? Optional.of(countable.months.get(0))
        : countable.months.stream()
            .filter(field -> field.name().equals(custom.month().get()))
            .findFirst();
  }
}
