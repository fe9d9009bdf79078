package id.rapor.sample;

import id.rapor.table.Budgets;
import id.rapor.table.Feed;
import id.rapor.table.Feeds;
import id.rapor.table.Staffing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** The delivered files: one a month for each feed, all open at once. */
final class Landing implements AutoCloseable {
  /** Above so many cases speed counts more than size. */
  private static final long MANY = 500_000;

  private static final int SMALLEST = 9;
  private static final int QUICKEST = 1;

  private final List<List<GzipFile>> files = new ArrayList<>();
  private final int months;

  Landing(Path to, Nation nation, Executor threads) throws IOException {
    this.months = nation.span.months();
    int level = nation.options.rows() > MANY ? QUICKEST : SMALLEST;
    for (Feed feed : Feeds.ALL) {
      List<GzipFile> ofFeed = new ArrayList<>();
      for (int month = 0; month < months; month++) {
        Path file = to.resolve(name(feed.name(), nation.span.month(month)));
        GzipFile opened = new GzipFile(file, level, threads);
        opened.append(Csv.header(feed.columns()));
        ofFeed.add(opened);
      }
      files.add(ofFeed);
    }
  }

  /** Where the file of a feed and month lies, below the nation's folder. */
  static String name(String feed, YearMonth month) {
    return "landing/" + feed + "/" + feed + "-" + month + ".csv.gz";
  }

  /** Adds a slice's lines; slices come in order. */
  void append(Batch batch) throws IOException {
    for (int place = 0; place < files.size(); place++) {
      for (int month = 0; month < months; month++) {
        Line lines = batch.at(place, month);
        if (lines != null) {
          files.get(place).get(month).append(lines);
        }
      }
    }
  }

  void appendStaffing(int month, String line) throws IOException {
    file(Staffing.FEED, month).append(line);
  }

  void appendBudget(int month, String line) throws IOException {
    file(Budgets.FEED, month).append(line);
  }

  int count() {
    return files.size() * months;
  }

  @Override
  public void close() throws IOException {
    for (List<GzipFile> ofFeed : files) {
      for (GzipFile file : ofFeed) {
        file.close();
      }
    }
  }

  private GzipFile file(Feed feed, int month) {
    return files.get(Feeds.ALL.indexOf(feed)).get(month);
  }
}
