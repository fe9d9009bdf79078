package id.rapor.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Records that have names and may be nested, as JSON, XES and Parquet bear them: of each the
 * columns that the mapping asks for, and the whole as JSON, with hashes for identifiers. What is no
 * object is malformed.
 */
final class NodeRecords implements Iterator<RawRecord> {
  private final Iterator<? extends JsonNode> nodes;
  private final Map<String, String> document;
  private final Layout layout;
  private final Pseudonyms pseudonyms;
  private long line;

  /**
   * The records that {@code nodes} bear.
   *
   * @param document what the file says of all its records, by name with a {@code /} before it
   */
  NodeRecords(
      Iterator<? extends JsonNode> nodes,
      Map<String, String> document,
      Layout layout,
      Pseudonyms pseudonyms) {
    this.nodes = nodes;
    this.document = document;
    this.layout = layout;
    this.pseudonyms = pseudonyms;
  }

  @Override
  public boolean hasNext() {
    return nodes.hasNext();
  }

  @Override
  public RawRecord next() {
    JsonNode node = nodes.next();
    line++;
    return node instanceof ObjectNode object ? record(object) : malformed(node);
  }

  private RawRecord malformed(JsonNode node) {
    String[] values = new String[layout.columns().size()];
    return new RawRecord(line, values, null, pseudonyms.ofLine(new String[] {node.toString()}));
  }

  private RawRecord record(ObjectNode node) {
    mask(node);
    String[] values =
        layout.columns().stream().map(column -> value(node, column)).toArray(String[]::new);
    layout.identifiers().stream()
        .filter(place -> isOfDocument(layout.columns().get(place)))
        .forEach(place -> values[place] = pseudonyms.of(values[place]));
    return new RawRecord(line, values, node.toString(), null);
  }

  private String value(ObjectNode node, String column) {
    if (isOfDocument(column)) {
      return document.get(column);
    }
    JsonNode found = node.path(column);
    if (found.isMissingNode()) {
      found = node;
      for (String name : column.split("\\.")) {
        found = found.path(name);
      }
    }
    if (found.isMissingNode() || found.isNull()) {
      return null;
    }
    String text = found.isValueNode() ? found.asText().strip() : found.toString();
    return text.isEmpty() ? null : text;
  }

  private static boolean isOfDocument(String column) {
    return column.startsWith("/");
  }

  /** Hashes what the mapping calls an identifier, and what is called one at whatever depth. */
  private void mask(ObjectNode record) {
    IdentityHashMap<ObjectNode, Set<String>> found = new IdentityHashMap<>();
    layout.identifiers().forEach(place -> lead(record, layout.columns().get(place), found));
    Layouts.IDENTIFIERS.forEach(name -> seek(record, name, found));
    found.forEach(
        (fields, names) ->
            names.forEach(name -> fields.put(name, pseudonyms.of(fields.get(name).asText()))));
  }

  /** What {@code column} leads to, in whatever case its names are written. */
  private static void lead(
      JsonNode record, String column, IdentityHashMap<ObjectNode, Set<String>> found) {
    if (record instanceof ArrayNode several) {
      several.forEach(one -> lead(one, column, found));
    } else if (record instanceof ObjectNode fields) {
      int dot = column.indexOf('.');
      add(found, fields, named(fields, column));
      if (dot > 0) {
        named(fields, column.substring(0, dot))
            .forEach(name -> lead(fields.get(name), column.substring(dot + 1), found));
      }
    }
  }

  private static void seek(
      JsonNode record, String sought, IdentityHashMap<ObjectNode, Set<String>> found) {
    if (record instanceof ObjectNode fields) {
      add(found, fields, named(fields, sought));
    }
    record.forEach(within -> seek(within, sought, found));
  }

  private static void add(
      IdentityHashMap<ObjectNode, Set<String>> found, ObjectNode fields, List<String> names) {
    if (!names.isEmpty()) {
      found.computeIfAbsent(fields, any -> new HashSet<>()).addAll(names);
    }
  }

  private static List<String> named(ObjectNode fields, String name) {
    return fields.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name::equalsIgnoreCase)
        .toList();
  }
}
