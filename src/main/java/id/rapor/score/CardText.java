package id.rapor.score;

import id.rapor.text.Language;
import id.rapor.text.Lists;
import id.rapor.text.Money;
import id.rapor.text.Numbers;
import java.util.List;
import java.util.Map;

/**
 * Tells one line of a report card in a plain sentence or two.
 *
 * @param language of the sentence
 * @param currency ISO 4217 code of amounts
 */
record CardText(Language language, String currency) {
  private static final int DECIMALS = 2;
  private static final String MONEY = "currency";
  private static final String MONEY_PER_CASES = "currency_per_1000_cases";

  /** A gain that is smaller by less is the whole rise. */
  private static final double ROUNDING = 1e-9;

  /** English first, then Indonesian. */
  private static final Map<String, List<String>> CURES =
      Map.of(
          "S1", List.of("performance management", "manajemen kinerja"),
          "S2", List.of("training", "pelatihan"),
          "S3", List.of("leadership", "kepemimpinan"),
          "S4", List.of("simpler procedures", "penyederhanaan prosedur"));

  private static final Map<String, List<String>> UNITS =
      Map.of(
          "working_days",
          List.of("working days", "hari kerja"),
          "ratio",
          List.of("(ratio)", "(rasio)"),
          "points",
          List.of("points", "poin"),
          "visits",
          List.of("visits", "kunjungan"),
          "documents",
          List.of("documents", "dokumen"),
          MONEY_PER_CASES,
          List.of("per 1,000 cases", "per 1.000 berkas"),
          "hours_per_officer_year",
          List.of("hours per officer and year", "jam per petugas per tahun"));

  private static final Map<String, List<String>> ROWS =
      Map.of(
          "cases", List.of("cases", "berkas"),
          "surveys", List.of("survey answers", "jawaban survei"),
          "complaints", List.of("complaints", "pengaduan"),
          "payments", List.of("payments", "pembayaran"));

  /** The line of a strength. */
  String strength(CardLine line) {
    return stands(line) + (line.isSure() ? "" : " " + unsure());
  }

  /** The line of something to mend. */
  String fix(CardLine line) {
    StringBuilder text = new StringBuilder(stands(line));
    if (!line.isSure()) {
      text.append(" ").append(unsure());
    }
    text.append(" ").append(concerned(line));
    if (!line.entry().cures().isEmpty()) {
      List<String> cures = line.entry().cures().stream().map(this::cure).toList();
      text.append(language.pick(" Arah perbaikan: ", " What may help: "))
          .append(Lists.and(cures, language))
          .append(".");
    }
    line.gain().ifPresent(gain -> text.append(" ").append(gain(line, gain)));
    return text.toString();
  }

  private String stands(CardLine line) {
    String name = language.pick(line.entry().nameId(), line.entry().nameEn());
    String value = amount(line.value(), line) + (line.isAdjusted() ? crude(line) : "");
    String beside = beside(line);
    return name + ": " + value + ", " + beside + ".";
  }

  private String crude(CardLine line) {
    return " ("
        + amount(line.reading().value(), line)
        + language.pick(
            " sebelum disesuaikan dengan ragam berkasnya)",
            " before its mix of cases is taken out)");
  }

  private String beside(CardLine line) {
    String standard = amount(line.standard(), line);
    double distance = Math.abs(line.distance());
    if (distance == 0) {
      return language.pick("tepat pada standar ", "just at the standard of ") + standard;
    }
    String by = number(distance, line);
    if (by.equals(number(0, line))) {
      by = language.pick("sedikit", "a hair");
    }
    String side =
        line.meetsStandard()
            ? language.pick(" lebih baik daripada standar ", " better than the standard of ")
            : language.pick(" lebih buruk daripada standar ", " worse than the standard of ");
    return by + side + standard;
  }

  private String unsure() {
    return language.pick(
        "Datanya terlalu sedikit untuk memastikan di sisi mana dari standar nilai ini berada.",
        "The data is too little to be sure on which side of the standard it lies.");
  }

  private String concerned(CardLine line) {
    String all = Numbers.whole(line.counted(), language);
    if (!line.countsMisses()) {
      return language.pick("Dasar hitungan: n = ", "It rests on n = ") + all + ".";
    }
    String rows = word(ROWS, line.entry().metric().feed(), language.pick("data", "records"));
    return language.pick("Menyangkut ", "It concerns ")
        + Numbers.whole(line.concerned(), language)
        + language.pick(" dari ", " of ")
        + all
        + " "
        + rows
        + ".";
  }

  private String gain(CardLine line, double gain) {
    String aim =
        line.meetsStandard()
            ? language.pick("Pada target ", "At the target of ") + amount(line.target(), line)
            : language.pick("Pada standar", "At the standard");
    boolean isCapped = gain < line.rise() - ROUNDING;
    if (isCapped && Numbers.rounded(gain, DECIMALS).signum() == 0) {
      return aim
          + language.pick(
              ", skor keseluruhan tidak naik karena dibatasi.",
              " the overall score would not rise: it is capped.");
    }
    return aim
        + language.pick(", skor keseluruhan naik ", " the overall score would rise by ")
        + Numbers.decimal(gain, DECIMALS, language)
        + language.pick(" poin", " points")
        + (isCapped ? language.pick(", sampai batas atasnya", ", up to its cap") : "")
        + ".";
  }

  private String cure(String code) {
    return word(CURES, code, code) + " (" + code + ")";
  }

  private String amount(double value, CardLine line) {
    String unit = line.entry().unit();
    return switch (unit) {
      case MONEY -> number(value, line);
      case CardEntry.PERCENT -> number(value, line) + "%";
      default -> number(value, line) + " " + word(UNITS, unit, unit.replace('_', ' '));
    };
  }

  /** Without its unit, save a currency, which stands before it. */
  private String number(double value, CardLine line) {
    String unit = line.entry().unit();
    return unit.equals(MONEY) || unit.equals(MONEY_PER_CASES)
        ? Money.figure(value, currency, language)
        : Numbers.trimmed(value, DECIMALS, language);
  }

  private String word(Map<String, List<String>> words, String code, String otherwise) {
    List<String> both = words.get(code);
    return both == null ? otherwise : language.pick(both.get(1), both.get(0));
  }
}
