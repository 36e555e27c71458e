package dev.baton.server.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Turns what a CRM holds as phone number and e-mail address into links that call and write. */
public final class ContactLinks {
  private ContactLinks() {}

  /** Without extension and without the "(0)" that is not dialled from abroad; may be empty. */
  public static String call(String phone) {
    String dialled = phone.strip().split("[A-Za-z;,/]", 2)[0];
    if (dialled.startsWith("+")) dialled = dialled.replace("(0)", "");
    String number = dialled.replaceAll("[^0-9]", "");
    if (number.isEmpty()) return "";
    return "tel:" + (dialled.startsWith("+") ? "+" : "") + number;
  }

  /** Nothing in the address can add a subject, a text or another recipient. */
  public static String write(String email) {
    if (email.isBlank()) return "";
    String safe = URLEncoder.encode(email.strip(), StandardCharsets.UTF_8);
    return "mailto:" + safe.replace("+", "%20").replace("%40", "@");
  }
}
