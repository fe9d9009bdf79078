package id.rapor.sample;

import id.rapor.table.Feed;
import id.rapor.table.Feeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.concurrent.Executor;

/**
 * The delivered files: one a month for each feed. A file is opened when its first line comes and
 * closed when its month is over, so that few are open however long the span.
 */
final class Landing implements AutoCloseable {
  /** Above so many cases speed counts more than size. */
  private static final long MANY = 500_000;

  private static final int SMALLEST = 9;
  private static final int QUICKEST = 1;

  private final Path to;
  private final Span span;
  private final int level;
  private final Executor threads;
  private final GzipFile[][] open;

  Landing(Path to, Nation nation, Executor threads) {
    this.to = to;
    this.span = nation.span;
    this.level = nation.options.rows() > MANY ? QUICKEST : SMALLEST;
    this.threads = threads;
    this.open = new GzipFile[Feeds.ALL.size()][span.months()];
  }

  /** Where the file of a feed and month lies, below the nation's folder. */
  static String name(String feed, YearMonth month) {
    return "landing/" + feed + "/" + feed + "-" + month + ".csv.gz";
  }

  /** Adds a slice's lines; slices come in order. */
  void append(Batch batch) throws IOException {
    for (int place = 0; place < open.length; place++) {
      for (int month = 0; month < span.months(); month++) {
        Line lines = batch.at(place, month);
        if (lines != null) {
          file(place, month).append(lines);
        }
      }
    }
  }

  /** Adds one line to the file of {@code feed} and {@code month}. */
  void append(Feed feed, int month, String line) throws IOException {
    file(Feeds.ALL.indexOf(feed), month).append(line);
  }

  /** Closes the files of {@code month}, to which nothing comes any more; all exist from then on. */
  void finish(int month) throws IOException {
    for (int place = 0; place < open.length; place++) {
      file(place, month).close();
      open[place][month] = null;
    }
  }

  int count() {
    return Feeds.ALL.size() * span.months();
  }

  /** Lets go of what is still open after a failure; after {@link #finish} nothing is. */
  @Override
  public void close() throws IOException {
    for (GzipFile[] ofFeed : open) {
      for (GzipFile file : ofFeed) {
        if (file != null) {
          file.close();
        }
      }
    }
  }

  private GzipFile file(int place, int month) throws IOException {
    if (open[place][month] == null) {
      Feed feed = Feeds.ALL.get(place);
      Path file = to.resolve(name(feed.name(), span.month(month)));
      open[place][month] = new GzipFile(file, level, threads);
      open[place][month].append(Csv.header(feed.columns()));
    }
    return open[place][month];
  }
}
