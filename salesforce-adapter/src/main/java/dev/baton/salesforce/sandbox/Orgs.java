package dev.baton.salesforce.sandbox;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The orgs of a sandbox, and the apps they have. */
final class Orgs {
  private final Map<String, Org> byId = new LinkedHashMap<>();
  private final SandboxSettings.App common;
  private Optional<PublicKey> certificate = Optional.empty();

  Orgs(SandboxSettings.App common) {
    this.common = common;
  }

  synchronized void add(Org org) {
    byId.put(org.id(), org);
  }

  synchronized List<Org> all() {
    return new ArrayList<>(byId.values());
  }

  synchronized Optional<Org> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  synchronized void certificate(PublicKey key) {
    certificate = Optional.of(key);
  }

  synchronized Optional<ConnectedApp> app(String consumerKey) {
    if (common.consumerKey().equals(consumerKey)) {
      return Optional.of(
          new ConnectedApp(
              common.consumerKey(), common.consumerSecret(), certificate, Optional.empty()));
    }
    return all().stream()
        .map(org -> org.access().app())
        .filter(app -> app.consumerKey().equals(consumerKey))
        .findFirst();
  }

  /** The org in which somebody has this user name. */
  Optional<Org> ofUsername(String username) {
    return all().stream()
        .filter(org -> org.records().users().named(username).isPresent())
        .findFirst();
  }
}
