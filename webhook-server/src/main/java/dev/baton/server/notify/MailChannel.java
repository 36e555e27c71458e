package dev.baton.server.notify;

import dev.baton.message.Channel;
import dev.baton.message.Letter;
import dev.baton.message.Medium;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * E-mail by SMTP, plain and HTML side by side. The message's id is its Message-ID: a mail that is
 * sent twice is one mail to the programs that read it.
 */
public final class MailChannel implements Channel {
  private static final int PERMANENT = 500;

  private final Session session;
  private final InternetAddress from;
  private final InstantSource clock;

  /**
   * Speaks with a server.
   *
   * @throws IllegalArgumentException when the sender is no address
   */
  public MailChannel(MailServer server, InstantSource clock) {
    this.clock = clock;
    this.from = sender(server.from());
    this.session =
        server.user().isEmpty()
            ? Session.getInstance(server.properties())
            : Session.getInstance(server.properties(), signingIn(server));
  }

  private static Authenticator signingIn(MailServer server) {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(server.user(), server.password());
      }
    };
  }

  /**
   * Reads a sender.
   *
   * @throws IllegalArgumentException when it is no address
   */
  public static InternetAddress sender(String text) {
    try {
      return new InternetAddress(text, true);
    } catch (AddressException wrong) {
      throw new IllegalArgumentException("The sender is like Baton <leads@example.com>", wrong);
    }
  }

  @Override
  public Medium medium() {
    return Medium.EMAIL;
  }

  @Override
  public Outcome send(Envelope envelope, Letter letter) {
    MimeMessage mail;
    InternetAddress to;
    try {
      to = new InternetAddress(envelope.address(), true);
      mail = mail(envelope, letter, to);
    } catch (MessagingException notSendable) {
      return new Outcome.Refused("The address is no e-mail address");
    }
    try (Transport transport = session.getTransport()) {
      transport.connect();
      transport.sendMessage(mail, new InternetAddress[] {to});
      return new Outcome.Sent();
    } catch (MessagingException failed) {
      return outcome(failed);
    }
  }

  private MimeMessage mail(Envelope envelope, Letter letter, InternetAddress to)
      throws MessagingException {
    String id = "<" + envelope.id() + "@" + domain() + ">";
    var mail =
        new MimeMessage(session) {
          /** The library would put a new one there with each try. */
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
          }
        };
    mail.setFrom(from);
    mail.setRecipient(RecipientType.TO, to);
    mail.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    mail.setSentDate(Date.from(clock.instant()));
    // No machine answers it, such as one that tells of a holiday.
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-Auto-Response-Suppress", "All");
    var plain = new MimeBodyPart();
    plain.setText(withButton(letter), StandardCharsets.UTF_8.name());
    var html = new MimeBodyPart();
    html.setText(letter.html(), StandardCharsets.UTF_8.name(), "html");
    mail.setContent(new MimeMultipart("alternative", plain, html));
    mail.saveChanges();
    return mail;
  }

  private String domain() {
    String address = from.getAddress();
    return address.substring(address.indexOf('@') + 1);
  }

  private static String withButton(Letter letter) {
    return letter
        .button()
        .map(button -> letter.text() + "\n\n" + button.label() + ":\n" + button.url() + "\n")
        .orElse(letter.text() + "\n");
  }

  /** What the server says is for good from 500 on; everything else can be different next time. */
  private static Outcome outcome(MessagingException failed) {
    Optional<Integer> code = code(failed);
    String why =
        code.map(c -> "The mail server says " + c)
            .orElse("The mail server cannot be reached: " + failed.getClass().getSimpleName());
    return code.filter(c -> c >= PERMANENT).isPresent()
        ? new Outcome.Refused(why)
        : new Outcome.TryAgain(why);
  }

  /** The code alone: the words beside it often repeat the address. */
  private static Optional<Integer> code(MessagingException failed) {
    for (Exception each = failed; each != null; each = next(each)) {
      switch (each) {
        case SMTPAddressFailedException address -> {
          return Optional.of(address.getReturnCode());
        }
        case SMTPSenderFailedException sender -> {
          return Optional.of(sender.getReturnCode());
        }
        case SMTPSendFailedException send when send.getNextException() == null -> {
          return Optional.of(send.getReturnCode());
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  private static @Nullable Exception next(Exception failed) {
    return failed instanceof MessagingException chained ? chained.getNextException() : null;
  }
}
