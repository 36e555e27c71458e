package dev.baton.server.notify;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Which addresses that somebody has typed in are called: by https and out on the internet, never
 * what only this machine or its network can reach. The runtime remembers what a name resolved to
 * for longer than it takes from this look to the call.
 *
 * @param anywhere whether all of them are, which is for tests and for rooms of one's own
 */
public record PublicAddresses(boolean anywhere) {

  /** Why it is not called; empty where it is. */
  public Optional<String> objection(URI address) {
    if (address.getHost() == null || address.getRawUserInfo() != null) {
      return Optional.of("is an address such as https://hooks.slack.com/services/...");
    }
    if (anywhere) return Optional.empty();
    if (!"https".equals(address.getScheme())) return Optional.of("begins with https://");
    try {
      for (InetAddress each : InetAddress.getAllByName(address.getHost())) {
        if (!isPublic(each)) return Optional.of("is on the internet, not in this network");
      }
      return Optional.empty();
    } catch (UnknownHostException unknown) {
      return Optional.of("names a host that is known");
    }
  }

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return switch (address) {
      case Inet4Address unused -> !isReserved(bytes[0] & 0xff, bytes[1] & 0xff);
      // Unique local addresses, and those that stand for an address of version 4.
      case Inet6Address unused ->
          (bytes[0] & 0xfe) != 0xfc
              && !(bytes[0] == 0 && bytes[1] == 0)
              && !(bytes[0] == 0 && (bytes[1] & 0xff) == 0x64)
              && !((bytes[0] & 0xff) == 0x20 && bytes[1] == 2);
      default -> false;
    };
  }

  /** This network, carrier NAT, protocol assignments, benchmarks, future use. */
  private static boolean isReserved(int first, int second) {
    return first == 0
        || first >= 240
        || (first == 100 && second >= 64 && second < 128)
        || (first == 192 && second == 0)
        || (first == 198 && (second == 18 || second == 19));
  }
}
