package id.rapor.measure;

import id.rapor.measure.Metric.Adjustment;
import id.rapor.measure.Metric.Anchors;
import id.rapor.measure.Metric.Direction;
import id.rapor.measure.Metric.Perspective;
import id.rapor.measure.Metric.Words;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;

/** Writes one entry of the catalogue so that it can be read; every part names itself. */
final class Entry {
  private final String code;
  private final Perspective perspective;
  private final Words names;
  private Words question = new Words("", "");
  private String unit = "percent";
  private Form form = Form.SHARE;
  private List<Term> terms = List.of();
  private Merging merging = Merging.FLOW;
  private Adjustment adjustment = Adjustment.NONE;
  private Optional<Column> bound = Optional.empty();
  private double factor = 100;
  private Direction direction = Direction.CONTEXT;
  private Optional<Anchors> anchors = Optional.empty();
  private long minimumN = 1;
  private String formula = "";
  private List<String> problems = List.of();
  private List<String> solutions = List.of();
  private List<String> factors = List.of();

  private Entry(String code, Perspective perspective, Words names) {
    this.code = code;
    this.perspective = perspective;
    this.names = names;
  }

  static Entry of(Perspective perspective, String code, String nameId, String nameEn) {
    return new Entry(code, perspective, new Words(nameId, nameEn));
  }

  Entry asks(String id, String en) {
    question = new Words(id, en);
    return this;
  }

  Entry is(Form how, Term... of) {
    form = how;
    terms = List.of(of);
    return this;
  }

  /** Part over whole times {@code times}, in {@code name}; without it percent. */
  Entry in(String name, double times) {
    unit = name;
    factor = times;
    return this;
  }

  Entry merging(Merging how) {
    merging = how;
    return this;
  }

  /** Also told at the national mix of cases, which is then what is scored. */
  Entry adjusted() {
    adjustment = Adjustment.CASE_MIX;
    return this;
  }

  /** An upper bound only, where the row that counts meets {@code rows}. */
  Entry atMost(Column rows) {
    bound = Optional.of(rows);
    return this;
  }

  /** Scored between these; which way is better follows from them. */
  Entry scored(double standard, double target) {
    anchors = Optional.of(new Anchors(standard, target));
    direction = target > standard ? Direction.HIGHER : Direction.LOWER;
    return this;
  }

  /** Shown with a better side, and not scored. */
  Entry shown(Direction better) {
    direction = better;
    return this;
  }

  Entry from(long least) {
    minimumN = least;
    return this;
  }

  Entry formula(String words) {
    formula = words;
    return this;
  }

  /** Ills, cures and factors, each a list with blanks between. */
  Entry speaksTo(String ills, String cures, String causes) {
    problems = words(ills);
    solutions = words(cures);
    factors = words(causes);
    return this;
  }

  /** The entry, with the law or paper that it comes from. */
  Metric by(String authority) {
    return new Metric(
        code,
        perspective,
        direction,
        unit,
        names,
        question,
        form,
        terms,
        merging,
        adjustment,
        bound,
        factor,
        anchors,
        minimumN,
        formula,
        problems,
        solutions,
        factors,
        authority);
  }

  private static List<String> words(String list) {
    return list.isEmpty() ? List.of() : List.of(list.split(" ", -1));
  }
}
