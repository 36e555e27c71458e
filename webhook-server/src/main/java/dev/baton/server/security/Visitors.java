package dev.baton.server.security;

import dev.baton.account.Sessions;
import dev.baton.company.TokenHash;
import dev.baton.server.http.Visitor;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/** Who sent a request, by the cookie. */
public final class Visitors {
  private final Sessions sessions;
  private final InstantSource clock;
  private final byte[] key;

  public Visitors(Sessions sessions, InstantSource clock, SecretKey key) {
    this.sessions = sessions;
    this.clock = clock;
    this.key = key.forPurpose("forms of sessions");
  }

  public Optional<Visitor> of(Optional<String> cookieHeader) {
    return SessionCookie.token(cookieHeader)
        .flatMap(
            token ->
                sessions
                    .visit(TokenHash.of(token), clock.instant())
                    .map(visit -> new Visitor(visit.account(), visit.kind(), csrf(token))));
  }

  private String csrf(String token) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(SecretKey.hmac(key, token));
  }
}
