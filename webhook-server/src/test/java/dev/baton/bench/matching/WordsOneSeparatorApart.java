package dev.baton.bench.matching;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Reads text for Lucene so that a phrase matches where a tag does: words stand side by side only
 * when exactly one separator is between them.
 */
final class WordsOneSeparatorApart extends Analyzer {
  private static final int BETWEEN_TEXTS = 10;

  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(new Words());
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return BETWEEN_TEXTS;
  }

  private static final class Words extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private char[] text = new char[2048];
    private int length;
    private int at;
    private int lastEnd;

    @Override
    public void reset() throws IOException {
      super.reset();
      length = 0;
      at = 0;
      lastEnd = -1;
      int read = input.read(text, 0, text.length);
      while (read >= 0) {
        length += read;
        if (length == text.length) text = Arrays.copyOf(text, 2 * length);
        read = input.read(text, length, text.length - length);
      }
      for (int i = 0; i < length; i++) text[i] = PlainText.folded(text[i]);
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      while (at < length && !PlainText.inWord(text[at])) at++;
      if (at == length) return false;
      int start = at;
      while (at < length && PlainText.inWord(text[at])) at++;
      term.copyBuffer(text, start, at - start);
      boolean neighbours = lastEnd < 0 || (start == lastEnd + 1 && text[lastEnd] == ' ');
      step.setPositionIncrement(neighbours ? 1 : 2);
      lastEnd = at;
      return true;
    }
  }
}
