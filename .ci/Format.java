import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks that every Java source has the project's format, or, with "write", gives it to them. */
class Format {
  public static void main(String... arguments) throws Exception {
    boolean write = arguments.length > 0 && arguments[0].equals("write");
    List<Path> sources;
    try (var walk = Files.walk(Path.of("."))) {
      sources =
          walk.filter(p -> p.toString().endsWith(".java"))
              .filter(p -> !p.toString().contains("/target/"))
              .filter(p -> !p.toString().contains("/node_modules/"))
              .toList();
    }
    var different = new ArrayList<Path>();
    var formatter = new Formatter();
    for (Path source : sources) {
      String before = Files.readString(source);
      String after;
      try {
        after =
            formatter.formatSource(
                ImportOrderer.reorderImports(
                    RemoveUnusedImports.removeUnusedImports(before), Style.GOOGLE));
      } catch (FormatterException unreadable) {
        System.out.println(source + " cannot be read: " + unreadable.getMessage());
        System.exit(1);
        return;
      }
      if (!after.equals(before)) {
        different.add(source);
        if (write) Files.writeString(source, after);
      }
    }
    System.out.println(
        sources.size() + " sources, " + different.size() + (write ? " reformatted" : " to format"));
    if (!write && !different.isEmpty()) {
      different.forEach(p -> System.out.println("  not formatted: " + p));
      System.out.println("Run mvn -Pformat and commit the result.");
      System.exit(1);
    }
  }
}
