package dev.baton.server.people;

import dev.baton.account.AuditLog;
import dev.baton.account.Permission;
import dev.baton.agent.Agent;
import dev.baton.flow.PostingLetters;
import dev.baton.message.Channel.Outcome;
import dev.baton.message.ContactBook;
import dev.baton.message.ContactSettings;
import dev.baton.message.Medium;
import dev.baton.server.book.Editing;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Form;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.words.Words;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How an agent is told of leads. It is no part of the routing book, and holds at once. */
public final class ContactPage {
  private static final int FORM_LIMIT = 16_384;
  private static final String ONE = "/users/agents/{id}/contact";

  private final Editing editing;
  private final ContactBook contacts;
  private final PostingLetters posting;
  private final Function<URI, Optional<String>> objection;
  private final AuditLog audit;
  private final Shells shells;
  private final InstantSource clock;

  /**
   * @param objection why the address of a chat room is not called
   */
  public ContactPage(
      Editing editing,
      ContactBook contacts,
      PostingLetters posting,
      Function<URI, Optional<String>> objection,
      AuditLog audit,
      Shells shells,
      InstantSource clock) {
    this.editing = editing;
    this.contacts = contacts;
    this.posting = posting;
    this.objection = objection;
    this.audit = audit;
    this.shells = shells;
    this.clock = clock;
  }

  public List<Route> routes() {
    Access access = Access.to(Permission.MANAGE_AGENTS);
    return List.of(
        Route.get(ONE, access, this::show),
        Route.post(ONE, access, FORM_LIMIT, this::change),
        Route.post(ONE + "/test", access, FORM_LIMIT, this::tryOut));
  }

  private Agent required(Question asked) {
    String id = asked.path().getOrDefault("id", "");
    return editing.seenBy(asked.requiredVisitor()).agents().stream()
        .filter(agent -> agent.id().value().equals(id))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("There is no such agent."));
  }

  private ContactSettings settings(Question asked, Agent agent) {
    return contacts.of(asked.requiredVisitor().company(), agent.id());
  }

  private Words words(Question asked) {
    return shells.words(asked.requiredVisitor());
  }

  private Answer show(Question asked) {
    Agent agent = required(asked);
    boolean saved = asked.query().getOrDefault("done", "").equals("saved");
    String said = saved ? words(asked).say("people.contact.saved") : "";
    return page(200, asked, agent, ContactForm.of(settings(asked, agent)), said, true);
  }

  private Answer page(
      int status, Question asked, Agent agent, Form form, String said, boolean good) {
    Set<String> rooms =
        settings(asked, agent).rooms().keySet().stream()
            .map(Medium::name)
            .collect(Collectors.toSet());
    return Answer.html(
        status,
        Templates.render(
            "people/contact.jte",
            Map.of(
                "shell",
                shells.around(asked.requiredVisitor(), UsersPage.USERS),
                "form",
                form,
                "agent",
                agent.id().value(),
                "name",
                agent.name(),
                "email",
                agent.email(),
                "rooms",
                rooms,
                "said",
                said,
                "good",
                good)));
  }

  private Answer change(Question asked) {
    Agent agent = required(asked);
    ContactSettings now = settings(asked, agent);
    Form form = ContactForm.checked(Form.of(asked.form()), now, objection, words(asked));
    if (!form.good()) {
      Form kept = form;
      for (Medium medium : ContactForm.rooms()) kept = kept.without("room-" + medium);
      return page(400, asked, agent, kept, "", true);
    }
    ContactSettings changed = ContactForm.settings(form, now);
    Visitor visitor = asked.requiredVisitor();
    contacts.put(visitor.company(), agent.id(), changed, clock.instant());
    if (!changed.equals(now)) audit(visitor, agent, changed);
    return Answer.seeOther("/users/agents/" + agent.id() + "/contact?done=saved");
  }

  /** Who gets copies of leads is something to account for; addresses of rooms are secrets. */
  private void audit(Visitor visitor, Agent agent, ContactSettings changed) {
    String by =
        changed.media().stream().sorted().map(Medium::name).collect(Collectors.joining(" "));
    String copies =
        changed.copies().isEmpty() ? "" : "; copies to " + String.join(", ", changed.copies());
    audit.add(
        new AuditLog.Entry(
            visitor.company(),
            clock.instant(),
            visitor.named(),
            "contact settings changed",
            agent.name(),
            (by.isEmpty() ? "by no channel" : "by " + by) + copies));
  }

  private Answer tryOut(Question asked) {
    Agent agent = required(asked);
    Form form = ContactForm.of(settings(asked, agent));
    Medium medium =
        ContactForm.medium(asked.form().getOrDefault("channel", ""))
            .orElseThrow(() -> Problem.badRequest("Choose a channel."));
    Outcome outcome =
        posting.tryOut(asked.requiredVisitor().company(), agent.id(), medium).outcome();
    Words words = words(asked);
    String by = Channels.name(medium, words);
    return switch (outcome) {
      case Outcome.Sent unused ->
          page(200, asked, agent, form, words.say("people.contact.test.sent", by), true);
      case Outcome.TryAgain again -> {
        String said = words.say("people.contact.test.again", by, again.why());
        yield page(200, asked, agent, form, said, false);
      }
      case Outcome.Refused refused -> {
        String said = words.say("people.contact.test.refused", by, refused.why());
        yield page(200, asked, agent, form, said, false);
      }
    };
  }
}
