package id.rapor.score;

import java.util.Comparator;

/** Who is scored for when: one agency in one period, sorted as the published tables are. */
record Subject(String period, String agency) implements Comparable<Subject> {
  private static final Comparator<Subject> ORDER =
      Comparator.comparing(Subject::period).thenComparing(Subject::agency);

  @Override
  public int compareTo(Subject other) {
    return ORDER.compare(this, other);
  }
}
