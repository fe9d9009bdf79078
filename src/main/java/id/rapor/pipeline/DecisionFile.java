package id.rapor.pipeline;

import id.rapor.detect.Review;
import id.rapor.settings.Problems;
import id.rapor.table.Decisions;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** {@code decisions.csv} beside the warehouse: what analysts decided, kept by them. */
final class DecisionFile {
  static final String NAME = "decisions.csv";

  private DecisionFile() {}

  /**
   * The decisions; none without the file.
   *
   * @param data folder with {@code warehouse/}
   * @throws id.rapor.settings.UserError naming every line that is wrong
   */
  static Dataset<Row> read(SparkSession spark, Path data) {
    Path file = data.resolve(NAME);
    List<Row> decisions = new ArrayList<>();
    Problems problems = new Problems();
    Set<String> known = new HashSet<>();
    List<Row> lines = KeptFile.lines(spark, file, Decisions.TABLE);
    for (int place = 0; place < lines.size(); place++) {
      Row line = lines.get(place);
      String where = file + ", record " + (place + 1) + ": ";
      if (line.isNullAt(0) || !known.add(line.getString(0))) {
        problems.add(where + "finding_id is empty or stands there twice; keep one line for each");
      } else {
        decision(line, where, problems).ifPresent(decisions::add);
      }
    }
    problems.throwIfAny("read the decisions");
    return spark.createDataFrame(decisions, Decisions.TABLE.schema());
  }

  private static Optional<Row> decision(Row line, String where, Problems problems) {
    if (line.isNullAt(1) || !Review.DECISIONS.contains(line.getString(1))) {
      problems.add(
          where + "decision is " + line.getString(1) + ", expected one of " + Review.DECISIONS);
      return Optional.empty();
    }
    try {
      Date day = line.isNullAt(3) ? null : Date.valueOf(LocalDate.parse(line.getString(3)));
      return Optional.of(
          RowFactory.create(
              line.getString(0), line.getString(1), line.getString(2), day, line.getString(4)));
    } catch (DateTimeParseException e) {
      problems.add(
          where + "decided_on is " + line.getString(3) + ", expected a day such as 2025-03-31");
      return Optional.empty();
    }
  }
}
