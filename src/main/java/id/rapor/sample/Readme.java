package id.rapor.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The note that lies in the nation's folder. */
final class Readme {
  private static final String TEXT =
      """
      # A synthetic nation

      Everything here is invented by a program. The places, services and tariffs have the names and
      codes of Indonesia, and some figures come from its rules; the cases, persons, officers,
      qualities and wrongs are drawn at random and say nothing about any real office.

      | option | value |
      | --- | --- |
      | rows (cases) | {rows} |
      | agencies | {agencies} |
      | months | {months}, {first} to {last} |
      | seed | {seed} |
      | wrongs | {wrongs} |

      The same options give the same content, byte for byte once unpacked.

      - `landing/<feed>/<feed>-<month>.csv.gz`: what was delivered for that month. A case that was
        open at the month's end is delivered again, newer, when more became known of it.
      - `reference/*.csv`: agencies, regions, services, standards, holidays, office hours, deliveries,
        waivers. `deliveries.csv` says what is due by when and on which day it came: some agency's
        staffing comes a month late, and another's never for one month.
      - `truth/planted.csv`: each wrong by the code of the detector that should find it: a case, or an
        agency, officer or pair (`since` = first month in which it happens).
      - `truth/lookalikes.csv`: what resembles a wrong and is lawful or chance.
      - `truth/quality.csv`: each agency's hidden quality, 0 (worst) to 1 (best), which the league
        should bring to light.
      - `truth/dirt.csv`: lines that are wrong on purpose, delivered twice, corrected or retracted.
      """;

  private Readme() {}

  static void write(Nation nation, Path folder) throws IOException {
    Sample.Options options = nation.options;
    Span span = nation.span;
    String text =
        TEXT.replace("{rows}", Long.toString(options.rows()))
            .replace("{agencies}", Integer.toString(options.agencies()))
            .replace("{months}", Integer.toString(options.months()))
            .replace("{first}", span.month(0).toString())
            .replace("{last}", span.month(span.months() - 1).toString())
            .replace("{seed}", Long.toString(options.seed()))
            .replace("{wrongs}", options.wrongs().name().toLowerCase(Locale.ROOT));
    Files.writeString(folder.resolve("README.md"), text);
  }
}
