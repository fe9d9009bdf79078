package id.rapor.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The regions: real codes and names, and zones as the law of 1987 has them. */
class RegionTest {
  private static final Path SHARED =
      Path.of(System.getProperty("rapor.home", "."))
          .toAbsolutePath()
          .normalize()
          .resolve("../shared/data/indonesia-region-codes");

  @Test
  void codesAndNamesAreThoseOfTheMinistry() throws IOException {
    assumeTrue(Files.isDirectory(SHARED), "the list of region codes is not at hand");
    Map<String, String> official = names("provinces.csv", 1);
    official.putAll(names("regencies.csv", 2));

    for (Region region : Region.all()) {
      String name =
          region
              .name()
              .replaceFirst("^DKI ", "Daerah Khusus Ibukota ")
              .replaceFirst("^DI ", "Daerah Istimewa ");
      assertThat(official.get(region.digits())).as(region.code()).isEqualTo(name);
    }
  }

  @Test
  void allProvincesAreThereEachWithSomeParts() {
    List<Region> regions = Region.all();

    assertThat(regions).filteredOn(region -> region.parent().isEmpty()).hasSize(38);
    for (Region province : regions) {
      if (province.parent().isEmpty()) {
        assertThat(regions.stream().filter(part -> part.code().startsWith(province.code() + ".")))
            .as(province.name())
            .hasSizeBetween(3, 8);
      }
    }
    assertThat(regions.stream().map(Region::code)).doesNotHaveDuplicates();
  }

  @Test
  void zonesFollowTheIslands() {
    for (Region region : Region.all()) {
      int island = Integer.parseInt(region.code().substring(0, 1));
      int province = Integer.parseInt(region.code().substring(0, 2));
      int hours = island <= 3 || province == 61 || province == 62 ? 7 : island <= 7 ? 8 : 9;
      ZoneId zone = ZoneId.of(region.zone());
      int offset =
          zone.getRules().getOffset(Instant.parse("2026-01-01T00:00:00Z")).getTotalSeconds();

      assertThat(region.offset()).as(region.name()).isEqualTo(hours * 3600).isEqualTo(offset);
    }
  }

  @Test
  void aRuleOfAProvinceHoldsInItsParts() {
    Region city = new Region("32.73", "Kota Bandung", "Jawa Barat", "Asia/Jakarta", 25_200);

    assertThat(city.liesIn("32")).isTrue();
    assertThat(city.liesIn("32.73")).isTrue();
    assertThat(city.liesIn("3")).isFalse();
    assertThat(city.liesIn("32.04")).isFalse();
  }

  private static Map<String, String> names(String file, int column) throws IOException {
    Map<String, String> names = new HashMap<>();
    for (String line : Files.readAllLines(SHARED.resolve(file))) {
      List<String> cells = Folder.cells(line);
      names.put(cells.get(0), cells.get(column));
    }
    return names;
  }
}
