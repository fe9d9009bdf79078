package id.rapor.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Independent pieces of work that keep the cores busy while one of them plans its next query. */
final class SideBySide {
  private static final int AT_ONCE = 3;

  private SideBySide() {}

  /** Work on one input. */
  interface Task<T, R> {
    R on(T input);
  }

  /** Stops what still runs and waits for its end, so that nothing is written after a failure. */
  private static void end(ExecutorService workers) {
    workers.shutdownNow();
    try {
      workers.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Does {@code task} on each input, a few at a time.
   *
   * @return the results in the order of the inputs
   * @throws RuntimeException what the first of them threw; the others are then stopped
   */
  static <T, R> List<R> each(List<T> inputs, Task<T, R> task) {
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<R>> running =
          inputs.stream().map(input -> workers.submit(() -> task.on(input))).toList();
      List<R> results = new ArrayList<>();
      for (Future<R> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException told
          ? told
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      end(workers);
    }
  }
}
