package dev.baton.hubspot;

import dev.baton.crm.CrmWebhook.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves that a request comes from HubSpot, by version 3 of its signatures and no other: versions 1
 * and 2 sign no time, so they could be replayed for ever.
 */
public final class HubSpotSignature {
  public static final String SIGNATURE = "X-HubSpot-Signature-v3";
  public static final String TIMESTAMP = "X-HubSpot-Request-Timestamp";

  private static final long WINDOW_MS = 300_000;
  private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{1,15}");

  /** What HubSpot decodes in the address before it signs; everything else stays as it is. */
  private static final Map<String, String> DECODED =
      Map.ofEntries(
          Map.entry("%3A", ":"),
          Map.entry("%2F", "/"),
          Map.entry("%3F", "?"),
          Map.entry("%40", "@"),
          Map.entry("%21", "!"),
          Map.entry("%24", "$"),
          Map.entry("%27", "'"),
          Map.entry("%28", "("),
          Map.entry("%29", ")"),
          Map.entry("%2A", "*"),
          Map.entry("%2C", ","),
          Map.entry("%3B", ";"));

  private static final Pattern CODE =
      Pattern.compile("%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)", Pattern.CASE_INSENSITIVE);

  private final String publicUrl;
  private final List<SecretKeySpec> secrets;

  /**
   * @param publicUrl where HubSpot reaches this server, without the request's own path: what was
   *     signed is the address HubSpot called, which no header of a proxy may rewrite
   * @param secrets the app's client secret; two while it is being changed
   */
  public HubSpotSignature(URI publicUrl, List<String> secrets) {
    if (secrets.isEmpty() || secrets.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("Requests cannot be proved without a client secret");
    }
    String url = publicUrl.toString();
    this.publicUrl = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.secrets =
        secrets.stream()
            .map(secret -> new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"))
            .toList();
  }

  /** Why a request is not proved; empty for one that is. */
  public Optional<String> refusal(Request request, Instant now) {
    Optional<String> signature = request.headers().first(SIGNATURE);
    Optional<String> timestamp = request.headers().first(TIMESTAMP);
    if (signature.isEmpty()) return Optional.of("There is no version 3 signature");
    if (timestamp.isEmpty()) return Optional.of("There is no request timestamp");
    if (!MILLISECONDS.matcher(timestamp.get()).matches()) {
      return Optional.of("The request timestamp is not a number of milliseconds");
    }
    long age = now.toEpochMilli() - Long.parseLong(timestamp.get());
    if (age > WINDOW_MS) return Optional.of("The request is older than five minutes");
    if (age < -WINDOW_MS) return Optional.of("The request is from the future");
    return signedBySomeSecret(request, timestamp.get(), signature.get())
        ? Optional.empty()
        : Optional.of("The signature is not the one of this request");
  }

  /** Tries every secret, so that the time it takes does not tell which one is in use. */
  private boolean signedBySomeSecret(Request request, String timestamp, String signature) {
    byte[] given = signature.getBytes(StandardCharsets.UTF_8);
    boolean signed = false;
    for (SecretKeySpec secret : secrets) {
      signed |= MessageDigest.isEqual(signature(secret, request, timestamp), given);
    }
    return signed;
  }

  private byte[] signature(SecretKeySpec secret, Request request, String timestamp) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      String start = request.method() + decoded(publicUrl + request.target());
      mac.update(start.getBytes(StandardCharsets.UTF_8));
      mac.update(request.body());
      mac.update(timestamp.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encode(mac.doFinal());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every Java has HmacSHA256", missing);
    }
  }

  /** Decodes once, from left to right: what decoding brings forth is not decoded again. */
  static String decoded(String address) {
    return CODE.matcher(address)
        .replaceAll(
            code -> {
              String upper = code.group().toUpperCase(java.util.Locale.ROOT);
              return Matcher.quoteReplacement(DECODED.getOrDefault(upper, code.group()));
            });
  }
}
