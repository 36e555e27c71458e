package dev.baton.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Sends prepared requests over so many connections that stay open, one at a time on each, from one
 * thread, so that the server has most of the machine.
 */
final class KeepAliveLoad {
  /**
   * What was measured.
   *
   * @param micros from the first byte sent to the last one received
   */
  record Measured(long answered, long refused, double seconds, Histogram micros) {
    double perSecond() {
      return answered / seconds;
    }

    double millisAt(double percentile) {
      return micros.getValueAtPercentile(percentile) / 1000.0;
    }
  }

  private static final class Line {
    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(8192);
    private ByteBuffer out = ByteBuffer.allocate(0);
    private long sentAt;

    Line(int port) throws IOException {
      channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
    }
  }

  private final int port;
  private final int connections;
  private final Iterator<byte[]> requests;
  private final Histogram micros = new Histogram(TimeUnit.SECONDS.toMicros(60), 3);
  private long answered;
  private long refused;
  private int underWay;

  KeepAliveLoad(int port, int connections, Iterator<byte[]> requests) {
    this.port = port;
    this.connections = connections;
    this.requests = requests;
  }

  /** Sends for that long, or until the requests are used up, then waits for the last answers. */
  Measured send(Duration time) throws IOException {
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < connections; i++) {
        var line = new Line(port);
        line.channel.register(selector, SelectionKey.OP_READ, line);
      }
      long start = System.nanoTime();
      long end = start + time.toNanos();
      for (SelectionKey key : selector.keys()) next((Line) key.attachment());
      while (underWay > 0) {
        if (selector.select(10_000) == 0) throw new IOException("No answer for 10 s");
        for (SelectionKey key : selector.selectedKeys()) {
          var line = (Line) key.attachment();
          if (answered(line) && System.nanoTime() < end) next(line);
        }
        selector.selectedKeys().clear();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      for (SelectionKey key : selector.keys()) key.channel().close();
      return new Measured(answered, refused, seconds, micros);
    }
  }

  private void next(Line line) throws IOException {
    if (!requests.hasNext()) return;
    line.out = ByteBuffer.wrap(requests.next());
    line.in.clear();
    line.sentAt = System.nanoTime();
    underWay++;
    while (line.out.hasRemaining()) {
      if (line.channel.write(line.out) == 0) Thread.onSpinWait();
    }
  }

  /** Reads on; true when the answer is whole. Answers of success have no body. */
  private boolean answered(Line line) throws IOException {
    if (line.channel.read(line.in) < 0) throw new IOException("The server hung up");
    byte[] bytes = line.in.array();
    int length = line.in.position();
    boolean whole =
        length > 12
            && bytes[length - 4] == '\r'
            && bytes[length - 3] == '\n'
            && bytes[length - 2] == '\r'
            && bytes[length - 1] == '\n';
    boolean good = length > 12 && bytes[9] == '2';
    if (!whole && (good || length <= 12)) return false;
    underWay--;
    if (good) {
      answered++;
      micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - line.sentAt));
    } else {
      refused++;
    }
    return good;
  }
}
