package dev.baton.server.people.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.server.people.file.TextOfFile.Reading.Refused;
import dev.baton.server.people.file.TextOfFile.Reading.Text;
import dev.baton.server.words.Words;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The encoding of a file is told from its bytes, or the file is refused. */
class TextOfFileTest {
  private static final String WORDS = "E-mail;Name\nzoe@example.org;Zoë Größer €\n";

  private static TextOfFile.Reading read(byte[] bytes) {
    return TextOfFile.read(bytes, Words.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource({
    "'', UTF-8, UTF-8",
    "EFBBBF, UTF-8, UTF-8",
    "FFFE, UTF-16LE, UTF-16",
    "FEFF, UTF-16BE, UTF-16",
    "'', UTF-16LE, UTF-16",
    "'', UTF-16BE, UTF-16",
    "'', windows-1252, Windows-1252"
  })
  void the_same_words_are_read_whatever_the_encoding(String mark, String charset, String told) {
    byte[] start = java.util.HexFormat.of().parseHex(mark);
    byte[] words = WORDS.getBytes(Charset.forName(charset));
    var bytes = new byte[start.length + words.length];
    System.arraycopy(start, 0, bytes, 0, start.length);
    System.arraycopy(words, 0, bytes, start.length, words.length);

    assertThat(read(bytes)).isEqualTo(new Text(WORDS, told));
  }

  @Test
  void what_is_no_text_is_refused_with_what_to_do() {
    assertThat(read(new byte[] {'P', 'K', 3, 4, 20, 0}))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.why()).contains("save it as CSV"));
    assertThat(read(new byte[] {'a', (byte) 0x81, 'b', (byte) 0xff}))
        .as("a hole of Windows-1252")
        .isInstanceOf(Refused.class);
    assertThat(read("a\0b,c,d,e".getBytes(StandardCharsets.UTF_8))).isInstanceOf(Refused.class);
  }
}
