package id.rapor.pipeline;

import id.rapor.ingest.Delivery;
import id.rapor.ingest.Inbox;
import id.rapor.reference.Reference;
import id.rapor.settings.Problems;
import id.rapor.settings.Settings;
import id.rapor.settings.Source;
import id.rapor.settings.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks over everything that can be looked over without reading records or starting Spark. */
public final class Checkup {
  private Checkup() {}

  /**
   * What was looked at, a line each, and what looks doubtful.
   *
   * @param file settings; the defaults without
   * @throws UserError that tells every problem of settings, reference tables and files at once, as
   *     far as it can be told: of a source whose settings have a fault no file is looked at
   */
  public static List<String> check(Optional<Path> file, Path input) {
    Problems problems = new Problems();
    Settings settings = Configuration.settings(file, problems);
    boolean named = problems.isEmpty() || !settings.sources().isEmpty();
    Checks.codes(settings, problems);
    Path folder = settings.reference().orElse(input.resolve("reference"));
    Problems doubts = new Problems();
    Reference reference = Reference.read(folder, problems, doubts);
    Checks.rates(reference, settings.scoring(), problems);
    List<String> seen = new ArrayList<>(List.of("reference tables in " + folder));
    doubts.all().forEach(doubt -> seen.add("note: " + doubt));
    if (named) {
      files(settings, input, seen, problems);
    }
    if (!problems.isEmpty()) {
      doubts.all().forEach(problems::add);
    }
    problems.throwIfAny("use this input");
    return seen;
  }

  private static void files(Settings settings, Path input, List<String> seen, Problems problems) {
    try {
      List<Source> sources = Inbox.sources(settings.sources(), input);
      Delivery delivery = Delivery.find(sources, input, Optional.empty());
      delivery.unmet().forEach(problems::add);
      delivery.unreadable().forEach(problems::add);
      sources.forEach(
          source ->
              seen.add(
                  "source " + source.name() + ": " + source.feed() + " from " + source.files()));
      seen.add(delivery.files() + " files, each with the columns that it needs");
    } catch (UserError e) {
      problems.add(e.getMessage());
    }
  }
}
