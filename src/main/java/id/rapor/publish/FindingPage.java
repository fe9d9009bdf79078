package id.rapor.publish;

import id.rapor.settings.Settings;
import id.rapor.table.Cases;
import id.rapor.table.Decisions;
import id.rapor.table.Dossiers;
import id.rapor.table.Field;
import id.rapor.table.Findings;
import id.rapor.table.Measurements;
import id.rapor.table.Standards;
import id.rapor.text.Money;
import id.rapor.text.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The page of findings, as one file that brings its style and its script along. */
final class FindingPage {
  static final String NAME = "findings.html";

  /** More rows than this no reader scrolls through; the workbook holds them all. */
  static final int MOST = 2_000;

  private static final int DECIMALS = 4;

  private final Labels labels;
  private final Settings settings;
  private final List<String> allowed;

  FindingPage(Labels labels, Settings settings, List<String> allowed) {
    this.labels = labels;
    this.settings = settings;
    this.allowed = allowed;
  }

  /** A code and the word for it. */
  record Choice(String code, String words) {}

  /** A name and what it holds. */
  record Fact(String name, String value) {}

  /**
   * One row of the page.
   *
   * @param words what a search looks through
   */
  record Line(
      String id,
      Choice detector,
      Choice severity,
      Choice agency,
      Choice decision,
      String decided,
      String about,
      String indonesian,
      String english,
      List<Fact> evidence,
      List<String> innocent,
      String nextStep,
      String cases,
      String words) {
    Line {
      evidence = List.copyOf(evidence);
      innocent = List.copyOf(innocent);
    }
  }

  /**
   * The page.
   *
   * @param rows rows of {@link Dossiers}
   * @param count how many
   */
  String of(Dataset<Row> rows, long count) {
    List<Line> lines =
        rows.orderBy(Dossier.ORDER).limit(MOST).collectAsList().stream().map(this::line).toList();
    return Pages.render(
        NAME,
        labels,
        Map.of(
            "title",
            settings.title(),
            "lines",
            lines,
            "more",
            count > MOST
                ? labels.text("dossier_more", whole(MOST), whole(count), FindingBook.NAME)
                : "",
            "detectors",
            choices(lines.stream().map(Line::detector)),
            "agencies",
            choices(lines.stream().map(Line::agency)),
            "severities",
            Stream.of("high", "medium", "low").map(code -> choice("severity", code)).toList(),
            "decisions",
            allowed.stream().map(code -> choice("decision", code)).toList()));
  }

  private static List<Choice> choices(Stream<Choice> all) {
    return all.distinct().sorted(java.util.Comparator.comparing(Choice::words)).toList();
  }

  private Line line(Row row) {
    Choice detector = named(row, Findings.DETECTOR, Dossiers.DETECTOR_NAME);
    Choice agency = named(row, Cases.AGENCY_ID, Dossiers.AGENCY_NAME);
    String about = about(row);
    String cases = String.join(", ", texts(row, Findings.CASE_IDS));
    String indonesian = text(row, Findings.SENTENCE_ID);
    String english = text(row, Findings.SENTENCE_EN);
    return new Line(
        text(row, Findings.FINDING_ID),
        detector,
        choice("severity", text(row, Findings.SEVERITY)),
        agency,
        choice("decision", Cells.text(row, Decisions.DECISION).orElse(allowed.get(0))),
        decided(row),
        about,
        indonesian,
        english,
        evidence(row),
        texts(row, Findings.INNOCENT),
        text(row, Findings.NEXT_STEP),
        cases,
        String.join(
            " ",
            detector.words(),
            agency.words(),
            agency.code(),
            about,
            indonesian,
            english,
            cases,
            text(row, Findings.FINDING_ID)));
  }

  private String about(Row row) {
    return Stream.of(
            text(row, Measurements.PERIOD),
            named(row, Cases.SERVICE_ID, Dossiers.SERVICE_NAME).words(),
            text(row, Cases.OFFICE_ID),
            text(row, Cases.CASE_ID))
        .filter(part -> !part.isEmpty())
        .distinct()
        .reduce((one, other) -> one + " · " + other)
        .orElse("");
  }

  private String decided(Row row) {
    Object day = row.getAs(Decisions.DECIDED_ON.name());
    return Stream.of(
            text(row, Decisions.REASON),
            day == null ? "" : day.toString(),
            text(row, Decisions.DECIDED_BY))
        .filter(part -> !part.isEmpty())
        .reduce((one, other) -> one + ", " + other)
        .orElse("");
  }

  private List<Fact> evidence(Row row) {
    List<Fact> facts = new ArrayList<>();
    for (Field field : List.of(Findings.VALUE, Findings.BASELINE, Findings.EFFECT)) {
      Cells.real(row, field).ifPresent(value -> facts.add(fact(field, number(value))));
    }
    for (Field field : List.of(Measurements.N, Findings.TESTS)) {
      Cells.whole(row, field).ifPresent(value -> facts.add(fact(field, whole(value))));
    }
    for (Field field : List.of(Findings.P_VALUE, Findings.Q_VALUE)) {
      Cells.real(row, field).ifPresent(value -> facts.add(fact(field, Numbers.shortest(value))));
    }
    Optional.ofNullable(row.<BigDecimal>getAs(Findings.AMOUNT_AT_RISK.name()))
        .map(amount -> Money.amount(amount, settings.currency(), labels.language()))
        .ifPresent(amount -> facts.add(fact(Findings.AMOUNT_AT_RISK, amount)));
    for (Field field : List.of(Findings.THRESHOLD, Standards.LEGAL_BASIS)) {
      Cells.text(row, field).ifPresent(text -> facts.add(fact(field, text)));
    }
    return facts;
  }

  private Fact fact(Field field, String value) {
    return new Fact(labels.text("evidence_" + field.name()), value);
  }

  private Choice choice(String kind, String code) {
    return new Choice(code, labels.word(kind, code));
  }

  private static Choice named(Row row, Field code, Field name) {
    String written = text(row, code);
    return new Choice(written, Cells.text(row, name).orElse(written));
  }

  private String number(double value) {
    return Numbers.trimmed(value, DECIMALS, labels.language());
  }

  private String whole(long value) {
    return Numbers.whole(value, labels.language());
  }

  private static String text(Row row, Field field) {
    return Cells.text(row, field).orElse("");
  }

  private static List<String> texts(Row row, Field field) {
    List<String> texts = row.getList(row.fieldIndex(field.name()));
    return texts == null ? List.of() : texts;
  }
}
