package dev.baton.proof;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real server as a process of its own: started, killed without warning, started again. */
final class ServerProcess implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  private final Path directory;
  private final Map<String, String> environment;
  private final URI address;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
  private Process process;

  /**
   * @param environment settings of the server, its port excepted
   */
  ServerProcess(Path directory, Map<String, String> environment) throws IOException {
    this.directory = directory;
    this.environment = environment;
    try (ServerSocket free = new ServerSocket(0)) {
      this.address = URI.create("http://localhost:" + free.getLocalPort());
    }
  }

  URI address() {
    return address;
  }

  Path log() {
    return directory.resolve("server.log");
  }

  /** Starts it; it may not be ready yet. */
  void start(Path companyFile) throws IOException {
    Files.createDirectories(directory);
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-Dsun.net.http.retryPost=false",
            "-Dlogback.configurationFile=logback.xml",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.baton.server.Main",
            "serve",
            "--company-file",
            companyFile.toString());
    builder.environment().putAll(environment);
    builder.environment().put("BATON_PORT", String.valueOf(address.getPort()));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    process = builder.start();
  }

  void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + LONGEST_START.toNanos();
    while (System.nanoTime() < end) {
      if (!process.isAlive()) throw new IOException("The server ended by itself, see " + log());
      if (isReady()) return;
      Thread.sleep(50);
    }
    throw new IOException("The server is not ready after " + LONGEST_START + ", see " + log());
  }

  private boolean isReady() throws InterruptedException {
    try {
      return get("/ready").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** What waits to be worked on or delivered, by the server's own figures. */
  long waiting() throws IOException, InterruptedException {
    String metrics = get("/metrics").body();
    return figure(metrics, "baton_inbox_waiting") + figure(metrics, "baton_outbox_waiting");
  }

  private static long figure(String metrics, String name) {
    Matcher line = Pattern.compile("(?m)^" + name + " ([0-9.E+]+)$").matcher(metrics);
    if (!line.find()) throw new IllegalStateException("No figure " + name);
    return (long) Double.parseDouble(line.group(1));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(5)).build(),
        BodyHandlers.ofString());
  }

  /** {@code kill -9}: nothing in the process hears of it. */
  void kill() throws InterruptedException {
    if (process == null) return;
    process.destroyForcibly();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The server cannot be killed");
    }
  }

  @Override
  public void close() throws InterruptedException {
    kill();
    http.close();
  }
}
