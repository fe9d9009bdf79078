package id.rapor.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file packed in parts reads as one, and its bytes know nothing of threads or clocks. */
class GzipFileTest {
  private static final String PART = "satu,dua,tiga,1234567890,empat\n".repeat(20_000);

  @TempDir private Path folder;

  @Test
  void manyPartsReadAsOneFile() throws IOException {
    Path file = write("parts.gz", Runnable::run, 5);

    assertThat(Folder.content(file)).isEqualTo(PART.repeat(5));
  }

  @Test
  void nothingAtAllIsAFileToo() throws IOException {
    assertThat(Folder.content(write("none.gz", Runnable::run, 0))).isEmpty();
  }

  @Test
  void bytesDoNotDependOnThreads() throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      byte[] alone = Files.readAllBytes(write("alone.gz", Runnable::run, 8));
      byte[] together = Files.readAllBytes(write("together.gz", threads, 8));

      assertThat(together).isEqualTo(alone);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theHeaderHasNoTimeAndNoName() throws IOException {
    byte[] bytes = Files.readAllBytes(write("head.gz", Runnable::run, 1));

    assertThat(bytes).startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0);
  }

  private Path write(String name, Executor threads, int parts) throws IOException {
    Path file = folder.resolve(name);
    try (GzipFile gzip = new GzipFile(file, 6, threads)) {
      for (int part = 0; part < parts; part++) {
        gzip.append(PART);
      }
    }
    return file;
  }
}
