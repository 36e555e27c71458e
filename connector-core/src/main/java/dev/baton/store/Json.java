package dev.baton.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.baton.agent.AdminOverride;
import dev.baton.agent.AgentId;
import dev.baton.agent.TeamId;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.feedback.CommentId;
import dev.baton.lead.LeadId;
import dev.baton.outbox.Promise;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationEvent;
import dev.baton.tag.TagName;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Values as text columns: plain JSON of the records, ids as plain strings. */
final class Json {
  private static final Map<String, Class<?>> COMMANDS = kinds(RotationCommand.class);
  private static final Map<String, Class<?>> EVENTS = kinds(RotationEvent.class);
  private static final Map<String, Class<?>> PROMISES = kinds(Promise.class);

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .addModule(ids())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException(
          "A stored " + type.getSimpleName() + " cannot be read: " + damaged.getOriginalMessage());
    }
  }

  static RotationEvent readEvent(String kind, String text) {
    return (RotationEvent) read(text, known(EVENTS, kind));
  }

  static RotationCommand readCommand(String kind, JsonNode tree) {
    return (RotationCommand) MAPPER.convertValue(tree, known(COMMANDS, kind));
  }

  static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  static Promise readPromise(String kind, String text) {
    return (Promise) read(text, known(PROMISES, kind));
  }

  static String kind(Object value) {
    return value.getClass().getSimpleName();
  }

  private static Class<?> known(Map<String, Class<?>> kinds, String kind) {
    Class<?> type = kinds.get(kind);
    if (type == null) throw new IllegalStateException("A stored kind is not known: " + kind);
    return type;
  }

  private static Map<String, Class<?>> kinds(Class<?> family) {
    return Arrays.stream(family.getPermittedSubclasses())
        .filter(Class::isRecord)
        .collect(Collectors.toMap(Class::getSimpleName, c -> c));
  }

  private static SimpleModule ids() {
    var module = new SimpleModule();
    id(module, AgentId.class, AgentId::new, AgentId::value);
    id(module, CompanyId.class, CompanyId::new, CompanyId::value);
    id(module, ConnectionId.class, ConnectionId::new, ConnectionId::value);
    id(module, CommentId.class, CommentId::parse, CommentId::toString);
    module.addSerializer(
        AdminOverride.class,
        new JsonSerializer<>() {
          @Override
          public void serialize(AdminOverride word, JsonGenerator json, SerializerProvider provider)
              throws IOException {
            json.writeString((word.open() ? "OPEN " : "CLOSED ") + word.until());
          }
        });
    module.addDeserializer(
        AdminOverride.class,
        new JsonDeserializer<>() {
          @Override
          public AdminOverride deserialize(JsonParser json, DeserializationContext context)
              throws IOException {
            String[] word = json.getText().split(" ", 2);
            Instant until = Instant.parse(word[1]);
            return word[0].equals("OPEN")
                ? new AdminOverride.OpenUntil(until)
                : new AdminOverride.ClosedUntil(until);
          }
        });
    id(module, TeamId.class, TeamId::new, TeamId::value);
    id(module, LeadId.class, LeadId::parse, LeadId::toString);
    id(module, TagName.class, TagName::of, TagName::text);
    return module;
  }

  private static <T> void id(
      SimpleModule module, Class<T> type, Function<String, T> read, Function<T, String> write) {
    module.addSerializer(
        type,
        new JsonSerializer<T>() {
          @Override
          public void serialize(T value, JsonGenerator out, SerializerProvider unused)
              throws IOException {
            out.writeString(write.apply(value));
          }
        });
    module.addKeySerializer(
        type,
        new JsonSerializer<T>() {
          @Override
          public void serialize(T value, JsonGenerator out, SerializerProvider unused)
              throws IOException {
            out.writeFieldName(write.apply(value));
          }
        });
    module.addDeserializer(
        type,
        new JsonDeserializer<T>() {
          @Override
          public T deserialize(JsonParser in, DeserializationContext unused) throws IOException {
            return read.apply(in.getText());
          }
        });
    module.addKeyDeserializer(
        type,
        new KeyDeserializer() {
          @Override
          public Object deserializeKey(String key, DeserializationContext unused) {
            return read.apply(key);
          }
        });
  }
}
