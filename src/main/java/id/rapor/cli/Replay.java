package id.rapor.cli;

import id.rapor.ingest.Account;
import id.rapor.pipeline.Engine;
import id.rapor.pipeline.Replaying;
import id.rapor.pipeline.Replaying.Replayed;
import id.rapor.pipeline.Request;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes quarantined lines in again. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description =
        "Takes quarantined lines in again after a mapping, rule or reference table was mended. The files must still be in the input, under whatever name.")
final class Replay implements Callable<Integer> {
  private static final int SHOWN = 10;

  @Mixin private Common common;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "rapor-data",
      description = "Folder with warehouse/ (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Request request = common.request(data, Optional.empty(), Optional.empty());
    Terminal terminal = new Terminal(spec.commandLine().getErr());
    try {
      Replayed replayed = Replaying.replay(Engine.start(), request, terminal);
      print(replayed, spec.commandLine().getOut());
      return replayed.unreadable().isEmpty() ? 0 : Rapor.MENDABLE;
    } finally {
      terminal.clear();
    }
  }

  private static void print(Replayed replayed, PrintWriter out) {
    List<Account> files = replayed.accounts();
    out.printf(
        Locale.ROOT,
        "%,d quarantined lines = %,d accepted + %,d superseded + %,d still refused (%,d %s)%n",
        files.stream().mapToLong(Account::lines).sum(),
        files.stream().mapToLong(Account::accepted).sum(),
        files.stream().mapToLong(Account::superseded).sum(),
        files.stream().mapToLong(Account::refused).sum(),
        files.size(),
        files.size() == 1 ? "file" : "files");
    if (files.stream().anyMatch(file -> file.accepted() > 0)) {
      out.println("Compute what has changed with: rapor run");
    }
    Common.unreadable(replayed.unreadable(), out);
    missing(replayed.missing(), out);
    out.flush();
  }

  private static void missing(List<String> files, PrintWriter out) {
    if (!files.isEmpty()) {
      out.printf(
          Locale.ROOT,
          "%,d more with quarantined lines are not in the input any more; put them back to replay them:%n",
          files.size());
      files.stream().limit(SHOWN).forEach(file -> out.println("  " + file));
      if (files.size() > SHOWN) {
        out.printf(Locale.ROOT, "  ... and %,d others%n", files.size() - SHOWN);
      }
    }
  }
}
