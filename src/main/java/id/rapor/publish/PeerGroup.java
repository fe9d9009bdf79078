package id.rapor.publish;

import id.rapor.table.Scorecards;
import java.util.List;

/**
 * Agencies that are compared with one another.
 *
 * @param code as in the tables: {@code city:30-299}, or {@code city} for all of a kind
 * @param words the same in words
 */
record PeerGroup(String code, String words) {
  static PeerGroup of(String code, Labels labels) {
    int at = code.indexOf(Scorecards.VOLUME);
    if (at < 0) {
      return new PeerGroup(code, labels.word("body", code));
    }
    String volume = code.substring(at + 1).replace("-", Standings.DASH);
    return new PeerGroup(
        code, labels.text("peers_volume", labels.word("body", code.substring(0, at)), volume));
  }

  /** The codes of the groups in which its agencies have a rank: it, and all of its kind. */
  List<String> within() {
    int at = code.indexOf(Scorecards.VOLUME);
    return at < 0 ? List.of(code) : List.of(code, code.substring(0, at));
  }
}
