package id.rapor.ingest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The events of an XES log (IEEE 1849-2016), in order: the attributes of an event under their keys,
 * those of its trace under {@code case:} and the key. A trace without events is one record, so that
 * its case is not lost. What stands inside an attribute, and the defaults under {@code global}, is
 * left out. The log is streamed.
 */
final class XesNodes extends Ahead<ObjectNode> {
  /** What the standard calls an attribute; lists and containers have no value of their own. */
  private static final Set<String> ATTRIBUTES =
      Set.of("string", "date", "int", "float", "boolean", "id");

  private static final String TRACE = "trace";
  private static final String EVENT = "event";

  private final Bounded bytes;
  private final XMLStreamReader xml;
  private final Map<String, String> document = new HashMap<>();
  private ObjectNode trace = JsonNodeFactory.instance.objectNode();
  private boolean begun;
  private boolean hasEvents;

  XesNodes(InputStream log) throws IOException {
    this.bytes = new Bounded(log);
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      xml = factory.createXMLStreamReader(bytes);
    } catch (XMLStreamException e) {
      throw new IOException(told(e), e);
    }
    advance();
  }

  /** The log's own attributes before its first trace, by key with a {@code /} before it. */
  Map<String, String> document() {
    return document;
  }

  @Override
  ObjectNode read() throws IOException {
    bytes.restart();
    ObjectNode found;
    try {
      found = find();
    } catch (XMLStreamException e) {
      throw new IOException(told(e), e);
    }
    if (found == null) {
      bytes.close();
    }
    return found;
  }

  private ObjectNode find() throws XMLStreamException {
    while (xml.hasNext()) {
      int kind = xml.next();
      if (kind == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "log" -> {}
          case TRACE -> {
            trace = JsonNodeFactory.instance.objectNode();
            begun = true;
            hasEvents = false;
          }
          case EVENT -> {
            hasEvents = true;
            return event();
          }
          default -> ofLogOrTrace();
        }
      } else if (kind == XMLStreamConstants.END_ELEMENT
          && xml.getLocalName().equals(TRACE)
          && !hasEvents) {
        return trace;
      }
    }
    return null;
  }

  private ObjectNode event() throws XMLStreamException {
    ObjectNode event = trace.deepCopy();
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement()) {
        attribute((key, value) -> event.put(key, value));
      }
    }
    return event;
  }

  /** Before the first trace begins, what is met is the log's. */
  private void ofLogOrTrace() throws XMLStreamException {
    attribute(
        (key, value) -> {
          if (begun) {
            trace.put("case:" + key, value);
          } else {
            document.put("/" + key, value);
          }
        });
  }

  private interface Attribute {
    void is(String key, String value);
  }

  /** Tells of the attribute at hand and goes to its end. */
  private void attribute(Attribute attribute) throws XMLStreamException {
    if (ATTRIBUTES.contains(xml.getLocalName())) {
      attribute.is(xml.getAttributeValue(null, "key"), xml.getAttributeValue(null, "value"));
    }
    for (int depth = 1; depth > 0; ) {
      int kind = xml.next();
      if (kind == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (kind == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private static String told(XMLStreamException e) {
    return "line "
        + (e.getLocation() == null ? "?" : e.getLocation().getLineNumber())
        + " is no XML: "
        + String.valueOf(e.getMessage()).lines().reduce((first, last) -> last).orElse("");
  }

  /** Refuses to read on without end for one event. */
  private static final class Bounded extends FilterInputStream {
    private static final long MOST = 1L << 26;

    private long since;

    Bounded(InputStream bytes) {
      super(bytes);
    }

    void restart() {
      since = 0;
    }

    @Override
    public int read() throws IOException {
      count(1);
      return super.read();
    }

    @Override
    public int read(byte[] to, int start, int length) throws IOException {
      int read = super.read(to, start, length);
      count(read);
      return read;
    }

    private void count(int read) throws IOException {
      since += read;
      if (since > MOST) {
        throw new IOException("an event is longer than " + MOST + " bytes");
      }
    }
  }
}
