package id.rapor.jobs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Spark cluster on 127.0.0.1: a master and workers of one core each, every one a process of
 * its own, started from the jars that the build has gathered.
 */
final class LocalCluster implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path home;
  private final Path folder;
  private final int port;
  private final List<Process> processes = new ArrayList<>();

  /**
   * Starts it.
   *
   * @param home the project's folder, packaged
   * @param folder for logs and work of the processes
   */
  LocalCluster(Path home, Path folder, int workers) throws IOException, InterruptedException {
    this.home = home;
    this.folder = folder;
    this.port = freePort();
    start("master", "org.apache.spark.deploy.master.Master", "--port", String.valueOf(port));
    await("master", "I have been elected leader");
    for (int worker = 1; worker <= workers; worker++) {
      String name = "worker-" + worker;
      start(
          name,
          "org.apache.spark.deploy.worker.Worker",
          "--cores",
          "1",
          "--memory",
          "1g",
          "--work-dir",
          folder.resolve(name).toString(),
          address());
      await(name, "Successfully registered with master");
    }
  }

  /** Where to submit to. */
  String address() {
    return "spark://" + HOST + ":" + port;
  }

  /** Everything that the processes have printed. */
  String log() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> logs = Files.list(folder)) {
      for (Path log : logs.filter(file -> file.toString().endsWith(".log")).toList()) {
        all.append(Files.readString(log));
      }
    }
    return all.toString();
  }

  private void start(String name, String type, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-cp", home.resolve("target/lib/spark") + "/*", type));
    command.addAll(List.of("--host", HOST, "--webui-port", "0"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME",
                home.resolve("target/spark-home").toString(),
                "SPARK_SCALA_VERSION",
                "2.13",
                "SPARK_LOCAL_IP",
                HOST));
    processes.add(builder.start());
  }

  /** Waits until {@code name} has printed {@code words}. */
  private void await(String name, String words) throws IOException, InterruptedException {
    Process process = processes.get(processes.size() - 1);
    Instant end = Instant.now().plus(PATIENCE);
    Path log = folder.resolve(name + ".log");
    while (!Files.readString(log).contains(words)) {
      if (Instant.now().isAfter(end) || process.waitFor(200, TimeUnit.MILLISECONDS)) {
        close();
        throw new IOException(name + " did not come up:\n" + Files.readString(log));
      }
    }
  }

  @Override
  public void close() {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().onExit().join();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
