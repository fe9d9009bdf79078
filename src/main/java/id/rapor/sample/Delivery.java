package id.rapor.sample;

import id.rapor.table.Budgets;
import id.rapor.table.Staffing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/** Takes the slices in order and brings all that they hold into the files, month by month. */
final class Delivery implements AutoCloseable {
  private final Nation nation;
  private final Landing landing;
  private final Tally planted;
  private final Tally lookAlikes;
  private final Tally dirt;
  private final Households households;
  private final long[][] revenue;
  private int month;

  Delivery(Nation nation, Path to, Path truth, Executor threads) throws IOException {
    this.nation = nation;
    this.landing = new Landing(to, nation, threads);
    this.planted = new Tally(truth.resolve(Truth.PLANTED), Truth.planted(nation));
    this.lookAlikes = new Tally(truth.resolve(Truth.LOOK_ALIKES), Truth.lookAlikes(nation));
    this.dirt = new Tally(truth.resolve(Truth.DIRT), Truth.dirt());
    this.households = new Households(nation);
    this.revenue = new long[nation.agencies.size()][nation.span.months()];
  }

  /** Takes a slice of {@code ofMonth}, which is never earlier than the last one's. */
  void take(int ofMonth, Batch batch) throws IOException {
    finishBefore(ofMonth);
    landing.append(batch);
    planted.append(batch.planted);
    lookAlikes.append(batch.lookAlikes);
    dirt.append(batch.dirt);
    batch.revenue.forEach(
        (agency, months) -> {
          for (int i = 0; i < months.length; i++) {
            revenue[agency][i] += months[i];
          }
        });
  }

  /** Ends the last month and says what was delivered. */
  Sample.Summary finish() throws IOException {
    finishBefore(nation.span.months());
    return new Sample.Summary(
        nation.options.rows(), planted.rows(), lookAlikes.rows(), landing.count());
  }

  @Override
  public void close() throws IOException {
    try (landing;
        planted;
        lookAlikes) {
      dirt.close();
    }
  }

  private void finishBefore(int next) throws IOException {
    for (; month < next; month++) {
      for (Agency agency : nation.agencies) {
        String staffing = households.staffing(agency, month);
        switch (households.sending(agency, month)) {
          case IN_TIME -> landing.append(Staffing.FEED, month, staffing);
          case LATE -> landing.append(Staffing.FEED, month + 1, staffing);
          case NEVER, NOT_YET -> {}
        }
        long paid = revenue[agency.index()][month];
        landing.append(Budgets.FEED, month, households.budget(agency, month, paid));
      }
      landing.finish(month);
    }
  }
}
