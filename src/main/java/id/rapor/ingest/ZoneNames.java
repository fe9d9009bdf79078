package id.rapor.ingest;

import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.unsafe.types.UTF8String;

/** The zones that lines name, each looked up once: there are few, and Spark looks at every row. */
final class ZoneNames {
  private static final Map<UTF8String, ZoneRules> KNOWN = new ConcurrentHashMap<>();

  private ZoneNames() {}

  /**
   * The rules of a zone.
   *
   * @param name IANA name
   * @throws java.time.DateTimeException if there is no such zone
   */
  static ZoneRules rules(UTF8String name) {
    ZoneRules rules = KNOWN.get(name);
    if (rules == null) {
      rules = ZoneId.of(name.toString()).getRules();
      KNOWN.put(name.copy(), rules);
    }
    return rules;
  }
}
