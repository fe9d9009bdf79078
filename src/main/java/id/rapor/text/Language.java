package id.rapor.text;

import java.util.Arrays;
import java.util.Optional;

/** The languages in which results are told. */
public enum Language {
  /** Indonesian: {@code 1.350.000} and {@code 4,51}. */
  INDONESIAN(
      "id",
      '.',
      ',',
      "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"),
  /** English: {@code 1,350,000} and {@code 4.51}. */
  ENGLISH(
      "en",
      ',',
      '.',
      "January February March April May June July August September October November December");

  private final String code;
  private final char grouping;
  private final char point;
  private final String months;

  Language(String code, char grouping, char point, String months) {
    this.code = code;
    this.grouping = grouping;
    this.point = point;
    this.months = months;
  }

  /** The language of that code ({@code id}, {@code en}); empty if there is none. */
  public static Optional<Language> of(String code) {
    return Arrays.stream(values()).filter(language -> language.code.equals(code)).findFirst();
  }

  /** ISO 639-1 code, also the value of a page's {@code lang} attribute. */
  public String code() {
    return code;
  }

  /** The one of two texts that is in this language. */
  public String pick(String indonesian, String english) {
    return this == INDONESIAN ? indonesian : english;
  }

  char grouping() {
    return grouping;
  }

  char point() {
    return point;
  }

  /** Name of {@code month}, 1-12. */
  String month(int month) {
    return months.split(" ")[month - 1];
  }
}
