package dev.baton.server.http;

import java.util.List;
import java.util.Optional;

/** Knows who has logged in, and what is shown to whom who may not go on. */
public interface Doorkeeper {
  /** Who sent that request; empty for a stranger. */
  Optional<Visitor> visitor(Optional<String> cookieHeader);

  /** A page that says what is wrong, for a person instead of a program. */
  Answer page(Problem problem, Optional<Visitor> visitor);

  /** Which sites may show the pages of his company in a frame, as origins; mostly none. */
  default List<String> mayFrame(Visitor visitor) {
    return List.of();
  }

  /** Nobody ever logs in. */
  Doorkeeper NOBODY =
      new Doorkeeper() {
        @Override
        public Optional<Visitor> visitor(Optional<String> cookieHeader) {
          return Optional.empty();
        }

        @Override
        public Answer page(Problem problem, Optional<Visitor> visitor) {
          return problem.answer();
        }
      };
}
