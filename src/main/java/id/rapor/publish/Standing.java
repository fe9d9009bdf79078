package id.rapor.publish;

import java.util.List;

/**
 * One ranked agency as the page shows it.
 *
 * @param label its rank, {@code =} where it is shared
 * @param anchor its address within the page
 * @param contested that the agency holds its place to be wrong; empty if it does not
 * @param capped that its score is capped, what it would be, and why; empty if it is not
 * @param peers the agencies it is compared with
 * @param among its rank among them, in a few words; empty if it has none
 * @param reach the best and worst rank in its interval, and the drawing of it
 * @param score its score, and the interval of it
 * @param measures the perspectives that apply
 */
record Standing(
    String label,
    String anchor,
    Agency agency,
    String contested,
    String capped,
    PeerGroup peers,
    String among,
    Reach reach,
    String score,
    String interval,
    String grade,
    List<Measure> measures,
    Badge badge,
    Movement movement) {

  Standing {
    measures = List.copyOf(measures);
  }

  /** The drawn rank interval: where it begins, how wide it is, where the rank stands. */
  record Reach(String words, String told, String from, String width, String dot) {}

  /**
   * One perspective's score as text and bar.
   *
   * @param width how long the bar is
   * @param step the same in whole per cent
   * @param against how it stands against the standard: {@code met}, {@code below}, or {@code none}
   * @param remark its interval, or why there is none
   */
  record Measure(
      String name, String value, String width, long step, String against, String remark) {}

  /** What the rank interval allows to say. */
  record Badge(String code, String words) {}

  /** How the rank moved since the period before. */
  record Movement(String sign, String words) {}
}
