package id.rapor.settings;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads a settings file: YAML in, {@link Settings} or the list of all its faults out. */
public final class SettingsFile {
  static final String READING = "read the settings";
  static final List<String> KEYS =
      List.of(
          "title",
          "subtitle",
          "language",
          "currency",
          "zone",
          "reference",
          "sources",
          "periods",
          "headline",
          "releases",
          "perspectives",
          "metrics",
          "custom_metrics",
          "least_coverage",
          "least_data_quality",
          "aggregation",
          "breaches",
          "leagues",
          "detectors",
          "fees",
          "satisfaction_weights",
          "complaints",
          "identity",
          "notes");
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(toUnmodifiableSet());

  private final Path folder;
  private final Section top;

  private SettingsFile(Path folder, Section top) {
    this.folder = folder;
    this.top = top;
  }

  /**
   * The settings in {@code file}. Paths in it are relative to its folder; keys that it leaves out
   * have the value of {@link Settings#DEFAULTS}. Codes of metrics and detectors are taken as they
   * stand.
   *
   * @param feeds the feeds that a source may deliver, by name
   * @throws UserError that lists every fault with its line
   */
  public static Settings read(Path file, Map<String, FeedShape> feeds) {
    Problems problems = new Problems();
    Settings settings = read(file, feeds, problems);
    problems.throwIfAny(READING);
    return settings;
  }

  /**
   * What can be read of {@code file}: a key with a fault has its default, a source with one is left
   * out.
   *
   * @param problems hears of every fault
   * @throws UserError if the file cannot be read at all, or is no YAML
   */
  public static Settings read(Path file, Map<String, FeedShape> feeds, Problems problems) {
    Faults faults = new Faults(file.toString());
    String text = contents(file);
    Node root = compose(text, faults);
    Section top = new Section(new Value("", root, Value.lineOf(root), faults), KEYS);
    Path folder = file.toAbsolutePath().normalize().getParent();
    Settings settings = new SettingsFile(folder, top).settings(feeds);
    faults.tell(problems);
    return settings;
  }

  private Settings settings(Map<String, FeedShape> feeds) {
    Settings defaults = Settings.DEFAULTS;
    return new Settings(
        top.text("title").orElse(defaults.title()),
        top.text("subtitle").orElse(defaults.subtitle()),
        top.value("language")
            .flatMap(value -> value.oneOf("id or en", List.of("id", "en")))
            .orElse(defaults.language()),
        top.value("currency")
            .flatMap(value -> value.oneOf("a currency code such as IDR", CURRENCIES))
            .orElse(defaults.currency()),
        zone(top).orElse(defaults.zone()),
        path(top, "reference", "a folder that exists", Files::isDirectory),
        new SourceReader(feeds).read(top),
        PeriodReader.read(top),
        ScoringReader.scoring(top),
        LeaguesReader.read(top),
        ScoringReader.detection(top),
        fees(),
        RegulationsReader.read(top),
        identity(),
        top.texts("notes"));
  }

  /** The zone in key {@code zone} of {@code section}. */
  static Optional<ZoneId> zone(Section section) {
    return section
        .value("zone")
        .flatMap(
            value ->
                value.oneOf(
                    "a time zone such as Asia/Jakarta (IANA)", ZoneId.getAvailableZoneIds()))
        .map(ZoneId::of);
  }

  private Fees fees() {
    Optional<Value> given = top.value("fees");
    if (given.isEmpty()) {
      return Fees.DEFAULTS;
    }
    Section fees = new Section(given.get(), List.of("grace_days", "tolerance_share"));
    long days = fees.whole("grace_days", 0, 366).orElse(Fees.DEFAULTS.graceDays());
    double share =
        fees.number("tolerance_share", 0, 1, "a share from 0 to 1")
            .orElse(Fees.DEFAULTS.toleranceShare());
    return new Fees((int) days, share);
  }

  private Identity identity() {
    Optional<Value> given = top.value("identity");
    if (given.isEmpty()) {
      return Identity.DEFAULTS;
    }
    Section identity = new Section(given.get(), List.of("key_file", "key_variable"));
    return new Identity(
        path(identity, "key_file", "a file that can be read", Files::isReadable),
        identity.text("key_variable").orElse(Identity.DEFAULTS.keyVariable()));
  }

  private Optional<Path> path(
      Section section, String key, String expected, Predicate<Path> accepted) {
    return section
        .value(key)
        .flatMap(
            value ->
                value.as(
                    expected + " (relative to the settings file)",
                    text -> Optional.of(folder.resolve(text).normalize()).filter(accepted)));
  }

  private static String contents(Path file) {
    try {
      String text = Files.readString(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UserError(
          "Cannot read the settings: " + file + " is not UTF-8; save it in that encoding.", e);
    } catch (IOException e) {
      throw new UserError(
          "Cannot read the settings: "
              + file
              + (Files.exists(file) ? " cannot be opened" : " does not exist")
              + "; give --settings a YAML file.",
          e);
    }
  }

  /** The tree of {@code text}; text that is no YAML, or none at all, ends the reading here. */
  private static Node compose(String text, Faults faults) {
    Node root = null;
    try {
      Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      root = yaml.compose(new StringReader(text));
      if (root == null) {
        faults.add(1, "the file is empty, expected keys such as title and sources");
      }
    } catch (MarkedYAMLException e) {
      faults.add(e.getProblemMark().getLine() + 1, "not YAML: " + e.getProblem());
    } catch (ReaderException e) {
      String before = text.substring(0, Math.min(e.getPosition(), text.length()));
      int line = 1 + (int) before.chars().filter(letter -> letter == '\n').count();
      faults.add(line, "not YAML: a character that may not stand in a text file");
    }
    faults.throwIfAny();
    return root;
  }
}
