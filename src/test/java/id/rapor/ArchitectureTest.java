package id.rapor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The house rules that a machine can check: who may import whom, how long files are, where names
 * are written.
 */
class ArchitectureTest {
  private static final String ROOT = "id.rapor";
  private static final Path MAIN = Path.of(System.getProperty("rapor.home", "."), "src/main/java");
  private static final Set<String> STAGE = Set.of("table", "settings", "stats");

  /** Room to the rooms that it may import. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("table", Set.of()),
          Map.entry("settings", Set.of()),
          Map.entry("stats", Set.of()),
          Map.entry("text", Set.of()),
          Map.entry("ledger", Set.of("table")),
          Map.entry("ingest", STAGE),
          Map.entry("reference", STAGE),
          Map.entry("measure", STAGE),
          Map.entry("detect", Set.of("table", "settings", "stats", "text")),
          Map.entry("score", Set.of("table", "settings", "stats", "text")),
          Map.entry("league", STAGE),
          Map.entry("publish", Set.of("table", "settings", "stats", "text")),
          Map.entry("sample", Set.of("table", "text")),
          Map.entry(
              "pipeline",
              Set.of(
                  "table",
                  "settings",
                  "stats",
                  "text",
                  "ledger",
                  "ingest",
                  "reference",
                  "measure",
                  "detect",
                  "score",
                  "league",
                  "publish")),
          Map.entry("explain", Set.of("table", "settings", "text", "measure", "score", "pipeline")),
          Map.entry(
              "cli",
              Set.of(
                  "pipeline",
                  "explain",
                  "settings",
                  "measure",
                  "detect",
                  "ingest",
                  "sample",
                  "table",
                  "publish")));

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @TestFactory
  Stream<DynamicTest> aRoomImportsOnlyWhatItMay() {
    return MAY_IMPORT.entrySet().stream()
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room.getKey(), () -> importsOnly(room.getKey(), room.getValue())));
  }

  @Test
  void everyRoomIsKnown() {
    assertThat(classes.stream().map(ArchitectureTest::room).distinct())
        .isSubsetOf(Stream.concat(Stream.of(""), MAY_IMPORT.keySet().stream()).toList());
  }

  @Test
  void noCycleExists() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void onlyTheEntryEndsTheProgram() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(classes);
  }

  @Test
  void noFileIsLongerThan300Lines() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : sources()) {
      try (Stream<String> lines = Files.lines(file)) {
        long count = lines.count();
        if (count > 300) {
          tooLong.add(file + " has " + count);
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void noColumnNameIsWrittenOutsideTheTables() throws IOException {
    Pattern named = Pattern.compile("(?<![a-zA-Z])col\\(\"[a-z_]+\"\\)");
    List<String> found = new ArrayList<>();
    for (Path file : sources()) {
      if (!file.toString().contains("/table/") && named.matcher(Files.readString(file)).find()) {
        found.add(file.toString());
      }
    }
    assertThat(found).isEmpty();
  }

  private void importsOnly(String room, Set<String> allowed) {
    String[] others =
        MAY_IMPORT.keySet().stream()
            .filter(other -> !other.equals(room) && !allowed.contains(other))
            .map(other -> ROOT + "." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true)
        .check(classes);
  }

  private static String room(com.tngtech.archunit.core.domain.JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1).split("\\.")[0];
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
