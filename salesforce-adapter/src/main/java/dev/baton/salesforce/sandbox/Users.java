package dev.baton.salesforce.sandbox;

import java.util.List;
import java.util.Optional;

/** The people and queues of one org. */
final class Users {
  private final Records records;

  Users(Records records) {
    this.records = records;
  }

  Optional<SandboxUser> find(String id) {
    return records.find(id).filter(r -> r.type() == ObjectType.USER).map(SandboxUser::of);
  }

  Optional<SandboxUser> named(String username) {
    return all().stream().filter(user -> user.username().equalsIgnoreCase(username)).findFirst();
  }

  List<SandboxUser> all() {
    return records.all(ObjectType.USER).stream().map(SandboxUser::of).toList();
  }

  boolean isActive(String id) {
    return find(id).filter(SandboxUser::active).isPresent();
  }

  /** Whether a user has been there, but is not any more. */
  boolean hasLeft(String id) {
    return find(id).filter(user -> !user.active()).isPresent();
  }
}
