package id.rapor.publish;

import java.util.List;

/**
 * The report card of one agency: its score against the standard, what is strong, what to mend, and
 * every figure behind it.
 *
 * @param told score, grade and rank with their intervals, or that there is no rank
 * @param among its rank among its peers; empty if it has none
 * @param capped what a confirmed breach does to its score; empty without one
 * @param steadiness how its rank depends on choices, and what would move it, in sentences
 * @param reason why there is no rank; empty if there is one
 * @param measures its perspectives
 * @param replies what the agency says of its figures
 * @param trends the months of its score and of a few figures
 * @param data the same in numbers
 * @param groups its figures, by perspective
 */
record AgencyPage(
    Agency agency,
    String told,
    String among,
    String capped,
    List<String> steadiness,
    String reason,
    List<Standing.Measure> measures,
    List<Line> strengths,
    List<Line> fixes,
    List<Reply> replies,
    List<Trend> trends,
    TrendTable data,
    List<Group> groups) {

  AgencyPage {
    steadiness = List.copyOf(steadiness);
    measures = List.copyOf(measures);
    strengths = List.copyOf(strengths);
    fixes = List.copyOf(fixes);
    replies = List.copyOf(replies);
    trends = List.copyOf(trends);
    groups = List.copyOf(groups);
  }

  /** What the page is called. */
  public String name() {
    return agency.name();
  }

  /** A strength, or something to mend. */
  record Line(String name, String sentence) {}

  /**
   * What the agency says of a figure.
   *
   * @param contested that it holds the figure to be wrong; empty if it does not
   */
  record Reply(String about, String contested, String text) {}

  /** The figures of one perspective. */
  record Group(String name, List<Figure> figures) {
    Group {
      figures = List.copyOf(figures);
    }
  }

  /**
   * One metric of the agency.
   *
   * @param file the file of the page about the metric, without the ending
   * @param standard the value that scores 60, with the unit
   * @param state why there is no value; empty if there is one
   */
  record Figure(
      String name,
      String file,
      String value,
      String interval,
      String adjusted,
      String n,
      String standard,
      String state) {}
}
