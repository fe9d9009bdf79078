package id.rapor.explain;

import static id.rapor.explain.FigureText.has;
import static id.rapor.explain.FigureText.labelled;

import id.rapor.table.Cases;
import id.rapor.table.Decisions;
import id.rapor.table.Field;
import id.rapor.table.Findings;
import id.rapor.table.Leads;
import id.rapor.table.Measurements;
import id.rapor.table.Metrics;
import id.rapor.table.Standards;
import id.rapor.text.Language;
import id.rapor.text.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** Tells of a finding: the record of its evidence, and what was decided about it. */
final class LeadText {
  private static final int DECIMALS = 6;
  private static final double LEAST = 1e-6;

  /** What is said of a subject, in the order in which it narrows down. */
  private static final List<Field> SUBJECT =
      List.of(
          Cases.AGENCY_ID,
          Cases.OFFICE_ID,
          Cases.SERVICE_ID,
          Cases.OFFICER_ID,
          Cases.CASE_ID,
          Measurements.PERIOD);

  private LeadText() {}

  /** A row of detectors and one of findings, in words. */
  static List<String> lines(Row detector, Row found) {
    List<String> lines = new ArrayList<>();
    lines.add(text(detector, Metrics.NAME_EN) + " / " + text(detector, Metrics.NAME_ID));
    lines.add(text(found, Findings.DETECTOR) + ", finding " + text(found, Findings.FINDING_ID));
    lines.add("");
    lines.add(labelled("seen", text(found, Findings.SENTENCE_EN)));
    lines.add(labelled("", text(found, Findings.SENTENCE_ID)));
    lines.add(labelled("question", text(detector, Metrics.QUESTION_EN)));
    lines.add(labelled("rule", text(found, Findings.THRESHOLD)));
    lines.add(labelled("version", text(found, Findings.RULE_VERSION)));
    lines.add(labelled("source", text(detector, Metrics.AUTHORITY)));
    add(lines, "legal basis", found, Standards.LEGAL_BASIS);
    lines.add("");
    lines.add(labelled("about", text(found, Findings.SUBJECT_KIND)));
    SUBJECT.forEach(field -> add(lines, "", found, field, field.name() + " "));
    lines.addAll(numbers(found));
    lines.add("");
    List<String> innocent = found.getList(found.fieldIndex(Findings.INNOCENT.name()));
    lines.add(labelled("innocent", String.join("; ", innocent)));
    lines.add(labelled("next step", text(found, Findings.NEXT_STEP)));
    return lines;
  }

  /** What became of it; a finding without a lead was explained or dismissed. */
  static List<String> followUp(Optional<Row> lead) {
    if (lead.isEmpty()) {
      return List.of(labelled("decision", "explained or dismissed; see decisions.csv"));
    }
    List<String> lines = new ArrayList<>();
    add(lines, "decision", lead.get(), Decisions.DECISION);
    add(lines, "reason", lead.get(), Decisions.REASON);
    lines.add(
        labelled(
            "found",
            "in "
                + lead.get().<Long>getAs(Leads.MONTHS_FOUND.name())
                + " of the last 3 months, severity "
                + text(lead.get(), Findings.SEVERITY)));
    return lines;
  }

  private static List<String> numbers(Row found) {
    List<String> lines = new ArrayList<>();
    add(lines, "severity", found, Findings.SEVERITY);
    add(lines, "value", found, Findings.VALUE);
    add(lines, "baseline", found, Findings.BASELINE);
    add(lines, "effect", found, Findings.EFFECT);
    add(lines, "n", found, Measurements.N);
    add(lines, "p", found, Findings.P_VALUE);
    add(lines, "q", found, Findings.Q_VALUE);
    add(lines, "tested", found, Findings.TESTS);
    add(lines, "flagged share", found, Findings.FLAGGED_SHARE);
    if (found.<Boolean>getAs(Findings.CROWDED.name())) {
      lines.add(labelled("", "more than the detector should find: look at data and rule first"));
    }
    add(lines, "at stake", found, Findings.AMOUNT_AT_RISK);
    return lines;
  }

  private static void add(List<String> lines, String label, Row row, Field field) {
    add(lines, label, row, field, "");
  }

  private static void add(List<String> lines, String label, Row row, Field field, String before) {
    if (has(row, field)) {
      lines.add(labelled(label, before + shown(row, field)));
    }
  }

  private static String shown(Row row, Field field) {
    Object value = row.getAs(field.name());
    if (value instanceof Long whole) {
      return Numbers.whole(whole, Language.ENGLISH);
    }
    if (value instanceof BigDecimal money) {
      return Numbers.decimal(money.doubleValue(), 2, Language.ENGLISH);
    }
    return value instanceof Double number ? real(number) : value.toString();
  }

  private static String real(double number) {
    return number > 0 && number < LEAST
        ? "below 0.000001"
        : Numbers.trimmed(number, DECIMALS, Language.ENGLISH);
  }

  static String text(Row row, Field field) {
    return row.getAs(field.name());
  }
}
