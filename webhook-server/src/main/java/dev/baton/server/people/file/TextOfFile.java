package dev.baton.server.people.file;

import dev.baton.server.words.Words;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The text of a file, whose encoding is told from its bytes: a mark at its beginning, the zeros
 * that UTF-16 has, or that it is right UTF-8. What is none of these is Windows-1252, as
 * spreadsheets write it, unless it holds bytes that this does not know either.
 */
final class TextOfFile {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final List<String> NO_TEXT = List.of("PK\u0003\u0004", "\u00d0\u00cf\u0011\u00e0");

  private TextOfFile() {}

  /** What came of it. */
  sealed interface Reading {
    record Text(String text, String encoding) implements Reading {}

    /** One sentence that says what to do. */
    record Refused(String why) implements Reading {}
  }

  static Reading read(byte[] bytes, Words words) {
    String start = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
    if (NO_TEXT.stream().anyMatch(start::startsWith)) {
      return new Reading.Refused(words.say("file.refused.spreadsheet"));
    }
    if (start.startsWith("\u00ef\u00bb\u00bf")) {
      return decoded(bytes, 3, StandardCharsets.UTF_8, "UTF-8", words);
    }
    if (start.startsWith("\u00ff\u00fe")) {
      return decoded(bytes, 2, StandardCharsets.UTF_16LE, "UTF-16", words);
    }
    if (start.startsWith("\u00fe\u00ff")) {
      return decoded(bytes, 2, StandardCharsets.UTF_16BE, "UTF-16", words);
    }
    return withoutMark(bytes, words);
  }

  private static Reading withoutMark(byte[] bytes, Words words) {
    Optional<Charset> wide = wide(bytes);
    if (wide.isPresent()) return decoded(bytes, 0, wide.get(), "UTF-16", words);
    if (decode(bytes, 0, StandardCharsets.UTF_8).isPresent()) {
      return decoded(bytes, 0, StandardCharsets.UTF_8, "UTF-8", words);
    }
    return decoded(bytes, 0, WINDOWS, "Windows-1252", words);
  }

  /** Most letters of a heading are Latin, and every other byte of them is zero. */
  private static Optional<Charset> wide(byte[] bytes) {
    int looked = Math.min(bytes.length, 200);
    int even = 0;
    int odd = 0;
    for (int i = 0; i < looked; i++) {
      if (bytes[i] != 0) continue;
      if (i % 2 == 0) even++;
      else odd++;
    }
    if (looked < 4 || even + odd < looked / 4) return Optional.empty();
    return Optional.of(odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
  }

  private static Reading decoded(
      byte[] bytes, int from, Charset charset, String name, Words words) {
    return decode(bytes, from, charset)
        .filter(text -> text.indexOf('\0') < 0)
        .<Reading>map(text -> new Reading.Text(text, name))
        .orElseGet(() -> new Reading.Refused(words.say("file.refused.letters")));
  }

  /** Empty where some bytes are no letter; Java takes holes of Windows-1252 for control signs. */
  private static Optional<String> decode(byte[] bytes, int from, Charset charset) {
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
              .toString();
      boolean holes = text.chars().anyMatch(c -> c >= 0x80 && c <= 0x9f);
      return holes && charset.equals(WINDOWS) ? Optional.empty() : Optional.of(text);
    } catch (CharacterCodingException broken) {
      return Optional.empty();
    }
  }
}
