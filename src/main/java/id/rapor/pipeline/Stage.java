package id.rapor.pipeline;

import id.rapor.table.Table;
import java.util.List;

/**
 * One stage: it makes one table of others.
 *
 * @param made the table that it makes
 * @param used the tables that it reads; never {@code made}
 * @param beside the files beside the warehouse that it reads
 * @param work how
 */
record Stage(Table made, List<Table> used, List<String> beside, Work work) {

  /** Makes the stage's table and writes it; says how many rows it wrote. */
  interface Work {
    long make(Job job);
  }

  Stage(Table made, List<Table> used, Work work) {
    this(made, used, List.of(), work);
  }

  Stage {
    used = List.copyOf(used);
    beside = List.copyOf(beside);
    if (used.contains(made)) {
      throw new IllegalArgumentException(
          "Cannot define stage " + made.name() + ": it reads its own table");
    }
  }
}
