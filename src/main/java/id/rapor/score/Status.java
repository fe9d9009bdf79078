package id.rapor.score;

/** The codes that say whether there is a number, and if not, why. */
final class Status {
  static final String PUBLISHED = "published";
  static final String TOO_FEW = "too_few";
  static final String NO_DATA = "no_data";
  static final String LOW_QUALITY = "low_quality";
  static final String NOT_RATED = "not_rated";

  private Status() {}
}
