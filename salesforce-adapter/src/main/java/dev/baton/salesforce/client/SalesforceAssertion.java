package dev.baton.salesforce.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.baton.salesforce.client.SalesforceCredentials.JwtBearer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** The signed statement of who Baton works as (RFC 7523), good for three minutes. */
public final class SalesforceAssertion {
  private static final Duration GOOD_FOR = Duration.ofMinutes(3);
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private SalesforceAssertion() {}

  static String of(JwtBearer bearer, Instant now) {
    var claims =
        JsonNodeFactory.instance
            .objectNode()
            .put("iss", bearer.consumerKey())
            .put("sub", bearer.username())
            .put("aud", bearer.audience().toString())
            .put("exp", now.plus(GOOD_FOR).getEpochSecond());
    String signed = encoded("{\"alg\":\"RS256\"}") + "." + encoded(claims.toString());
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(bearer.key());
      signature.update(signed.getBytes(UTF_8));
      return signed + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException unfit) {
      throw new IllegalStateException("The key cannot sign assertions", unfit);
    }
  }

  /**
   * Reads an RSA key as {@code openssl genpkey} writes it (PKCS #8, PEM).
   *
   * @throws IllegalArgumentException for anything else; the text is not quoted
   */
  public static PrivateKey key(String pem) {
    String body = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
    try {
      byte[] encoded = Base64.getDecoder().decode(body);
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
      throw new IllegalArgumentException(
          "The key for Salesforce is an RSA key in PEM, beginning with -----BEGIN PRIVATE KEY-----");
    }
  }

  private static String encoded(String json) {
    return BASE64.encodeToString(json.getBytes(UTF_8));
  }
}
