package id.rapor.pipeline;

import id.rapor.table.Table;
import java.util.List;

/**
 * One stage: it makes one table of others.
 *
 * @param made the table that it makes
 * @param used the tables that it reads; never {@code made}
 * @param work how
 */
record Stage(Table made, List<Table> used, Work work) {

  /** Makes the stage's table and writes it; says how many rows it wrote. */
  interface Work {
    long make(Job job);
  }

  Stage {
    used = List.copyOf(used);
    if (used.contains(made)) {
      throw new IllegalArgumentException(
          "Cannot define stage " + made.name() + ": it reads its own table");
    }
  }
}
