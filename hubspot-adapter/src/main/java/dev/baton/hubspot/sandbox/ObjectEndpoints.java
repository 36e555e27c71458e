package dev.baton.hubspot.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.hubspot.sandbox.Account.Wish;
import dev.baton.hubspot.sandbox.Outcome.Refused;
import dev.baton.hubspot.sandbox.Outcome.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Single records: made, read, changed, deleted and listed. */
final class ObjectEndpoints {
  private final Faults faults;

  ObjectEndpoints(Faults faults) {
    this.faults = faults;
  }

  Answer create(Question question) {
    return answer(create(question, question.body()));
  }

  /** Makes one record of a body, alone or in a batch. */
  Outcome create(Question question, JsonNode body) {
    if (!body.path("properties").isObject()) {
      return new Refused(Refusal.invalid("A record is given with its properties"));
    }
    Optional<Refusal> fault = faults.refusal(question, "");
    if (fault.isPresent()) return new Refused(fault.get());
    var wishes = new ArrayList<Wish>();
    for (JsonNode association : body.path("associations")) {
      for (JsonNode type : association.path("types")) {
        int id = type.path("associationTypeId").asInt();
        Optional<Link.Kind> kind = Link.Kind.find(id);
        if (kind.isEmpty()) {
          return new Refused(Refusal.invalid("There is no association type " + id));
        }
        wishes.add(new Wish(kind.get(), association.path("to").path("id").asText()));
      }
    }
    return question
        .account()
        .create(question.type("type"), Json.map(body.path("properties")), wishes, question.by());
  }

  Answer read(Question question) {
    return named(question)
        .map(record -> Answer.json(200, withAssociations(question, record)))
        .orElseGet(() -> Answer.of(Refusal.notFound(question.id())));
  }

  Answer update(Question question) {
    String id = named(question).map(SandboxRecord::id).orElse(question.id());
    return answer(update(question, id, question.body()));
  }

  /** Changes one record by a body, alone or in a batch. */
  Outcome update(Question question, String id, JsonNode body) {
    if (!body.path("properties").isObject()) {
      return new Refused(Refusal.invalid("A change is given with its properties"));
    }
    Optional<Refusal> fault = faults.refusal(question, id);
    if (fault.isPresent()) return new Refused(fault.get());
    return question
        .account()
        .update(question.type("type"), id, Json.map(body.path("properties")), question.by());
  }

  Answer delete(Question question) {
    Optional<Refusal> fault = faults.refusal(question, question.id());
    if (fault.isPresent()) return Answer.of(fault.get());
    boolean known = question.account().delete(question.type("type"), question.id(), question.by());
    return known ? Answer.empty(204) : Answer.of(Refusal.notFound(question.id()));
  }

  Answer list(Question question) {
    Optional<Page> page = Page.of(question.query("after"), question.query("limit"), 10, 100);
    if (page.isEmpty()) return Page.refused(100);
    List<SandboxRecord> all =
        question.account().all(question.type("type"), question.flag("archived"));
    return Answer.json(200, page.get().json(all, record -> withAssociations(question, record)));
  }

  private static Optional<SandboxRecord> named(Question question) {
    ObjectType type = question.type("type");
    return question.flag("archived")
        ? question.account().findDeleted(type, question.id())
        : question.account().findBy(type, question.query("idProperty"), question.id());
  }

  private static ObjectNode withAssociations(Question question, SandboxRecord record) {
    ObjectNode json = RecordJson.of(record, question.list("properties"));
    for (String name : question.list("associations")) {
      ObjectType.find(name)
          .ifPresent(to -> AssociationEndpoints.addTo(json, question.account(), record, to));
    }
    return json;
  }

  private static Answer answer(Outcome outcome) {
    return switch (outcome) {
      case Stored stored ->
          Answer.json(stored.created() ? 201 : 200, RecordJson.whole(stored.record()));
      case Refused refused -> Answer.of(refused.refusal());
    };
  }
}
