package dev.baton.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The stems of a company's tags, looked up by the words they consist of. Never changes; an {@link
 * Edit} makes another one that shares all stems that stayed the same.
 */
final class Stems {
  static final Stems NONE = new Stems(new Stem[16], 0);

  private final @Nullable Stem[] heads;
  private final int count;

  private Stems(@Nullable Stem[] heads, int count) {
    this.heads = heads;
    this.count = count;
  }

  /**
   * The words that some tags begin with.
   *
   * @param goingOn how many tags go on after these words
   * @param ending the tags whose words these are, the longest first
   * @param next another stem in the same slot
   */
  record Stem(long words, int goingOn, List<TagPattern> ending, @Nullable Stem next) {
    private static final Stem NOTHING = new Stem(0, 0, List.of(), null);

    private boolean isNothing() {
      return goingOn == 0 && ending.isEmpty();
    }
  }

  /** The stem of those words; one of no tags when no tag begins so. */
  Stem find(long words) {
    return find(heads, words);
  }

  void forEach(Consumer<TagPattern> action) {
    for (Stem head : heads) {
      for (Stem stem = head; stem != null; stem = stem.next()) stem.ending().forEach(action);
    }
  }

  private static Stem find(@Nullable Stem[] heads, long words) {
    for (Stem stem = heads[slot(heads, words)]; stem != null; stem = stem.next()) {
      if (stem.words() == words) return stem;
    }
    return Stem.NOTHING;
  }

  private static int slot(@Nullable Stem[] heads, long words) {
    return (int) words & (heads.length - 1);
  }

  /** Adds and removes tags on a copy of the slots. */
  static final class Edit {
    /** Of tags at one place the longest is told first, whichever was added first. */
    private static final Comparator<TagPattern> LONGEST_FIRST =
        Comparator.<TagPattern>comparingInt(t -> -t.tag().key().length())
            .thenComparing(TagPattern::tag);

    private @Nullable Stem[] heads;
    private int count;

    Edit(Stems before) {
      this.heads = before.heads.clone();
      this.count = before.count;
    }

    Stems done() {
      return new Stems(heads, count);
    }

    void add(TagPattern tag) {
      var words = TextWords.of(tag.tag().key());
      Stem last = walk(words, 1);
      var ending = new ArrayList<>(last.ending());
      ending.add(tag);
      ending.sort(LONGEST_FIRST);
      put(last, last.goingOn(), ending);
    }

    void remove(TagPattern tag) {
      var words = TextWords.of(tag.tag().key());
      Stem last = walk(words, -1);
      put(last, last.goingOn(), last.ending().stream().filter(t -> !t.equals(tag)).toList());
    }

    /** Counts a tag in or out at each stem before its last, and gives the last. */
    private Stem walk(TextWords words, int difference) {
      long path = words.hash(0);
      for (int word = 1; word < words.count(); word++) {
        Stem stem = at(path);
        put(stem, stem.goingOn() + difference, stem.ending());
        path = TextWords.then(path, words.hash(word));
      }
      return at(path);
    }

    private Stem at(long words) {
      Stem known = find(heads, words);
      return known.isNothing() ? new Stem(words, 0, List.of(), null) : known;
    }

    private void put(Stem before, int goingOn, List<TagPattern> ending) {
      int slot = slot(heads, before.words());
      @Nullable Stem others = without(heads[slot], before.words());
      var now = new Stem(before.words(), goingOn, List.copyOf(ending), others);
      if (!before.isNothing()) count--;
      heads[slot] = now.isNothing() ? others : now;
      if (!now.isNothing() && ++count > heads.length / 2) grow();
    }

    private static @Nullable Stem without(@Nullable Stem chain, long words) {
      if (chain == null) return null;
      if (chain.words() == words) return chain.next();
      @Nullable Stem rest = without(chain.next(), words);
      return rest == chain.next()
          ? chain
          : new Stem(chain.words(), chain.goingOn(), chain.ending(), rest);
    }

    private void grow() {
      @Nullable Stem[] wider = new Stem[4 * heads.length];
      for (Stem head : heads) {
        for (Stem stem = head; stem != null; stem = stem.next()) {
          int slot = slot(wider, stem.words());
          wider[slot] = new Stem(stem.words(), stem.goingOn(), stem.ending(), wider[slot]);
        }
      }
      heads = wider;
    }
  }
}
