package id.rapor.cli;

import id.rapor.pipeline.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * Prints how a run gets on: on a terminal one line that moves, with a bar; else a plain line for
 * each stage when it is done.
 */
final class Terminal implements Progress {
  private static final int STAGES = 22;
  private static final int WIDTH = 24;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean moving;
  private int done;

  Terminal(PrintWriter err) {
    this.err = err;
    this.moving = Boolean.getBoolean("rapor.terminal");
  }

  @Override
  public synchronized void begins(String stage) {
    if (moving) {
      int filled = Math.min(WIDTH, WIDTH * done / STAGES);
      err.print(CLEAR + "[" + "=".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + stage);
      err.flush();
    }
  }

  @Override
  public synchronized void made(String stage, long rows, Duration took) {
    done++;
    clear();
    err.println(
        String.format(
            Locale.ROOT, "  %-20s %,12d rows %8.1f s", stage, rows, took.toMillis() / 1000.0));
  }

  @Override
  public synchronized void unchanged(String stage) {
    done++;
    begins(stage);
  }

  @Override
  public synchronized void warns(String message) {
    clear();
    err.println("  note: " + message);
  }

  /** Takes the moving line away. */
  synchronized void clear() {
    if (moving) {
      err.print(CLEAR);
    }
    err.flush();
  }
}
