package id.rapor.text;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Period codes in words: {@code 2026-H1} is {@code Semester I 2026}. */
public final class PeriodNames {
  private static final Pattern CODE =
      Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])))?");
  private static final String JOINT = "..";
  private static final String[] ROMAN = {"I", "II", "III", "IV"};
  private static final String[] ORDINAL = {"First", "Second", "Third", "Fourth"};

  private PeriodNames() {}

  /**
   * A month, quarter, half, year or span ({@code 2016..2021}) in words; a code of another form is
   * given back as it is.
   */
  public static String words(String code, Language language) {
    int joint = code.indexOf(JOINT);
    if (joint < 0) {
      return simple(code, language);
    }
    String first = code.substring(0, joint);
    String last = code.substring(joint + JOINT.length());
    if (!CODE.matcher(first).matches() || !CODE.matcher(last).matches()) {
      return code;
    }
    boolean years = first.length() == 4 && last.length() == 4;
    String between = years ? "\u2013" : language.pick(" sampai ", " to ");
    return simple(first, language) + between + simple(last, language);
  }

  private static String simple(String code, Language language) {
    Matcher parts = CODE.matcher(code);
    if (!parts.matches()) {
      return code;
    }
    String year = parts.group(1);
    if (parts.group(2) != null) {
      int quarter = Integer.parseInt(parts.group(2)) - 1;
      return language.pick("Triwulan " + ROMAN[quarter], ORDINAL[quarter] + " quarter of")
          + " "
          + year;
    }
    if (parts.group(3) != null) {
      int half = Integer.parseInt(parts.group(3)) - 1;
      return language.pick("Semester " + ROMAN[half], ORDINAL[half] + " half of") + " " + year;
    }
    return parts.group(4) == null ? year : Dates.month(YearMonth.parse(code), language);
  }
}
