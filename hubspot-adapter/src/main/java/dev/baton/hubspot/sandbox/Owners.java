package dev.baton.hubspot.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people of one account who can own records. */
final class Owners {
  private final Map<String, SandboxOwner> byId = new LinkedHashMap<>();

  synchronized void put(SandboxOwner owner) {
    byId.put(owner.id(), owner);
  }

  synchronized Optional<SandboxOwner> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  synchronized List<SandboxOwner> all() {
    return new ArrayList<>(byId.values());
  }

  boolean isActive(String id) {
    return find(id).filter(owner -> !owner.archived()).isPresent();
  }
}
