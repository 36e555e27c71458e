package dev.baton.server.notify;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Properties;

/**
 * Where e-mail is handed over. {@code smtps://} begins with TLS; {@code smtp://} demands STARTTLS,
 * unless the server is on this very machine.
 *
 * @param user empty where the server asks for none
 * @param from the sender, such as {@code Baton <leads@example.com>}
 */
public record MailServer(URI url, String user, String password, String from) {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int ANSWER_MILLIS = 15_000;

  /** What the SMTP client needs to know. */
  Properties properties() {
    String protocol = url.getScheme().toLowerCase(Locale.ROOT);
    String prefix = "mail." + protocol + ".";
    var all = new Properties();
    all.setProperty("mail.transport.protocol", protocol);
    all.setProperty(prefix + "host", url.getHost());
    all.setProperty(prefix + "port", String.valueOf(port()));
    all.setProperty(prefix + "connectiontimeout", String.valueOf(CONNECT_MILLIS));
    all.setProperty(prefix + "timeout", String.valueOf(ANSWER_MILLIS));
    all.setProperty(prefix + "writetimeout", String.valueOf(ANSWER_MILLIS));
    all.setProperty(prefix + "ssl.checkserveridentity", "true");
    all.setProperty(prefix + "auth", String.valueOf(!user.isEmpty()));
    if (protocol.equals("smtp")) {
      all.setProperty(prefix + "starttls.enable", "true");
      all.setProperty(prefix + "starttls.required", String.valueOf(!here()));
    }
    return all;
  }

  int port() {
    if (url.getPort() > 0) return url.getPort();
    return url.getScheme().equalsIgnoreCase("smtps") ? 465 : 587;
  }

  private boolean here() {
    try {
      return InetAddress.getByName(url.getHost()).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  /** Secrets stay out of logs. */
  @Override
  public String toString() {
    return "MailServer[" + url + "]";
  }
}
