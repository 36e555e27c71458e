package dev.baton.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms with files are read whole, or refused. */
class MultipartFormTest {
  private static final Optional<String> TYPE = Optional.of("multipart/form-data; boundary=b");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void fields_and_files_are_told_apart() {
    var form =
        MultipartForm.of(
                TYPE,
                bytes(
                    "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nZoë\nB\r\n"
                        + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"u.csv\""
                        + "\r\nContent-Type: text/csv\r\n\r\na,b\r\n\r\n--b--\r\n"))
            .orElseThrow();

    assertThat(form.fields()).containsOnlyKeys("text").containsEntry("text", "Zoë\nB");
    assertThat(form.file("file"))
        .hasValueSatisfying(f -> assertThat(f).isEqualTo(bytes("a,b\r\n")));
    assertThat(form.file("other")).isEmpty();
  }

  @Test
  void a_body_of_another_type_is_no_such_form() {
    assertThat(MultipartForm.of(Optional.empty(), bytes("a=b"))).isEmpty();
    assertThat(MultipartForm.of(Optional.of("application/x-www-form-urlencoded"), bytes("a=b")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no boundary at all", "--b\r\nContent-Disposition: form-data; na"})
  void a_form_that_breaks_off_is_refused(String body) {
    assertThatThrownBy(() -> MultipartForm.of(TYPE, bytes(body)))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(400));
    assertThatThrownBy(() -> MultipartForm.of(Optional.of("multipart/form-data"), bytes(body)))
        .isInstanceOf(Problem.class);
  }
}
