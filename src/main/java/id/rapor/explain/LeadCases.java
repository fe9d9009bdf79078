package id.rapor.explain;

import static org.apache.spark.sql.functions.coalesce;

import id.rapor.pipeline.Warehouse;
import id.rapor.table.Cases;
import id.rapor.table.Complaints;
import id.rapor.table.Feed;
import id.rapor.table.Feeds;
import id.rapor.table.Field;
import id.rapor.table.Findings;
import id.rapor.table.JudgedCases;
import id.rapor.table.Provenance;
import id.rapor.table.Standards;
import id.rapor.text.Language;
import id.rapor.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tells of the cases that a finding names, as they were judged, and of every line delivered about
 * them. A complaint that names no case stands for itself; times are in UTC.
 *
 * @param found a row of findings
 * @param rows how many rows of each feed to show
 */
record LeadCases(Warehouse tables, Row found, int rows) {
  private static final List<Field> JUDGED =
      List.of(
          Cases.CASE_ID,
          Cases.SERVICE_ID,
          Cases.SERVICE_CLASS,
          Cases.STATUS,
          JudgedCases.CLOCK_START_AT,
          JudgedCases.DUE_AT,
          Cases.CLOSED_AT,
          JudgedCases.WORKING_MINUTES,
          JudgedCases.PAID,
          JudgedCases.EXPECTED_FEE,
          Standards.LEGAL_BASIS);

  List<String> lines() {
    List<Row> judged =
        theirs(tables.demand(JudgedCases.TABLE))
            .select(columns(JUDGED))
            .orderBy(Cases.CASE_ID.col())
            .collectAsList();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("cases or complaints that speak for it: " + ids().size() + "; as judged:");
    lines.addAll(sheet(JUDGED, judged).lines());
    Feeds.ALL.stream()
        .filter(feed -> isAboutCases(feed) && tables.exists(feed.table()))
        .forEach(feed -> lines.addAll(delivered(feed)));
    return lines;
  }

  private List<String> delivered(Feed feed) {
    Dataset<Row> theirs = theirs(tables.read(feed.table()));
    long all = theirs.count();
    if (all == 0) {
      return List.of();
    }
    List<Field> shown = new ArrayList<>(feed.table().key());
    shown.remove(Cases.AGENCY_ID);
    if (shown.stream().noneMatch(LeadCases::isCase)) {
      shown.add(0, Cases.CASE_ID);
    }
    shown.add(Provenance.FILE);
    shown.add(Provenance.LINE);
    Column[] columns = columns(shown);
    List<Row> first = theirs.select(columns).orderBy(columns).limit(rows).collectAsList();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(feed.name() + " about them, lines: " + Numbers.whole(all, Language.ENGLISH));
    lines.addAll(sheet(shown, first).lines());
    if (all > first.size()) {
      lines.add("  ... and " + Numbers.whole(all - first.size(), Language.ENGLISH) + " more");
    }
    return lines;
  }

  private static boolean isAboutCases(Feed feed) {
    return feed.columns().stream().anyMatch(LeadCases::isCase);
  }

  private static boolean isCase(Field field) {
    return field.name().equals(Cases.CASE_ID.name());
  }

  /** Of {@code rows} those about the finding's cases, or complaints where these name no case. */
  private Dataset<Row> theirs(Dataset<Row> rows) {
    boolean areComplaints = List.of(rows.columns()).contains(Complaints.COMPLAINT_ID.name());
    Column id =
        areComplaints
            ? coalesce(Cases.CASE_ID.col(), Complaints.COMPLAINT_ID.col())
            : Cases.CASE_ID.col();
    String agency = LeadText.text(found, Cases.AGENCY_ID);
    return rows.where(Cases.AGENCY_ID.col().equalTo(agency).and(id.isin(ids().toArray())));
  }

  private List<String> ids() {
    List<String> ids = found.getList(found.fieldIndex(Findings.CASE_IDS.name()));
    return ids == null ? List.of() : ids;
  }

  private static Sheet sheet(List<Field> shown, List<Row> rows) {
    Sheet sheet = new Sheet(shown.stream().map(Field::name).toList());
    for (Row row : rows) {
      sheet.add(
          shown.stream()
              .map(field -> FigureText.has(row, field) ? row.getAs(field.name()).toString() : "-")
              .toList());
    }
    return sheet;
  }

  private static Column[] columns(List<Field> fields) {
    return fields.stream().map(Field::col).toArray(Column[]::new);
  }
}
