package id.rapor.sample;

/**
 * One wrong at one agency.
 *
 * @param place of the wrong in the list, for its draws
 * @param since first month in which it happens
 * @param officer who is involved, where one is
 * @param applicant who is favoured, where one is
 */
record Guilt(
    Wrong wrong, int place, Agency agency, int since, int officer, long applicant, Span span) {

  /** What the truth calls the subject when it is not a case. */
  String subject() {
    return switch (wrong.subject()) {
      case OFFICER -> People.officer(agency, officer);
      case PAIR -> People.applicant(applicant) + ";" + People.officer(agency, officer);
      case AGENCY -> agency.id();
      case CASE -> "";
    };
  }
}
