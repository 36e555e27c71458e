package dev.baton.agent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with the blocks of a day, in words for who wrote them. */
final class BlockOverlaps {
  /** Domain §7: per weekday up to 3 blocks. */
  private static final int MOST_BLOCKS = 3;

  private BlockOverlaps() {}

  /** Too many blocks on one day, and blocks of it that overlap each other. */
  static List<String> within(String day, List<Block> blocks) {
    var problems = new ArrayList<String>();
    if (blocks.size() > MOST_BLOCKS) {
      problems.add(
          "%s: %d blocks, but a day has at most %d; join or remove some."
              .formatted(day, blocks.size(), MOST_BLOCKS));
    }
    List<Block> inOrder = blocks.stream().sorted(Comparator.comparing(Block::from)).toList();
    for (int i = 0; i < inOrder.size(); i++) {
      for (Block later : inOrder.subList(i + 1, inOrder.size())) {
        Block block = inOrder.get(i);
        if (block.overnight() || later.from().isBefore(block.to())) {
          problems.add(
              "%s: %s overlaps %s; ".formatted(day, block, later)
                  + (block.from().equals(later.from())
                      ? "remove one of them."
                      : "let the first end by %s, or make them one.".formatted(later.from())));
        }
      }
    }
    return problems;
  }

  /** Overnight blocks of a day that overlap blocks of the next. */
  static List<String> across(String day, List<Block> blocks, String nextDay, List<Block> next) {
    var problems = new ArrayList<String>();
    for (Block block : blocks) {
      for (Block other : next) {
        if (block.overnight() && other.from().isBefore(block.to())) {
          problems.add(
              "%s: %s runs into %s and overlaps %s there; ".formatted(day, block, nextDay, other)
                  + "let it end by %s, or let the other begin at %s."
                      .formatted(other.from(), block.to()));
        }
      }
    }
    return problems;
  }
}
