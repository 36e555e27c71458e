package dev.baton.server.why;

import dev.baton.routing.Explanation.Part;
import dev.baton.routing.Explanation.Verdict;
import dev.baton.routing.Reason;
import dev.baton.routing.WhatIf;
import dev.baton.server.words.Words;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was found of an agent, in somebody's words. The core tells details in plain English alone:
 * those it is known to tell are said again here, and any other is said as it is.
 */
record VerdictWords(Words words) {
  private static final String PERIOD =
      "(?<period>under way|this half hour|this hour|this day|this week|this month|this total)";

  private static final String SPAN = "(?<period>per day|per week|per month|per total)";

  /** A detail as the core tells it, and the key of what says the same. */
  private record Detail(Pattern english, String key) {
    Detail(String english, String key) {
      this(Pattern.compile(english, Pattern.DOTALL), key);
    }
  }

  private static final List<Detail> DETAILS =
      List.of(
          new Detail("is not in the team (?<name>.*)", "why.detail.outside"),
          new Detail("had (?<number>\\d+), his most " + SPAN, "why.detail.most"),
          new Detail("had (?<number>\\d+) leads " + PERIOD, "why.detail.cap"),
          new Detail("had (?<number>\\d+) leads " + PERIOD + " with (?<name>.*)", "why.detail.tag"),
          new Detail("(?<number>\\d+) km from (?<name>.*)", "why.detail.far"),
          new Detail("is owed (?<number>\\S+) leads", "why.detail.owed"),
          new Detail("carries (?<number>\\S+) leads " + PERIOD, "why.detail.load"));

  private static final String NEARNESS = "nearness";
  private static final String OWN = "own points";
  private static final String OWN_FOR = OWN + " for ";

  /** Why an agent stands where he stands, or does not, in a sentence. */
  String because(Verdict verdict, String name) {
    String detail = detail(verdict.detail());
    if (verdict.reason().isEmpty() && verdict.asked()) return words.say("why.asked", name);
    // That he is in another team says it all by itself.
    if (verdict.reason().filter(Reason.NO_MATCH::equals).isPresent() && !detail.isEmpty()) {
      return name + " " + detail;
    }
    String said =
        verdict
            .reason()
            .map(reason -> words.say("why.reason." + reason.name(), name))
            .orElseGet(() -> words.say("why.in-line", name, verdict.place().orElse(0)));
    return detail.isEmpty() ? said : said + ": " + detail;
  }

  /** More of a reason or a place. */
  private String detail(String english) {
    for (Detail known : DETAILS) {
      Matcher told = known.english().matcher(english);
      if (told.matches()) {
        return words.say(
            known.key(),
            number(part(told, "number")),
            period(part(told, "period")),
            part(told, "name"));
      }
    }
    return english;
  }

  private static String part(Matcher told, String name) {
    return told.namedGroups().containsKey(name) ? told.group(name) : "";
  }

  private String number(String english) {
    char point = DecimalFormatSymbols.getInstance(words.locale()).getDecimalSeparator();
    return english.replace('.', point);
  }

  private String period(String english) {
    return english.isEmpty() ? "" : words.say("why.period." + english.replace(' ', '-'));
  }

  /** What a score is made of. */
  String arithmetic(Verdict verdict) {
    String sum =
        verdict.parts().stream()
            .map(part -> what(part) + " " + part.points())
            .collect(Collectors.joining(" + "));
    return verdict.parts().size() < 2 ? sum : sum + " = " + verdict.score();
  }

  private String what(Part part) {
    if (part.what().equals(NEARNESS)) return words.say("why.part.nearness");
    if (part.what().equals(OWN)) return words.say("why.part.own");
    if (!part.what().startsWith(OWN_FOR)) return part.what();
    return words.say("why.part.own-for", part.what().substring(OWN_FOR.length()));
  }

  /** The smallest change that would have put him first, in a sentence; empty for none. */
  String toBeFirst(List<WhatIf.Change> changes, String name) {
    return changes.stream()
        .map(this::change)
        .reduce((one, other) -> words.say("why.first.and", one, other))
        .map(all -> words.say("why.first", name, all))
        .orElse("");
  }

  private String change(WhatIf.Change change) {
    return switch (change) {
      case WhatIf.Change.MakeAvailable unused -> words.say("why.first.available");
      case WhatIf.Change.JoinTeam join -> words.say("why.first.team", join.team().name());
      case WhatIf.Change.LiftLimit unused -> words.say("why.first.limit");
      case WhatIf.Change.ComeNear unused -> words.say("why.first.near");
      case WhatIf.Change.HoldTag hold -> words.say("why.first.tag", hold.tag().toString());
      case WhatIf.Change.RaiseWeight raise ->
          words.say("why.first.weight", raise.tag().toString(), raise.to(), raise.from());
    };
  }
}
