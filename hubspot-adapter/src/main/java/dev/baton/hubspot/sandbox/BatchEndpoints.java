package dev.baton.hubspot.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.hubspot.sandbox.Outcome.Refused;
import dev.baton.hubspot.sandbox.Outcome.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Up to a hundred records at once, of which some may fail without the others. */
final class BatchEndpoints {
  private static final int MOST = 100;
  private static final int MOST_WITH_HISTORY = 50;

  private final Faults faults;
  private final ObjectEndpoints objects;

  BatchEndpoints(Faults faults, ObjectEndpoints objects) {
    this.faults = faults;
    this.objects = objects;
  }

  Answer read(Question question) {
    ObjectType type = question.type("type");
    List<String> wanted = Json.texts(question.body().path("properties"));
    List<String> past = Json.texts(question.body().path("propertiesWithHistory"));
    if (!past.isEmpty() && question.body().path("inputs").size() > MOST_WITH_HISTORY) {
      return Answer.of(Refusal.invalid("With history, a batch has at most " + MOST_WITH_HISTORY));
    }
    boolean archived = question.flag("archived");
    return each(
        question,
        200,
        input -> {
          String id = input.path("id").asText();
          Optional<SandboxRecord> found =
              archived ? question.account().findDeleted(type, id) : named(question, input);
          return found
              .<Outcome>map(record -> new Stored(record, false))
              .orElseGet(() -> new Refused(Refusal.notFound(id)));
        },
        stored -> RecordJson.withHistory(stored.record(), wanted, past));
  }

  Answer create(Question question) {
    return each(question, 201, input -> objects.create(question, input), BatchEndpoints::whole);
  }

  Answer update(Question question) {
    return each(
        question,
        200,
        input -> objects.update(question, idOf(question, input), input),
        BatchEndpoints::whole);
  }

  Answer upsert(Question question) {
    return each(question, 200, input -> upsert(question, input), BatchEndpoints::wholeOrNew);
  }

  Answer archive(Question question) {
    return problem(question)
        .orElseGet(
            () -> {
              for (JsonNode input : question.body().path("inputs")) {
                question
                    .account()
                    .delete(question.type("type"), input.path("id").asText(), question.by());
              }
              return Answer.empty(204);
            });
  }

  private Outcome upsert(Question question, JsonNode input) {
    Optional<SandboxRecord> found = named(question, input);
    if (found.isPresent()) return objects.update(question, found.get().id(), input);
    String property = input.path("idProperty").asText();
    boolean unique =
        question
            .account()
            .properties()
            .find(question.type("type"), property)
            .filter(PropertyDefinition::unique)
            .isPresent();
    if (!unique) {
      return new Refused(Refusal.invalid("Not a property that tells records apart: " + property));
    }
    JsonNode whole = input.deepCopy();
    if (whole.path("properties") instanceof ObjectNode values && !values.has(property)) {
      values.put(property, input.path("id").asText());
    }
    return objects.create(question, whole);
  }

  private static Optional<SandboxRecord> named(Question question, JsonNode input) {
    String property = input.path("idProperty").asText(question.body().path("idProperty").asText());
    return question.account().findBy(question.type("type"), property, input.path("id").asText());
  }

  private static String idOf(Question question, JsonNode input) {
    return named(question, input).map(SandboxRecord::id).orElse(input.path("id").asText());
  }

  private static Optional<Answer> problem(Question question) {
    JsonNode inputs = question.body().path("inputs");
    if (!inputs.isArray() || inputs.isEmpty() || inputs.size() > MOST) {
      return Optional.of(Answer.of(Refusal.invalid("A batch has from 1 to " + MOST + " inputs")));
    }
    return Optional.empty();
  }

  private Answer each(
      Question question,
      int allWell,
      Function<JsonNode, Outcome> work,
      Function<Stored, ObjectNode> shape) {
    Optional<Answer> problem = problem(question);
    if (problem.isPresent()) return problem.get();
    String started = question.account().now().toString();
    var done = new ArrayList<ObjectNode>();
    var failed = new ArrayList<ObjectNode>();
    for (JsonNode input : question.body().path("inputs")) {
      String id = input.path("id").asText();
      Outcome outcome =
          faults
              .itemRefusal(question, id)
              .<Outcome>map(Refused::new)
              .orElseGet(() -> work.apply(input));
      switch (outcome) {
        case Stored stored -> done.add(shape.apply(stored));
        case Refused refused -> failed.add(refused.refusal().about(id).json());
      }
    }
    ObjectNode json = Json.object().put("status", "COMPLETE");
    json.putArray("results").addAll(done);
    json.put("startedAt", started).put("completedAt", question.account().now().toString());
    if (failed.isEmpty()) return Answer.json(allWell, json);
    json.put("numErrors", failed.size()).putArray("errors").addAll(failed);
    return Answer.json(207, json);
  }

  private static ObjectNode whole(Stored stored) {
    return RecordJson.whole(stored.record());
  }

  private static ObjectNode wholeOrNew(Stored stored) {
    return whole(stored).put("new", stored.created());
  }
}
