package dev.baton.hubspot.sandbox;

/** Answers one kind of call. */
@FunctionalInterface
interface Endpoint {
  Answer answer(Question question);
}
