package id.rapor.sample;

import id.rapor.table.Agencies;
import id.rapor.table.Cases;
import id.rapor.table.Findings;
import id.rapor.table.Provenance;
import id.rapor.table.Staffing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The truth about the nation, beside it and never in a feed: what a judge may compare with. */
final class Truth {
  static final String PLANTED = "planted.csv";
  static final String LOOK_ALIKES = "lookalikes.csv";
  static final String DIRT = "dirt.csv";
  private static final String QUALITY = "quality.csv";

  private Truth() {}

  /** Header and agency-wide rows of {@code planted.csv}. */
  static Line planted(Nation nation) {
    Line line = new Line();
    line.text(
        Csv.line(
            List.of(
                Findings.DETECTOR.name(),
                Findings.SUBJECT_KIND.name(),
                Cases.AGENCY_ID.name(),
                "subject",
                Cases.CASE_ID.name(),
                Staffing.PERIOD.name(),
                "since")));
    nation.guilty.ofEntities().forEach(guilt -> line.text(ofEntity(guilt, nation.span)));
    return line;
  }

  private static String ofEntity(Guilt guilt, Span span) {
    return Csv.line(
        List.of(
            guilt.wrong().detector(),
            guilt.wrong().subject().name().toLowerCase(Locale.ROOT),
            guilt.agency().id(),
            guilt.subject(),
            "",
            span.month(span.months() - 1).toString(),
            span.month(guilt.since()).toString()));
  }

  /** Header and agency-wide rows of {@code lookalikes.csv}. */
  static Line lookAlikes(Nation nation) {
    Line line = new Line();
    line.text(
        Csv.line(
            List.of(
                "lookalike",
                Findings.SUBJECT_KIND.name(),
                Cases.AGENCY_ID.name(),
                Cases.SERVICE_ID.name(),
                Cases.CASE_ID.name())));
    LookAlikes.ofAgencies(nation, line);
    return line;
  }

  /** Header of {@code dirt.csv}. */
  static Line dirt() {
    Line line = new Line();
    line.text(
        Csv.line(
            List.of(
                Provenance.FILE.name(), "fault", Cases.AGENCY_ID.name(), Cases.CASE_ID.name())));
    return line;
  }

  /** What is true of one case. */
  static void tell(Draft draft, Span span, Batch batch) {
    if (draft.isRetracted) {
      return;
    }
    for (String fault : draft.faults) {
      if (!fault.equals(FeeWrongs.ABOVE) || isPaidYet(draft)) {
        ofFault(batch.planted, fault, draft, span);
      }
    }
    for (String likeness : draft.likenesses) {
      if (likeness.equals(LookAlikes.INSTALMENTS) && !isPaidYet(draft)) {
        continue;
      }
      ofCase(batch.lookAlikes, likeness, draft);
      batch.lookAlikes.text(draft.product().serviceId());
      batch.lookAlikes.comma();
      batch.lookAlikes.text(draft.id);
      batch.lookAlikes.newLine();
    }
  }

  /** A fee that is paid after the last day has not been paid yet. */
  private static boolean isPaidYet(Draft draft) {
    return draft.isKnown(draft.paidAt);
  }

  private static void ofFault(Line line, String fault, Draft draft, Span span) {
    int month = draft.isClosingKnown() ? span.monthOf(draft.closed) : span.months() - 1;
    ofCase(line, fault, draft);
    line.text(draft.id);
    line.comma();
    line.text(draft.id);
    line.comma();
    line.text(span.month(month).toString());
    line.comma();
    line.newLine();
  }

  private static void ofCase(Line line, String code, Draft draft) {
    line.text(code);
    line.text(",case,");
    line.text(draft.agency.id());
    line.comma();
  }

  /** Writes each agency's hidden quality, 0 to 1, and the shares that follow from it. */
  static void writeQuality(Nation nation, Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        Csv.line(
            List.of(
                Cases.AGENCY_ID.name(),
                Agencies.NAME_ID.name(),
                "cases",
                "quality",
                "speed",
                "care",
                "courtesy",
                "learning",
                "thrift",
                "mean_answer",
                "trained_share",
                "budget_realisation")));
    for (Agency agency : nation.agencies) {
      lines.add(Csv.line(quality(agency)));
    }
    Files.writeString(folder.resolve(QUALITY), String.join("", lines));
  }

  private static List<String> quality(Agency agency) {
    Quality quality = agency.quality();
    List<String> cells =
        new ArrayList<>(List.of(agency.id(), agency.name(), Long.toString(agency.cases())));
    for (double value :
        new double[] {
          quality.overall(),
          quality.speed(),
          quality.care(),
          quality.courtesy(),
          quality.learning(),
          quality.thrift(),
          quality.satisfaction(),
          quality.trainedShare(),
          quality.budgetRealisation()
        }) {
      cells.add(String.format(Locale.ROOT, "%.4f", value));
    }
    return cells;
  }
}
