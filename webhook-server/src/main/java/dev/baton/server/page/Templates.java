package dev.baton.server.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Values in, escaped HTML out; the templates were compiled with the server. */
public final class Templates {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Templates.class.getClassLoader(),
          "dev.baton.server.page.compiled");

  private Templates() {}

  /**
   * Renders a template.
   *
   * @param template its file, such as {@code people/login.jte}
   * @param values by the names of its parameters
   */
  public static String render(String template, Map<String, Object> values) {
    var output = new StringOutput();
    ENGINE.render(template, values, output);
    return output.toString();
  }
}
