package dev.baton.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.server.summary.LanguageModel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigValuesTest {
  @TempDir Path directory;

  private ConfigValues gather(Map<String, String> flags, Map<String, String> environment) {
    return ConfigValues.gather(flags, environment, directory.resolve("baton.properties"), false);
  }

  private void file(String text) throws IOException {
    Files.writeString(directory.resolve("baton.properties"), text);
  }

  @Test
  void a_flag_wins_over_the_environment_over_the_file_over_the_default() throws IOException {
    file("port=1\ndata=from-file\npublic-url=https://file.example\n");

    ConfigValues values =
        gather(
            Map.of("port", "3"),
            Map.of("BATON_PORT", "2", "BATON_DATA", "from-environment", "PATH", "/bin"));

    assertThat(values.checked().port()).isEqualTo(3);
    assertThat(values.source(Setting.PORT)).isEqualTo("flag");
    assertThat(values.checked().data()).isEqualTo(Path.of("from-environment"));
    assertThat(values.text(Setting.PUBLIC_URL)).isEqualTo("https://file.example");
    assertThat(values.source(Setting.API_TOKEN)).isEqualTo("default");
  }

  @Test
  void an_unknown_key_is_refused_with_the_one_that_was_probably_meant() throws IOException {
    file("prot=1\n");

    assertThatThrownBy(() -> gather(Map.of(), Map.of("BATON_PUBLIC_ULR", "x")))
        .isInstanceOf(Misconfigured.class)
        .hasMessageContaining("prot")
        .hasMessageContaining("did you mean port?")
        .hasMessageContaining("did you mean BATON_PUBLIC_URL?");
  }

  @Test
  void all_wrong_values_are_told_at_once_with_their_source() {
    assertThatThrownBy(
            () ->
                gather(
                        Map.of("port", "many"),
                        Map.of("BATON_PUBLIC_URL", "baton", "BATON_API_TOKEN", "short"))
                    .checked())
        .isInstanceOf(Misconfigured.class)
        .hasMessageContaining("port (from flag)")
        .hasMessageContaining("public-url (from environment)")
        .hasMessageContaining("api-token (from environment) has at least 16 characters");
  }

  @Test
  void secrets_are_never_shown() {
    ConfigValues values =
        gather(
            Map.of(),
            Map.of(
                "BATON_API_TOKEN", "canary-token-canary",
                "BATON_HUBSPOT_CLIENT_SECRET", "canary-secret",
                "BATON_DATABASE_PASSWORD", "canary-password",
                "BATON_SUMMARY_URL", "https://models.example.com/v1/chat/completions",
                "BATON_SUMMARY_KEY", "canary-key",
                "BATON_SUMMARY_MODEL", "small"));

    assertThat(values.described()).doesNotContain("canary").contains("(hidden)");
    assertThat(values.checked().toString()).doesNotContain("canary");
    assertThat(values.checked().summaries().toString()).contains("small").doesNotContain("canary");
  }

  @Test
  void leads_are_summarized_only_where_an_address_and_a_model_are_named() {
    String url = "https://models.example.com/v1/chat/completions";
    assertThat(gather(Map.of(), Map.of()).checked().summaries()).isEmpty();
    assertThat(
            gather(Map.of("summary-model", "small", "summary-key", "k"), Map.of())
                .checked()
                .summaries())
        .isEmpty();
    assertThat(
            gather(Map.of("summary-url", url, "summary-model", "small"), Map.of())
                .checked()
                .summaries())
        .contains(new LanguageModel(URI.create(url), "", "small"));
    for (String own : List.of("http://localhost:11434/v1", "http://127.0.0.1/x", "http://[::1]/")) {
      assertThat(
              gather(Map.of("summary-url", own, "summary-model", "m"), Map.of())
                  .checked()
                  .summaries())
          .as(own)
          .isPresent();
    }
  }

  @Test
  void a_model_that_is_half_set_up_is_told_with_all_that_is_wrong_and_without_the_key() {
    for (String wrong :
        List.of(
            "models",
            "//models.example.com/v1",
            "http:models",
            "http://models.example.com/v1",
            "https://me:pass@models.example.com/",
            "https://models.example.com/?key=1",
            "https://models.example.com/#x",
            "file:///etc/passwd",
            "https://",
            "a b")) {
      assertThatThrownBy(
              () ->
                  gather(Map.of("summary-url", wrong), Map.of("BATON_SUMMARY_KEY", "canary\nkey"))
                      .checked())
          .as(wrong)
          .isInstanceOf(Misconfigured.class)
          .hasMessageContaining("summary-url (from flag) is an address such as https://")
          .hasMessageContaining("summary-model (from default) is needed")
          .hasMessageContaining("summary-key (from environment) has letters")
          .hasMessageNotContaining("canary");
    }
  }

  @Test
  void a_named_file_that_is_missing_is_told() {
    assertThatThrownBy(
            () -> ConfigValues.gather(Map.of(), Map.of(), directory.resolve("none"), true))
        .isInstanceOf(Misconfigured.class)
        .hasMessageContaining("none");
  }
}
