package id.rapor.settings;

import java.util.Set;

/**
 * What the reader of settings must know of a feed: settings stand below the tables and cannot ask
 * them.
 *
 * @param columns every column that a source may fill
 * @param identifiers those of them whose value points at a person
 */
public record FeedShape(Set<String> columns, Set<String> identifiers) {

  public FeedShape {
    columns = Set.copyOf(columns);
    identifiers = Set.copyOf(identifiers);
    if (!columns.containsAll(identifiers)) {
      throw new IllegalArgumentException(
          "Cannot shape a feed: an identifier is none of its columns");
    }
  }
}
