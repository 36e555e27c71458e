package dev.baton.hubspot.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Who can own records. */
final class OwnerEndpoints {
  private OwnerEndpoints() {}

  static Answer list(Question question) {
    Optional<Page> page = Page.of(question.query("after"), question.query("limit"), 100, 500);
    if (page.isEmpty()) return Page.refused(500);
    String email = question.query("email");
    List<SandboxOwner> owners =
        question.account().owners().all().stream()
            .filter(owner -> owner.archived() == question.flag("archived"))
            .filter(owner -> email.isEmpty() || owner.email().equalsIgnoreCase(email))
            .toList();
    return Answer.json(200, page.get().json(owners, owner -> json(question, owner)));
  }

  /** One owner by owner id or, where the caller says so, by user id. */
  static Answer read(Question question) {
    boolean byUser = question.query("idProperty").equals("userId");
    return question.account().owners().all().stream()
        .filter(owner -> (byUser ? owner.userId() : owner.id()).equals(question.id()))
        .filter(owner -> owner.archived() == question.flag("archived"))
        .findFirst()
        .map(owner -> Answer.json(200, json(question, owner)))
        .orElseGet(() -> Answer.of(Refusal.notFound(question.id())));
  }

  private static ObjectNode json(Question question, SandboxOwner owner) {
    String now = question.account().now().toString();
    ObjectNode json = Json.object();
    json.put("id", owner.id()).put("email", owner.email()).put("type", "PERSON");
    json.put("firstName", owner.firstName()).put("lastName", owner.lastName());
    long user = Long.parseLong(owner.userId());
    // Whoever has left no longer has a user, only the memory of one.
    json.set("userId", owner.archived() ? json.nullNode() : json.numberNode(user));
    json.put("userIdIncludingInactive", user);
    json.put("createdAt", now).put("updatedAt", now).put("archived", owner.archived());
    return json;
  }
}
