package id.rapor.ingest;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import id.rapor.settings.Problems;
import id.rapor.table.CheckedLines;
import id.rapor.table.Files;
import id.rapor.table.Provenance;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which lines of files are taken in again: those in quarantine. Of a file that was refused as a
 * whole every line is, even if its mapping now finds more or fewer of them.
 *
 * @param quarantine delivery, line and a mark
 * @param partly by delivery, how many lines a file had of which some were not refused
 */
record Recall(Dataset<Row> quarantine, Map<Long, Long> partly) {

  /**
   * The lines of {@code quarantine}.
   *
   * @param refusing the files that it is of
   */
  static Recall of(List<TakenFiles.One> refusing, Dataset<Row> quarantine) {
    Map<Long, Long> partly = new HashMap<>();
    for (TakenFiles.One file : refusing) {
      if (!file.isRefusedWhole()) {
        partly.put(file.delivery(), file.lines());
      }
    }
    return new Recall(
        quarantine.select(
            Provenance.DELIVERY.col(), Provenance.LINE.col(), CheckedLines.RECALLED.is(lit(true))),
        partly);
  }

  /** Those of {@code lines}, which hold {@code files} whole. */
  Dataset<Row> from(Dataset<Row> lines, Collection<Arrival> files) {
    List<Arrival> some =
        files.stream().filter(file -> partly.containsKey(file.delivery())).toList();
    if (some.isEmpty()) {
      return lines;
    }
    Column inSome = Provenance.DELIVERY.col().isin(some.stream().map(Arrival::delivery).toArray());
    keepTheirPlaces(lines.where(inSome), some);
    return lines
        .join(quarantine, new String[] {Provenance.DELIVERY.name(), Provenance.LINE.name()}, "left")
        .where(CheckedLines.RECALLED.col().isNotNull().or(inSome.equalTo(false)))
        .drop(CheckedLines.RECALLED.name());
  }

  /** A line is known by its ordinal, so a mapping must not find other lines than before. */
  private void keepTheirPlaces(Dataset<Row> lines, List<Arrival> files) {
    Map<Long, Long> counts = new HashMap<>();
    lines
        .groupBy(Provenance.DELIVERY.col())
        .agg(Files.LINES.is(count(lit(1))))
        .collectAsList()
        .forEach(row -> counts.put(row.getLong(0), row.getLong(1)));
    Problems problems = new Problems();
    for (Arrival file : files) {
      long before = partly.get(file.delivery());
      long now = counts.getOrDefault(file.delivery(), 0L);
      if (now != before) {
        problems.add(
            file.file()
                + ": it has "
                + now
                + " lines as the source is described now and had "
                + before
                + " when it was taken in; describe its delimiter, quote and header as before, or ask for its lines again in a new file");
      }
    }
    problems.throwIfAny("replay");
  }
}
