package dev.baton.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;

/**
 * A form that may carry files, read from a body that was bounded before: nothing of it is written
 * to a disk.
 */
final class MultipartForm {
  private static final String TYPE = "multipart/form-data";
  private static final int MOST_PARTS = 1_000;

  private final Map<String, String> fields = new HashMap<>();
  private final Map<String, byte[]> files = new HashMap<>();

  private MultipartForm() {}

  /**
   * The form of a body; empty for a body of another type.
   *
   * @throws Problem for a body that is not what it says it is
   */
  static Optional<MultipartForm> of(Optional<String> contentType, byte[] body) {
    return contentType
        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(TYPE))
        .map(type -> read(type, body));
  }

  private static MultipartForm read(String type, byte[] body) {
    String boundary = MultiPart.extractBoundary(type);
    if (boundary == null) throw broken();
    var parser = new MultiPartFormData.Parser(boundary);
    parser.setMaxMemoryFileSize(body.length + 1L);
    parser.setMaxParts(MOST_PARTS);
    var form = new MultipartForm();
    try (var parts = parser.parse(Content.Source.from(ByteBuffer.wrap(body))).join()) {
      for (MultiPart.Part part : parts) form.take(part);
    } catch (CompletionException | IOException | IllegalStateException wrong) {
      throw broken();
    }
    return form;
  }

  private static Problem broken() {
    return Problem.badRequest("The form did not arrive whole. Send it again.");
  }

  private void take(MultiPart.Part part) throws IOException {
    ByteBuffer content = Content.Source.asByteBuffer(part.getContentSource());
    var bytes = new byte[content.remaining()];
    content.get(bytes);
    if (part.getFileName() == null) {
      fields.put(part.getName(), new String(bytes, StandardCharsets.UTF_8));
    } else {
      files.put(part.getName(), bytes);
    }
  }

  /** What was filled in; the last of several equal names counts. */
  Map<String, String> fields() {
    return fields;
  }

  /** What was chosen as a file; empty bytes where none was. */
  Optional<byte[]> file(String name) {
    return Optional.ofNullable(files.get(name));
  }
}
