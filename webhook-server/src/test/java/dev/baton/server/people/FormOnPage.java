package dev.baton.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form of a page as a browser would send it when nobody has typed. */
public final class FormOnPage {
  private static final Pattern INPUT = Pattern.compile("<input ([^>]*)>");
  private static final Pattern AREA =
      Pattern.compile("<textarea ([^>]*)>\n?(.*?)</textarea>", Pattern.DOTALL);
  private static final Pattern SELECT =
      Pattern.compile("<select ([^>]*)>(.*?)</select>", Pattern.DOTALL);
  private static final Pattern OPTION = Pattern.compile("<option ([^>]*)>");

  private FormOnPage() {}

  /** The fields of the form that is sent to that address. */
  public static Map<String, String> fields(String page, String action) {
    int from = page.indexOf("action=\"" + action + "\"");
    assertThat(from).as("a form for " + action + " in " + page).isPositive();
    String form = page.substring(from, page.indexOf("</form>", from));
    var fields = new HashMap<String, String>();
    for (Matcher m = INPUT.matcher(form); m.find(); ) {
      boolean box = attribute(m.group(1), "type").equals("checkbox");
      if (!box || m.group(1).matches(".* checked\\b.*")) {
        fields.put(attribute(m.group(1), "name"), attribute(m.group(1), "value"));
      }
    }
    for (Matcher m = AREA.matcher(form); m.find(); ) {
      fields.put(attribute(m.group(1), "name"), plain(m.group(2)).replace("\n", "\r\n"));
    }
    for (Matcher m = SELECT.matcher(form); m.find(); ) {
      fields.put(attribute(m.group(1), "name"), chosen(m.group(2)));
    }
    return fields;
  }

  private static String chosen(String options) {
    String first = null;
    for (Matcher m = OPTION.matcher(options); m.find(); ) {
      String value = attribute(m.group(1), "value");
      if (m.group(1).matches(".* selected\\b.*")) return value;
      if (first == null) first = value;
    }
    return first == null ? "" : first;
  }

  private static String attribute(String tag, String name) {
    Matcher m = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
    return m.find() ? plain(m.group(1)) : "";
  }

  private static String plain(String html) {
    return html.replace("&#34;", "\"")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
