package dev.baton.server.notify;

import dev.baton.lead.LeadContent;
import dev.baton.message.Letter;
import dev.baton.message.Letter.Button;
import dev.baton.message.Matter;
import dev.baton.message.Matter.Hints;
import dev.baton.message.Matter.Said;
import dev.baton.message.Matter.Waiting;
import dev.baton.message.Tidings.Kind;
import dev.baton.message.Words;
import dev.baton.server.notify.LetterView.Fact;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a matter into a letter, in the language of its reader. */
public final class Letters implements Words {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Letters.class.getClassLoader(), "dev.baton.server.page.compiled");

  @Override
  public Letter compose(Matter matter) {
    return new Composing(matter).letter();
  }

  /** The page of a letter, for whoever has a letter of his own to send. */
  public static String page(LetterView view) {
    var output = new StringOutput();
    ENGINE.render("mail.jte", Map.of("letter", view), output);
    return output.toString();
  }

  /** One letter on its way. */
  private static final class Composing {
    private final Matter matter;
    private final Kind kind;
    private final Sayings sayings;

    Composing(Matter matter) {
      this.matter = matter;
      this.kind = matter.kind();
      this.sayings = Sayings.in(matter.language());
    }

    Letter letter() {
      String subject = subject();
      Optional<Button> button = button();
      Optional<Button> own =
          Optional.of(matter.own())
              .filter(link -> !link.isEmpty())
              .map(link -> new Button(sayings.say("own"), link));
      var view =
          new LetterView(
              sayings.locale().getLanguage(),
              subject,
              preview(),
              greeting(),
              opening(),
              facts(),
              quotes(),
              matter.hints().price().isEmpty() ? "" : sayings.say("price", matter.hints().price()),
              button,
              own,
              sayings.say(matter.toAgent() ? "footer" : "footer.admins", matter.company()));
      return new Letter(subject, view.plain(), page(view), brief(subject), button, own);
    }

    private String subject() {
      String own =
          switch (kind) {
            case OFFERED, SHARK_TANK, REMINDER -> sayings.say(kind, "subject", until());
            case FEEDBACK_DUE -> sayings.say(kind, "subject", matter.waiting().size());
            case DIGEST ->
                matter
                    .week()
                    .map(w -> sayings.say(kind, "subject", day(w.from()), day(w.to())))
                    .orElseThrow();
            case CATCHALL, OWNED, COMMENT, SLA_MISSED, LEAD_LOST, TRIAL ->
                sayings.say(kind, "subject");
            case LETTER -> throw new IllegalArgumentException("A letter is in words already");
          };
      String whose = matter.overheard() && matter.toAgent() ? matter.agent() + ": " + own : own;
      return whose.replaceAll("\\s+", " ").strip();
    }

    private String day(java.time.LocalDate day) {
      return sayings.day(day);
    }

    private String until() {
      return matter
          .hints()
          .until()
          .map(at -> sayings.time(at, matter.now(), matter.zone()))
          .orElse("");
    }

    private String greeting() {
      return matter.toAgent() && !matter.overheard() ? sayings.say("greeting", matter.agent()) : "";
    }

    private String opening() {
      return switch (kind) {
        case OFFERED, SHARK_TANK, REMINDER ->
            sayings.say(kind, "text", until(), matter.zone().getId());
        case COMMENT -> sayings.say(kind, "text", author());
        case SLA_MISSED ->
            matter.toAgent()
                ? sayings.say(kind, "text")
                : sayings.say(kind, "text.admins", matter.agent());
        case LEAD_LOST -> sayings.say(kind, "text." + matter.loss().name());
        default -> sayings.say(kind, "text");
      };
    }

    private String author() {
      return matter.said().map(Said::author).orElse(matter.agent());
    }

    private List<Fact> facts() {
      var facts = new ArrayList<Fact>();
      Hints hints = matter.hints();
      facts.add(new Fact(sayings.say("tags"), String.join(", ", hints.tags())));
      facts.add(new Fact(sayings.say("source"), inWords(hints.source())));
      if (kind.urgent()) facts.add(new Fact(sayings.say("answer-by"), until()));
      matter.details().ifPresent(details -> addDetails(facts, details));
      for (Waiting each : matter.waiting()) facts.add(waiting(each));
      matter
          .week()
          .ifPresent(
              week -> {
                facts.add(figure("digest.offered", week.offered()));
                facts.add(figure("digest.accepted", week.accepted()));
                facts.add(figure("digest.declined", week.declined()));
                facts.add(figure("digest.missed", week.missed()));
                facts.add(figure("digest.score", week.score()));
              });
      facts.removeIf(fact -> fact.value().isBlank());
      return facts;
    }

    private Fact figure(String key, long value) {
      return new Fact(sayings.say(key), String.valueOf(value));
    }

    private void addDetails(List<Fact> facts, LeadContent details) {
      facts.add(new Fact(sayings.say("name"), details.contact().name()));
      facts.add(new Fact(sayings.say("phone"), details.contact().phone()));
      facts.add(new Fact(sayings.say("email"), details.contact().email()));
      details.text().fields().forEach((name, value) -> facts.add(new Fact(inWords(name), value)));
    }

    private Fact waiting(Waiting each) {
      String tags = String.join(", ", each.tags());
      return new Fact(
          tags.isEmpty() ? sayings.say("feedback-due.no-tags") : tags,
          sayings.say(
              "feedback-due.since", sayings.time(each.since(), matter.now(), matter.zone())),
          each.link());
    }

    private List<String> quotes() {
      Stream<String> details =
          matter.details().stream().flatMap(d -> Stream.of(d.text().subject(), d.text().body()));
      Stream<String> said = matter.said().stream().map(Said::text);
      return Stream.concat(details, said).filter(text -> !text.isBlank()).toList();
    }

    private Optional<Button> button() {
      // Leads that are asked about are answered for on one page.
      String link = kind == Kind.FEEDBACK_DUE ? matter.own() : matter.link();
      String label = sayings.say(kind, "button");
      return link.isEmpty() || label.isEmpty()
          ? Optional.empty()
          : Optional.of(new Button(label, link));
    }

    private String preview() {
      return Stream.of(String.join(", ", matter.hints().tags()), inWords(matter.hints().source()))
          .filter(part -> !part.isEmpty())
          .reduce((tags, source) -> tags + " · " + source)
          .orElseGet(this::opening);
    }

    private String brief(String subject) {
      String text =
          switch (kind) {
            case OWNED ->
                matter
                    .details()
                    .map(
                        d ->
                            sayings.say(
                                kind,
                                "brief",
                                joined(
                                    d.contact().name(), d.contact().phone(), d.contact().email())))
                    .orElse(subject);
            case COMMENT -> sayings.say(kind, "brief", author());
            default -> joined(subject, String.join(", ", matter.hints().tags()));
          };
      return text.length() <= Letter.BRIEFEST ? text : text.substring(0, Letter.BRIEFEST - 1) + "…";
    }

    private static String joined(String... parts) {
      return Stream.of(parts)
          .filter(part -> !part.isBlank())
          .reduce((before, after) -> before + ", " + after)
          .orElse("");
    }

    /** {@code DIRECT_TRAFFIC} as people write it: Direct traffic. */
    private static String inWords(String crmName) {
      String words = crmName.replace('_', ' ').strip();
      if (words.isEmpty()) return "";
      boolean shouted = words.equals(words.toUpperCase(Locale.ROOT));
      String rest = words.substring(1);
      return words.substring(0, 1).toUpperCase(Locale.ROOT)
          + (shouted ? rest.toLowerCase(Locale.ROOT) : rest);
    }
  }
}
