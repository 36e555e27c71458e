package dev.baton.server.summary;

import java.net.URI;

/**
 * A language model that is asked over HTTP.
 *
 * @param url where chat completions are asked for, such as {@code
 *     https://models.example.com/v1/chat/completions}
 * @param key lets us in; empty where nobody is kept out, as on one's own machine
 * @param name as the other side calls it
 */
public record LanguageModel(URI url, String key, String name) {
  /** Secrets stay out of logs. */
  @Override
  public String toString() {
    return "LanguageModel[" + name + ", " + url + "]";
  }
}
