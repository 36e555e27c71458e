package dev.baton.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.server.Installation;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connected account is looked over, and what is missing is said in words. */
class ConnectionsApiTest {
  @TempDir Path data;

  @Test
  void an_account_is_prepared_and_looked_over() {
    try (Installation acme =
        new Installation(data, Optional.empty()).agent("ann", "Harbour").start()) {
      JsonNode told =
          Program.read(new Program(acme).post("/api/v1/connections/acme-hubspot/connect", "{}"));

      assertThat(told.get("findings")).isNotEmpty();
      assertThat(told.get("findings"))
          .filteredOn(f -> !f.get("ok").asBoolean())
          .allMatch(f -> !f.path("advice").asText().isBlank());
      assertThat(acme.portal().properties("contacts"))
          .extracting(p -> p.name())
          .contains("baton_offer_response", "baton_contact_status");
    }
  }
}
