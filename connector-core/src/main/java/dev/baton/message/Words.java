package dev.baton.message;

/** Puts a matter into words. */
@FunctionalInterface
public interface Words {
  Letter compose(Matter matter);
}
