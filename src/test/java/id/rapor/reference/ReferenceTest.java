package id.rapor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import id.rapor.TestSpark;
import id.rapor.settings.Problems;
import id.rapor.table.Agencies;
import id.rapor.table.Regions;
import id.rapor.table.Services;
import id.rapor.table.Standards;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads good and broken reference files; every broken line must be told with its place. */
class ReferenceTest {
  @TempDir private Path folder;

  @Test
  void aFolderThatIsMissingGivesAnEmptyReference() {
    Problems problems = new Problems();
    Reference reference = Reference.read(folder.resolve("none"), problems);
    assertThat(problems.all()).isEmpty();
    assertThat(reference.standards()).isEmpty();
    assertThat(reference.waivers()).isEmpty();
    // SHA-256 of nothing (FIPS 180-4).
    assertThat(reference.fingerprint())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void aStandardIsReadWithAllThatItSays() throws IOException {
    write(
        "standards.csv",
        "\uFEFFservice_id;service_class;agency_id;region_code;valid_from;valid_to;official_fee;"
            + "fee_per_unit;time_limit;time_unit;max_steps;max_visits;legal_basis;fee_tolerance;"
            + "tolerance_per_unit;documents_required;remark",
        "S;express;A;32.04;2025-01-01;2025-12-31;350000;6.5;3;working_hours;4;1;"
            + "\"Perda; 5\";10.50;0.25;\"ktp; kk\";extra columns are welcome",
        "",
        "T");
    Reference reference = sound();
    assertThat(reference.standards()).hasSize(2);
    Standard standard = reference.standards().get(0);
    assertThat(standard.agencyId()).contains("A");
    assertThat(standard.regionCode()).contains("32.04");
    assertThat(standard.spell().to()).contains(LocalDate.of(2025, 12, 31));
    assertThat(standard.tariff().fee().orElseThrow()).isEqualByComparingTo("350000");
    assertThat(standard.tariff().tolerancePerUnit().orElseThrow()).isEqualByComparingTo("0.25");
    assertThat(standard.limit()).contains(new TimeLimit(3, TimeLimit.Unit.WORKING_HOURS));
    assertThat(standard.legalBasis()).contains("Perda; 5");
    assertThat(standard.documentsRequired()).containsExactly("ktp", "kk");
    assertThat(reference.standards().get(1).serviceClass()).isEqualTo(Standard.REGULAR);
  }

  @Test
  void anEmptyTableOfWaiversIsNotAMissingOne() throws IOException {
    write("waivers.csv", "service_id,ground");
    assertThat(sound().waivers()).isEqualTo(Optional.of(List.of()));
  }

  @Test
  void ratesOfOnePeriodAreReadAsTheyAreExported() throws IOException {
    String header = "period,metric,service_id,service_class,channel,agencies,numerator,denominator";
    write("national_rates.csv", header, "2025,on_time_rate,S,regular,,3,12.0,30.25");
    assertThat(sound().rates(TestSpark.session()).orElseThrow().collectAsList())
        .singleElement()
        .asString()
        .isEqualTo("[2025,on_time_rate,S,regular,null,3,12.00,30.25]");
    write(
        "national_rates.csv",
        header,
        "2025,on_time_rate,S,,,3,12.0,30",
        "2026,on_time_rate,S,,,3,13.0,30",
        "2026,on_time_rate,T,,,three,-1,");
    Problems problems = new Problems();
    Reference.read(folder, problems);
    assertThat(problems.all())
        .satisfiesExactlyInAnyOrder(
            told -> assertThat(told).contains(":3: ", "rate of on_time_rate for service S"),
            told -> assertThat(told).contains(":4: ", "agencies is three"),
            told -> assertThat(told).contains(":4: ", "numerator is -1"),
            told -> assertThat(told).contains(":4: ", "denominator is empty"));
  }

  @Test
  void theFingerprintFollowsTheBytes() throws IOException {
    write("services.csv", "service_id", "S");
    String one = sound().fingerprint();
    assertThat(sound().fingerprint()).isEqualTo(one);
    write("services.csv", "service_id", "T");
    assertThat(sound().fingerprint()).isNotEqualTo(one);
  }

  @Test
  void brokenCellsAreToldTogether() throws IOException {
    write("agencies.csv", "agency_id,body_type", ",city", "A,castle");
    write("regions.csv", "region_code,time_zone", "1,+07:00", "2,Asia/Bandung");
    write(
        "standards.csv",
        "service_id,valid_from,valid_to,official_fee,time_limit,time_unit",
        "S,2025-13-01,,,,",
        "S,2025-02-01,2025-01-31,,,",
        "S,,,1.350.000,,",
        "S,,,-1,,",
        "S,,,,3,",
        "S,,,,3,weeks",
        "S,,,,2.5,minutes",
        "S,,,,1,minutes,too,many");
    write("holidays.csv", "date,kind", "2025-01-01,party", ",holiday");
    write(
        "office_hours.csv",
        "office_id,agency_id,weekday,opens,closes",
        "O,,someday,08:00,16:00",
        "O,,1,16:00,08:00",
        "O,,1,8 am,24:01",
        ",,1,08:00,16:00");
    write(
        "deliveries.csv",
        "source,feed,period,due_on",
        "s,tea,2025-13,soon",
        ",cases,2025,2025-01-01");
    assertThat(problems())
        .satisfiesExactlyInAnyOrder(
            told("agencies.csv:2: agency_id is empty"),
            told("agencies.csv:3: body_type is castle, expected one of [ministry"),
            told("regions.csv:2: time_zone is +07:00, expected an IANA zone"),
            told("regions.csv:3: time_zone is Asia/Bandung, expected an IANA zone"),
            told("standards.csv:2: valid_from is 2025-13-01, expected a day"),
            told("standards.csv:3: valid_to is 2025-01-31, expected a day not before"),
            told("standards.csv:4: official_fee is 1.350.000, expected a number"),
            told("standards.csv:5: official_fee is -1, expected a number of at least 0"),
            told("standards.csv:6: time_unit is empty beside a time_limit"),
            told("standards.csv:7: time_unit is weeks, expected working_days"),
            told("standards.csv:8: time_limit is 2.5, expected a whole number"),
            told("standards.csv:9: 8 cells, expected at most 6"),
            told("holidays.csv:2: kind is party, expected holiday, joint_leave"),
            told("holidays.csv:3: date is empty"),
            told("office_hours.csv:2: weekday is someday, expected monday"),
            told("office_hours.csv:3: closes is 08:00, expected a time after opens 16:00"),
            told("office_hours.csv:4: opens is 8 am, expected a local time"),
            told("office_hours.csv:4: closes is 24:01, expected a local time"),
            told("office_hours.csv:5: office_id and agency_id are empty"),
            told("deliveries.csv:2: feed is tea, expected one of [cases"),
            told("deliveries.csv:2: period is 2025-13, expected a period"),
            told("deliveries.csv:2: due_on is soon, expected a day"),
            told("deliveries.csv:3: source and agency_id are empty"));
  }

  @Test
  void contradictionsNameBothLines() throws IOException {
    write(
        "agencies.csv",
        "agency_id,valid_from,valid_to",
        "A,,2025-06-30",
        "B,,",
        "A,2025-06-30,",
        "A,2024-01-01,2024-01-31");
    write("services.csv", "service_id", "S", "S");
    write("regions.csv", "region_code,parent_region_code", "1,2", "2,3", "3,1", "4,9", "5,4", "5,");
    write(
        "standards.csv",
        "service_id,service_class,agency_id,region_code,valid_from,valid_to",
        "S,,,,2025-01-01,2025-12-31",
        "S,regular,,,2025-12-31,",
        "S,express,,,2025-01-01,",
        "S,,A,,2025-01-01,",
        "S,,,32,2025-01-01,",
        "S,,,,,2024-12-31");
    write(
        "holidays.csv",
        "date,name,region_code,kind",
        "2025-05-01,Labour Day,,holiday",
        "2025-05-01,Ascension,,holiday",
        "2025-05-01,Bazaar,,extra_open",
        "2025-05-01,Bazaar,32,extra_open",
        "2025-05-01,Labour Day,,holiday");
    write(
        "office_hours.csv",
        "office_id,agency_id,weekday,opens,closes,valid_from,valid_to",
        "O,,monday,08:00,12:00,,2025-02-28",
        "O,,1,13:00,16:00,,",
        "O,,1,11:00,12:00,2025-02-28,",
        "O,,1,12:00,13:00,,",
        "O,,2,08:00,12:00,,");
    write("waivers.csv", "service_id,ground,valid_from", "S,poor,", "S,poor,2025-01-01", "S,old,");
    assertThat(problems())
        .satisfiesExactlyInAnyOrder(
            told("agencies.csv:4: agency A is valid on days on which line 2 is too"),
            told("agencies.csv:5: agency A is valid on days on which line 2 is too"),
            told("services.csv:3: service S stands in line 2 too"),
            told("regions.csv:2: region lies in itself: 1 in 2 in 3 in 1"),
            told("regions.csv:5: parent_region_code is 9, expected a region of this file"),
            told("regions.csv:7: region 5 stands in line 6 too"),
            told("standards.csv:3: standard of service S, class regular, agency any, region any"),
            told("holidays.csv:4: holiday 2025-05-01 in the whole nation stands in line 2 too"),
            told("holidays.csv:6: holiday 2025-05-01 in the whole nation stands in line 2 too"),
            told("office_hours.csv:4: hours of office O on MONDAY overlap those of line 2"),
            told("waivers.csv:3: waiver of S for poor is valid on days on which line 2 is too"));
  }

  @Test
  void aFileThatCannotBeReadIsToldOnce() throws IOException {
    write("agencies.csv", "id,name", "A,x");
    write("services.csv");
    Files.write(folder.resolve("regions.csv"), new byte[] {'r', '\n', (byte) 0xC3, '\n'});
    write("standards.csv", "service_id,official_fee,service_id", "S,1,T");
    assertThat(problems())
        .satisfiesExactlyInAnyOrder(
            told("agencies.csv:1: column agency_id is missing, the file has id, name"),
            told("services.csv:1: the file is empty"),
            told("regions.csv:2: the text is not UTF-8"),
            told("standards.csv:1: column service_id stands twice"));
  }

  @Test
  void aQuotedLineBreakDoesNotShiftLaterLines() throws IOException {
    write("services.csv", "service_id,name_en", "S,\"two", "lines\"", "#T,x", "S,again");
    assertThat(problems()).satisfiesExactly(told("services.csv:5: service S stands in line 3 too"));
  }

  @Test
  void tablesComeInTheirShape() throws IOException {
    write("agencies.csv", "agency_id,name_en,valid_from", "A,Agency,2025-03-01");
    write("regions.csv", "region_code,time_zone", "32.04,Asia/Jakarta");
    write("services.csv", "service_id,category", "S,permit");
    write("standards.csv", "service_id,official_fee,time_limit,time_unit", "S,12.5,3,minutes");
    Reference reference = sound();
    assertShape(reference.agencies(TestSpark.session()), Agencies.TABLE.schema().simpleString());
    assertShape(reference.services(TestSpark.session()), Services.TABLE.schema().simpleString());
    assertShape(reference.regions(TestSpark.session()), Regions.TABLE.schema().simpleString());
    assertShape(reference.standards(TestSpark.session()), Standards.TABLE.schema().simpleString());
    Row agency = reference.agencies(TestSpark.session()).first();
    assertThat(agency.<Object>getAs(Standards.VALID_FROM.name())).hasToString("2025-03-01");
    assertThat(agency.<Object>getAs(Standards.VALID_TO.name())).isNull();
  }

  private static void assertShape(Dataset<Row> rows, String schema) {
    assertThat(rows.schema().simpleString()).isEqualTo(schema);
    assertThat(rows.count()).isEqualTo(1);
  }

  private static org.assertj.core.api.ThrowingConsumer<String> told(String start) {
    return problem -> assertThat(problem).startsWith(start);
  }

  private void write(String file, String... lines) throws IOException {
    String text = lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n";
    Files.writeString(folder.resolve(file), text, StandardCharsets.UTF_8);
  }

  private Reference sound() {
    Problems problems = new Problems();
    Reference reference = Reference.read(folder, problems);
    assertThat(problems.all()).isEmpty();
    return reference;
  }

  private List<String> problems() {
    Problems problems = new Problems();
    Reference.read(folder, problems);
    return problems.all();
  }
}
