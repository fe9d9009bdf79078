package id.rapor.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Writes a synthetic nation: its service logs with known wrongs, and the truth about them. */
public final class Sample {

  /** Whether the nation has wrongs. */
  public enum Wrongs {
    /** Some agencies do wrong, and some lines of the files are bad. */
    PLANTED,
    /** Nobody does wrong and no line is bad; lawful look-alikes are still there. */
    NONE
  }

  /**
   * What nation to write.
   *
   * @param rows cases, from 1; a case that stays open over a month's end takes two lines
   * @param agencies from 1 to 9999
   * @param months from 1 to 120, the last of them June 2026
   * @param seed the same seed gives the same nation
   */
  public record Options(long rows, int agencies, int months, long seed, Wrongs wrongs) {
    /** The nation that comes with the project. */
    public static final Options DEFAULTS = new Options(20_000, 60, 6, 1, Wrongs.PLANTED);

    private static final long MOST_ROWS = 10_000_000_000L;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException that says which value is out of which range
     */
    public Options {
      check("rows", rows, MOST_ROWS);
      check("agencies", agencies, 9999);
      check("months", months, 120);
    }

    private static void check(String name, long value, long most) {
      if (value < 1 || value > most) {
        throw new IllegalArgumentException(
            "Cannot write a sample: "
                + name
                + " is "
                + value
                + ", expected 1 to "
                + most
                + "; give another --"
                + name
                + ".");
      }
    }
  }

  /**
   * What was written.
   *
   * @param cases distinct cases
   * @param planted rows of {@code truth/planted.csv}
   * @param lookAlikes rows of {@code truth/lookalikes.csv}
   * @param files files in {@code landing/}
   */
  public record Summary(long cases, long planted, long lookAlikes, int files) {}

  private static final List<String> FOLDERS = List.of("landing", "reference", "truth");

  private Sample() {}

  /**
   * Writes the nation into the folder {@code to}, which is made if need be.
   *
   * <p>Memory does not grow with the rows. The content depends on {@code options} alone, not on the
   * machine's threads, zone or locale.
   *
   * @throws IllegalArgumentException if {@code to} already holds a nation
   * @throws UncheckedIOException if a file cannot be written
   */
  public static Summary write(Options options, Path to) {
    for (String folder : FOLDERS) {
      if (Files.exists(to.resolve(folder))) {
        throw new IllegalArgumentException(
            "Cannot write a sample: folder "
                + to
                + " already has "
                + folder
                + "/, expected a new or empty folder; delete it or name another with --to.");
      }
    }
    int count = Math.max(1, Runtime.getRuntime().availableProcessors());
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      return write(new Nation(options), to, threads, 2 * count + 2);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a sample to " + to + ": " + e.getMessage(), e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Summary write(Nation nation, Path to, ExecutorService threads, int ahead)
      throws IOException {
    Path truth = Files.createDirectories(to.resolve("truth"));
    new ReferenceFiles(nation).write(to.resolve("reference"));
    Truth.writeQuality(nation, truth);
    Readme.write(nation, to);
    try (Delivery delivery = new Delivery(nation, to, truth, threads)) {
      SliceMaker maker = new SliceMaker(nation);
      Deque<Work> waiting = new ArrayDeque<>();
      for (Slice slice : Slice.all(nation)) {
        waiting.add(
            new Work(
                slice.month(), CompletableFuture.supplyAsync(() -> maker.make(slice), threads)));
        if (waiting.size() > ahead) {
          waiting.remove().bringTo(delivery);
        }
      }
      while (!waiting.isEmpty()) {
        waiting.remove().bringTo(delivery);
      }
      return delivery.finish();
    }
  }

  /** A slice that some thread makes. */
  private record Work(int month, CompletableFuture<Batch> batch) {
    void bringTo(Delivery delivery) throws IOException {
      delivery.take(month, batch.join());
    }
  }
}
