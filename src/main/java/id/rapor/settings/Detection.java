package id.rapor.settings;

import java.util.Map;
import java.util.Optional;

/**
 * Which detectors run, and with which parameters.
 *
 * @param detectors key {@code detectors}: code to parameters by name, or a list; if present, only
 *     those listed run. A parameter that is left out keeps the detector's published default
 */
public record Detection(Optional<Map<String, Map<String, Double>>> detectors) {
  public static final Detection DEFAULTS = new Detection(Optional.empty());

  /** The value of a detector's parameter, or its default. */
  public double parameter(String detector, String name, double published) {
    return detectors.map(all -> all.get(detector)).map(one -> one.get(name)).orElse(published);
  }
}
