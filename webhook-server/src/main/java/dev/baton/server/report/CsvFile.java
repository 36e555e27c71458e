package dev.baton.server.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.baton.server.http.Answer;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A short table as a file that people open in a spreadsheet. */
public final class CsvFile {
  /** Tells Excel that what follows is UTF-8. */
  static final String BYTE_ORDER_MARK = "\uFEFF";

  private CsvFile() {}

  static Answer of(String name, List<List<String>> rows) {
    return ofHarmless(
        name, rows.stream().map(row -> row.stream().map(Cells::harmless).toList()).toList());
  }

  /** Of cells that no spreadsheet takes for formulas. */
  public static Answer ofHarmless(String name, List<List<String>> rows) {
    return Answer.streaming(
            "text/csv; charset=utf-8",
            out -> {
              var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
              text.write(BYTE_ORDER_MARK);
              CsvWriter csv = CsvWriter.builder().build(text);
              for (List<String> row : rows) csv.writeRecord(row);
              csv.flush();
            })
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  /** What is not there is an empty cell, never zero. */
  static String told(Object value) {
    return value instanceof Optional<?> maybe
        ? maybe.map(CsvFile::told).orElse("")
        : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }
}
