package id.rapor.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rapor.settings.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a new edition is made, and that none is ever changed. */
class EditionTest {
  @TempDir Path folder;

  @Test
  void theSameContentGivesTheSameBytesAndNoNewEdition() throws IOException {
    Contents contents = Nation.ofTwelve().contents(Choices.of("id"));
    Edition first = Publication.publish(contents, folder.resolve("one"));
    Edition other = Publication.publish(repartitioned(contents), folder.resolve("other"));
    for (Path file : files(first.folder())) {
      assertThat(other.folder().resolve(file))
          .as(file.toString())
          .hasSameBinaryContentAs(first.folder().resolve(file));
    }
    assertThat(folder.resolve("other/index.html"))
        .hasSameBinaryContentAs(folder.resolve("one/index.html"));
    Edition again = Publication.publish(anotherNight(contents), folder.resolve("one"));
    assertThat(again)
        .isEqualTo(new Edition("2026-H1", 1, first.folder(), Edition.Outcome.UNCHANGED));
    assertThat(names(folder.resolve("one/2026-H1"))).containsExactly("1");
  }

  @Test
  void changedContentGivesANewEditionAndLeavesTheOldOne() throws IOException {
    Nation nation = Nation.ofTwelve();
    Edition first = Publication.publish(nation.contents(Choices.of("id")), folder);
    byte[] before = Files.readAllBytes(first.folder().resolve("league.csv"));
    nation.unranked("A14", "Kota Baru", "city", "no_data", "no data");
    // What a crash left behind is no edition and in nobody's way.
    Files.createDirectories(folder.resolve("2026-H1/.making/half"));
    Edition second = Publication.publish(nation.contents(Choices.of("id")), folder);
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.outcome()).isEqualTo(Edition.Outcome.MADE);
    assertThat(Files.readAllBytes(first.folder().resolve("league.csv"))).isEqualTo(before);
    assertThat(names(folder.resolve("2026-H1"))).containsExactlyInAnyOrder("1", "2");
    assertThat(Files.readString(folder.resolve("index.html")))
        .contains("href=\"2026-H1/2/index.html\">Semester I 2026<")
        .contains("href=\"2026-H1/1/index.html\">Edisi 1<", "href=\"index.en.html\" lang=\"en\"");
    assertThat(Files.readString(folder.resolve("index.en.html")))
        .contains("href=\"2026-H1/2/index.en.html\">First half of 2026<")
        .contains("href=\"2026-H1/1/index.en.html\">Edition 1<", "href=\"index.html\" lang=\"id\"");
    assertThat(Files.readString(second.folder().resolve("index.en.html")))
        .contains("href=\"../../index.en.html\"");
  }

  @Test
  void aFinalEditionIsOneOfItsOwnAndWhatFollowsIsRevised() throws IOException {
    Nation nation = Nation.ofTwelve();
    Contents contents = nation.contents(Choices.of("id"));
    Release sealed = new Release(EditionKind.FINAL, Optional.empty());
    assertThat(kind(Publication.publish(contents, folder))).isEqualTo("1 provisional MADE");
    assertThat(kind(Publication.publish(contents, folder, sealed))).isEqualTo("2 final MADE");
    assertThat(kind(Publication.publish(contents, folder, sealed))).isEqualTo("2 final UNCHANGED");
    assertThat(kind(Publication.publish(anotherNight(contents), folder)))
        .isEqualTo("2 final UNCHANGED");
    assertThat(log(2)).as("the figures are the same").isEmpty();
    assertThat(marked(1, "league", "[p]")).hasSize(9).doesNotContain("A11");
    assertThat(marked(1, "measurements", "[p]")).hasSize(18);
    assertThat(marked(2, "league", "")).hasSize(9);
    nation.ranked("A15", "Kota Baru", "city", 13, "13", 12, 13, 41.5, "bottom", null);
    Contents changed = nation.contents(Choices.of("id"));
    Release late = new Release(EditionKind.FINAL, Optional.of("late files"));
    assertThat(kind(Publication.publish(changed, folder, late))).isEqualTo("3 revised MADE");
    assertThat(log(3))
        .contains(
            "2026-H1,3,A15,overall,,41.5,late files (decisions or the moment that counts as now)",
            "2026-H1,3,A15,rank,,13.0,late files (decisions or the moment that counts as now)")
        .allMatch(line -> line.startsWith("2026-H1,3,A15,"));
    assertThat(marked(3, "league", "[r]")).containsExactly("A15");
    assertThat(marked(3, "scorecards", "[r]")).containsExactly("A15");
    assertThat(marked(3, "measurements", "[r]")).containsExactly("A15", "A15");
    assertThat(marked(3, "league", "[u]")).containsExactly("A11", "A13");
    assertThat(kind(Publication.publish(changed, folder))).isEqualTo("3 revised UNCHANGED");
    nation.ranked("A16", "Kota Lain", "city", 14, "14", 13, 14, 40.5, "bottom", null);
    Contents mended = withReference(nation.contents(Choices.of("id")), "mended");
    assertThat(kind(Publication.publish(mended, folder))).isEqualTo("4 revised MADE");
    assertThat(log(4))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("2026-H1,4,A16,") && line.endsWith(",reference tables"));
    assertThat(marked(4, "league", "[r]")).as("since the final one").containsExactly("A15", "A16");
    assertThat(Files.readString(folder.resolve("2026-H1/3/methods.html")))
        .contains("<td>late files (keputusan atau saat yang dianggap sekarang)");
    assertThat(Files.readString(folder.resolve("2026-H1/3/methods.en.html")))
        .contains("<tr><td>Kota Baru</td><td>Rank</td><td></td><td>13</td><td>late files")
        .contains("<td>All together</td><td></td><td>41.5</td>");
    assertThat(Files.readString(folder.resolve("2026-H1/1/methods.html")))
        .contains("Ini edisi pertama periode ini.");
  }

  /** The log of revisions of an edition, without its header. */
  private List<String> log(int number) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("2026-H1/" + number + "/revisions.csv"));
    assertThat(lines.get(0)).isEqualTo("period,edition,agency_id,figure,old,new,reason");
    return lines.subList(1, lines.size());
  }

  /** The agencies of the rows of a table that end with that shorthand; with none for "". */
  private List<String> marked(int number, String table, String mark) throws IOException {
    Path csv = folder.resolve("2026-H1/" + number + "/" + table + ".csv");
    int agency = table.equals("league") ? 3 : 1;
    return Files.readAllLines(csv).stream()
        .skip(1)
        .filter(line -> line.endsWith("," + mark))
        .map(line -> line.split(",")[agency])
        .toList();
  }

  private static String kind(Edition edition) {
    return edition.number()
        + " "
        + Manifest.read(edition.folder()).kind().code()
        + " "
        + edition.outcome();
  }

  @Test
  void aBrokenEditionIsToldAndKept() throws IOException {
    Contents contents = Nation.ofTwelve().contents(Choices.of("id"));
    Edition first = Publication.publish(contents, folder);
    Files.writeString(first.folder().resolve("edition.json"), "{\"period\": 1");
    assertThatThrownBy(() -> Publication.publish(contents, folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("edition.json");
    assertThat(names(folder.resolve("2026-H1"))).containsExactly("1");
  }

  private static Contents repartitioned(Contents it) {
    return new Contents(
        it.settings(),
        it.period(),
        it.asOf(),
        it.fingerprint(),
        it.settingsHash(),
        it.referenceHash(),
        it.codeVersion(),
        it.league().repartition(5),
        it.scorecards().repartition(3),
        it.perspectiveScores().repartition(4),
        it.measurements().repartition(7),
        it.reportCards(),
        it.metrics(),
        it.detectors(),
        it.agencies().repartition(5),
        it.services(),
        it.files().repartition(3),
        it.deliveries(),
        it.findings(),
        it.backdrop());
  }

  /** The same tables, made again later by another program. */
  private static Contents anotherNight(Contents it) {
    return made(
        it, Instant.parse("2026-08-01T00:00:00Z"), "other", "settings", "reference", "0.2.0");
  }

  private static Contents withReference(Contents it, String reference) {
    return made(it, it.asOf(), "other", it.settingsHash(), reference, it.codeVersion());
  }

  private static Contents made(
      Contents it,
      Instant asOf,
      String fingerprint,
      String settings,
      String reference,
      String code) {
    return new Contents(
        it.settings(),
        it.period(),
        asOf,
        fingerprint,
        settings,
        reference,
        code,
        it.league(),
        it.scorecards(),
        it.perspectiveScores(),
        it.measurements(),
        it.reportCards(),
        it.metrics(),
        it.detectors(),
        it.agencies(),
        it.services(),
        it.files(),
        it.deliveries(),
        it.findings(),
        it.backdrop());
  }

  /** Every file below {@code folder}, relative to it. */
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(folder::relativize).toList();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
