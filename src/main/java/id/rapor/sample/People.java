package id.rapor.sample;

/** Identifiers of persons and devices, plainly invented. */
final class People {
  private static final int DIGITS = 9;

  private People() {}

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
