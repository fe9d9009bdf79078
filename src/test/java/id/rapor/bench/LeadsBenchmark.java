package id.rapor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.TestSpark;
import id.rapor.cli.Rapor;
import id.rapor.detect.Detector;
import id.rapor.detect.DetectorCatalogue;
import id.rapor.pipeline.Warehouse;
import id.rapor.table.Cases;
import id.rapor.table.Findings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What leads are worth: synthetic nations with known wrongs, and the same without any, one for each
 * seed. Prints for each detector how many of the wrongs it found (recall), how many of its leads
 * are wrongs (precision), and how many leads it has in the nations without any. A lead about a case
 * must name the case, any other the agency.
 *
 * <p>Run by hand: {@code mvn test -Dtest=LeadsBenchmark -Drapor.bench.seeds=1,2,3
 * -Drapor.bench.rows=300000 -Drapor.bench.agencies=120}.
 */
class LeadsBenchmark {
  private static final String CASE = "case";

  @TempDir Path folder;

  /** What became of one detector, over all seeds. */
  private static final class Score {
    private long planted;
    private long found;
    private long right;
    private long ofClean;
  }

  @Test
  void recallAndPrecision() throws IOException {
    Map<String, Score> scores = new TreeMap<>();
    for (Detector detector : DetectorCatalogue.ALL) {
      scores.put(detector.entry().code(), new Score());
    }
    for (String seed : System.getProperty("rapor.bench.seeds", "1").split(",", -1)) {
      Path nation = sample(seed, "planted");
      Map<String, Set<String>> wrongs = wrongs(nation);
      found(nation).forEach((code, leads) -> compare(scores.get(code), leads, wrongs, code));
      scores.forEach((code, score) -> score.planted += wrongs.getOrDefault(code, Set.of()).size());
      found(sample(seed, "clean", "--clean"))
          .forEach((code, leads) -> scores.get(code).ofClean += leads.size());
    }
    scores.forEach(LeadsBenchmark::print);
  }

  private static void compare(
      Score score, Set<String> leads, Map<String, Set<String>> wrongs, String code) {
    score.found += leads.size();
    score.right += leads.stream().filter(wrongs.getOrDefault(code, Set.of())::contains).count();
  }

  private static void print(String code, Score score) {
    System.out.printf(
        Locale.ROOT,
        "%-26s planted %6d  found %6d  recall %.3f  precision %.3f  without wrongs %d%n",
        code,
        score.planted,
        score.found,
        (double) score.right / score.planted,
        (double) score.right / score.found,
        score.ofClean);
  }

  private Path sample(String seed, String name, String... more) {
    Path nation = folder.resolve(seed + "-" + name);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "sample",
                "--to",
                nation.toString(),
                "--seed",
                seed,
                "--months",
                "6",
                "--rows",
                System.getProperty("rapor.bench.rows", "60000"),
                "--agencies",
                System.getProperty("rapor.bench.agencies", "60")));
    arguments.addAll(List.of(more));
    run(arguments);
    return nation;
  }

  /** The subjects of the wrongs that were planted, by detector. */
  private static Map<String, Set<String>> wrongs(Path nation) throws IOException {
    List<String> lines = Files.readAllLines(nation.resolve("truth/planted.csv"));
    List<String> header = List.of(lines.get(0).split(",", -1));
    int detector = header.indexOf(Findings.DETECTOR.name());
    int kind = header.indexOf(Findings.SUBJECT_KIND.name());
    int agency = header.indexOf(Cases.AGENCY_ID.name());
    int named = header.indexOf(Cases.CASE_ID.name());
    Map<String, Set<String>> wrongs = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      wrongs
          .computeIfAbsent(cells[detector], any -> new HashSet<>())
          .add(subject(cells[kind], cells[agency], cells[named]));
    }
    return wrongs;
  }

  /** The subjects of what is found, by detector. */
  private Map<String, Set<String>> found(Path nation) {
    Path data = Path.of(nation + "-data");
    List<String> run =
        List.of("run", "--input", nation.toString(), "--data", data.toString(), "--to");
    run(with(run, "judged_complaints"));
    run(with(run, Findings.TABLE.name(), "--from", Findings.TABLE.name()));
    Map<String, Set<String>> found = new TreeMap<>();
    for (Row row :
        new Warehouse(TestSpark.session(), data.resolve("warehouse"))
            .read(Findings.TABLE)
            .select(
                Findings.DETECTOR.col(),
                Findings.SUBJECT_KIND.col(),
                Cases.AGENCY_ID.col(),
                Cases.CASE_ID.col())
            .collectAsList()) {
      found
          .computeIfAbsent(row.getString(0), any -> new HashSet<>())
          .add(subject(row.getString(1), row.getString(2), row.getString(3)));
    }
    return found;
  }

  private static String subject(String kind, String agency, String named) {
    return kind.equals(CASE) ? agency + " " + named : agency;
  }

  private static List<String> with(List<String> arguments, String... more) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of(more));
    return all;
  }

  private static void run(List<String> arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    assertThat(Rapor.run(arguments.toArray(String[]::new), out, out))
        .as(said.toString(StandardCharsets.UTF_8))
        .isZero();
  }
}
