package id.rapor.text;

import static id.rapor.text.Language.ENGLISH;
import static id.rapor.text.Language.INDONESIAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, money, dates, periods and lists in both languages, against texts written by hand. */
class TextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1350000    | IDR | Rp1.350.000     | Rp1,350,000
          650000.5   | IDR | Rp650.000,50    | Rp650,000.50
          0          | IDR | Rp0             | Rp0
          -75000     | IDR | -Rp75.000       | -Rp75,000
          0.004      | IDR | Rp0             | Rp0
          999999.999 | IDR | Rp1.000.000     | Rp1,000,000
          12.5       | USD | USD 12,50       | USD 12.50
          1234567    | EUR | EUR 1.234.567,00| EUR 1,234,567.00
          1500       | JPY | JPY 1.500       | JPY 1,500
          """)
  void money(BigDecimal amount, String currency, String indonesian, String english) {
    assertThat(Money.amount(amount, currency, INDONESIAN)).isEqualTo(indonesian);
    assertThat(Money.amount(amount, currency, ENGLISH)).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          30408273.38 | IDR | Rp30.408.273 | Rp30,408,273
          907179.5    | IDR | Rp907.180    | Rp907,180
          1000.4      | IDR | Rp1.000      | Rp1,000
          999.996     | USD | USD 1.000    | USD 1,000
          999.99      | IDR | Rp999,99     | Rp999.99
          -0.001      | IDR | Rp0          | Rp0
          12.5        | USD | USD 12,50    | USD 12.50
          -1234.5     | EUR | -EUR 1.235   | -EUR 1,235
          NaN         | IDR | \u2013       | \u2013
          """)
  void figuresOfMoney(double amount, String currency, String indonesian, String english) {
    assertThat(Money.figure(amount, currency, INDONESIAN)).isEqualTo(indonesian);
    assertThat(Money.figure(amount, currency, ENGLISH)).isEqualTo(english);
  }

  @Test
  void rupiahHoldNoSpaceOfAnyKind() {
    assertThat(Money.amount(new BigDecimal("1350000"), "IDR", INDONESIAN)).matches("[Rp0-9.]+");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4.51      | 2 | 4,51      | 4.51
          2.345     | 2 | 2,35      | 2.35
          -2.345    | 2 | -2,35     | -2.35
          1.005     | 2 | 1,01      | 1.01
          -0.004    | 2 | 0,00      | 0.00
          1234567.8 | 1 | 1.234.567,8 | 1,234,567.8
          999.96    | 1 | 1.000,0   | 1,000.0
          71        | 0 | 71        | 71
          """)
  void decimals(double value, int decimals, String indonesian, String english) {
    assertThat(Numbers.decimal(value, decimals, INDONESIAN)).isEqualTo(indonesian);
    assertThat(Numbers.decimal(value, decimals, ENGLISH)).isEqualTo(english);
  }

  @Test
  void numbersOfOtherForms() {
    assertThat(Numbers.whole(-1234, INDONESIAN)).isEqualTo("-1.234");
    assertThat(Numbers.whole(999, INDONESIAN)).isEqualTo("999");
    assertThat(Numbers.whole(Long.MIN_VALUE, ENGLISH)).isEqualTo("-9,223,372,036,854,775,808");
    assertThat(Numbers.trimmed(76.61, 4, INDONESIAN)).isEqualTo("76,61");
    assertThat(Numbers.trimmed(100_000, 4, INDONESIAN)).isEqualTo("100.000");
    assertThat(Numbers.trimmed(0.5, 4, ENGLISH)).isEqualTo("0.5");
    assertThat(Numbers.trimmed(0, 4, ENGLISH)).isEqualTo("0");
    assertThat(Numbers.percent(0.451, 1, INDONESIAN)).isEqualTo("45,1%");
    assertThat(Numbers.percent(0.25, 0, ENGLISH)).isEqualTo("25%");
    assertThat(Numbers.decimal(Double.NaN, 1, ENGLISH)).isEqualTo("\u2013");
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5.0",
    "0.1, 0.1",
    "2.0E-3, 0.002",
    "1E-6, 0.000001",
    "2E23, 200000000000000000000000.0",
    "71.23456789012345, 71.23456789012344",
    "9007199254740993, 9007199254740992.0",
    "0.30000000000000004, 0.30000000000000004",
    "-0.0, 0.0",
    "NaN, NaN",
    "-Infinity, -Infinity"
  })
  void shortest(double value, String text) {
    assertThat(Numbers.shortest(value)).isEqualTo(text);
  }

  @Property
  boolean theShortestTextReadsBackAsTheSameNumber(@ForAll double value) {
    return Double.parseDouble(Numbers.shortest(value)) == value
        && !Numbers.shortest(value).contains("E");
  }

  @Property
  boolean noShorterTextReadsBack(@ForAll double value) {
    BigDecimal text = new BigDecimal(Numbers.shortest(value)).stripTrailingZeros();
    BigDecimal runtime = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    return text.precision() <= runtime.precision();
  }

  @Test
  void days() {
    LocalDate day = LocalDate.of(2024, 12, 17);
    assertThat(Dates.day(day, INDONESIAN)).isEqualTo("17 Desember 2024");
    assertThat(Dates.day(day, ENGLISH)).isEqualTo("17 December 2024");
    Instant moment = Instant.parse("2024-12-16T18:05:59Z");
    ZoneId jayapura = ZoneId.of("Asia/Jayapura");
    assertThat(Dates.moment(moment, jayapura, INDONESIAN))
        .isEqualTo("17 Desember 2024 pukul 03.05 (Asia/Jayapura)");
    assertThat(Dates.moment(moment, jayapura, ENGLISH))
        .isEqualTo("17 December 2024, 03:05 (Asia/Jayapura)");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-H1, Semester I 2026, First half of 2026",
    "2025-H2, Semester II 2025, Second half of 2025",
    "2025-03, Maret 2025, March 2025",
    "2025-Q1, Triwulan I 2025, First quarter of 2025",
    "2025-Q4, Triwulan IV 2025, Fourth quarter of 2025",
    "2025, 2025, 2025",
    "2016..2021, 2016\u20132021, 2016\u20132021",
    "2024-11..2025-Q1, November 2024 sampai Triwulan I 2025, November 2024 to First quarter of"
        + " 2025",
    "2025-13, 2025-13, 2025-13",
    "..2021, ..2021, ..2021"
  })
  void periods(String code, String indonesian, String english) {
    assertThat(PeriodNames.words(code, INDONESIAN)).isEqualTo(indonesian);
    assertThat(PeriodNames.words(code, ENGLISH)).isEqualTo(english);
  }

  @Test
  void lists() {
    assertThat(Lists.and(List.of(), INDONESIAN)).isEmpty();
    assertThat(Lists.and(List.of("a"), INDONESIAN)).isEqualTo("a");
    assertThat(Lists.and(List.of("a", "b"), INDONESIAN)).isEqualTo("a dan b");
    assertThat(Lists.and(List.of("a", "b", "c"), INDONESIAN)).isEqualTo("a, b, dan c");
    assertThat(Lists.and(List.of("a", "b", "c"), ENGLISH)).isEqualTo("a, b and c");
    assertThat(Lists.or(List.of("a", "b", "c"), ENGLISH)).isEqualTo("a, b or c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no data                         | Tidak ada data
          no data: on_time_rate           | Tidak ada data: on_time_rate
          too few (n = 4, minimum 30)     | Terlalu sedikit (n = 4, minimum 30)
          low data quality                | Mutu data rendah
          not rated                       | Tidak dinilai
          confidential                    | Rahasia
          no score with a standard error  | Tidak ada skor yang memiliki galat baku
          growth (no standard error: x_y) | Pertumbuhan (tidak ada galat baku: x_y)
          no perspective has a weight     | Tidak ada perspektif yang berbobot
          customer (no metric of this perspective is scored) | Pelanggan (tidak ada ukuran yang diskor dalam perspektif ini)
          no time limit or other scale to hold it against: p90 | Tidak ada batas waktu atau skala lain sebagai pembanding: p90
          process (44 % of the weight has a value, at least 60 % is needed; no data: a_b) | Proses (baru 44% bobot yang bernilai, diperlukan sedikitnya 60%; tidak ada data: a_b)
          ''                              | ''
          """)
  void reasons(String english, String indonesian) {
    assertThat(Reasons.in(INDONESIAN, english)).isEqualTo(indonesian);
    assertThat(Reasons.in(ENGLISH, english)).isEqualToIgnoringCase(english);
  }

  @Test
  void languagesByCode() {
    assertThat(Language.of("id")).contains(INDONESIAN);
    assertThat(Language.of("en")).contains(ENGLISH);
    assertThat(Language.of("EN")).isEmpty();
  }

  @Test
  void nothingDependsOnTheDefaultLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Money.amount(new BigDecimal("1350000"), "IDR", INDONESIAN))
          .isEqualTo("Rp1.350.000");
      assertThat(Dates.day(LocalDate.of(2024, 12, 17), INDONESIAN)).isEqualTo("17 Desember 2024");
    } finally {
      Locale.setDefault(before);
    }
  }
}
