package id.rapor.sample;

/** Identifiers of persons and devices, plainly invented. */
final class People {
  private static final int DIGITS = 9;

  private People() {}

  static void applicant(Line line, long number) {
    line.text("NIK-SYN-");
    line.padded(number, DIGITS);
  }

  static void officer(Line line, Agency agency, int number) {
    line.text("NIP-SYN-");
    line.padded(agency.index(), 4);
    line.padded(number + 1L, 3);
  }

  static String applicant(long number) {
    return "NIK-SYN-" + padded(number, DIGITS);
  }

  static String officer(Agency agency, int number) {
    return "NIP-SYN-" + padded(agency.index(), 4) + padded(number + 1L, 3);
  }

  static String device(long number) {
    return "DEV-SYN-" + padded(number, DIGITS);
  }

  private static String padded(long number, int width) {
    String digits = Long.toString(number);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }
}
