package dev.baton.server.my;

import dev.baton.account.Permission;
import dev.baton.feedback.Comment.Said;
import dev.baton.feedback.Feedback;
import dev.baton.flow.RecordingFeedback;
import dev.baton.lead.LeadId;
import dev.baton.ledger.LeadFile;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.page.Templates;
import dev.baton.server.people.SwitchingAvailability;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An agent's first page: what he is asked, what he is to say, and all leads that are his. */
public final class MyPages {
  private static final int FORM_LIMIT = 4_096;

  private final KnowingMe knowing;
  private final Work work;
  private final MyOffers offers;
  private final MyViews views;
  private final MyScore score;
  private final SwitchingAvailability switching;

  public MyPages(
      KnowingMe knowing, Work work, MyViews views, MyScore score, SwitchingAvailability switching) {
    this.knowing = knowing;
    this.work = work;
    this.offers = new MyOffers(work);
    this.views = views;
    this.score = score;
    this.switching = switching;
  }

  public List<Route> routes() {
    Access own = Access.to(Permission.OWN_LEADS);
    return List.of(
        Route.get(Slim.LEADS, own, this::show),
        Route.get(Slim.SCORE, own, this::showScore),
        Route.post("/my/availability", own, FORM_LIMIT, this::switchAvailability),
        Route.post("/my/another-chance", own, FORM_LIMIT, this::anotherChance),
        Route.post("/my/answers", own, FORM_LIMIT, this::answer));
  }

  private Answer show(Question asked) {
    Me me = knowing.me(asked);
    String looked = asked.query().getOrDefault("q", "").strip();
    String done = MyNotice.said(asked.query().getOrDefault("done", ""), me.words());
    MyView view = views.of(me, looked, page(asked), done);
    return Answer.html(
        200,
        Templates.render(
            "my/leads.jte", Map.of("slim", Slim.around(me, Slim.LEADS), "view", view)));
  }

  private static int page(Question asked) {
    try {
      return Integer.parseInt(asked.query().getOrDefault("page", "1"));
    } catch (NumberFormatException notANumber) {
      return 1;
    }
  }

  private Answer showScore(Question asked) {
    Me me = knowing.me(asked);
    return Answer.html(
        200,
        Templates.render(
            "my/score.jte", Map.of("slim", Slim.around(me, Slim.SCORE), "view", score.why(me))));
  }

  /** He is there, or is not, from now on: where his company lets him say so (domain §2). */
  private Answer switchAvailability(Question asked) {
    Me me = knowing.me(asked);
    if (!me.maySwitch()) {
      throw new Problem(
          409,
          "An admin does that",
          "In your company an admin says who is available. Ask one of them.");
    }
    boolean there = asked.form().getOrDefault("available", "").equals("yes");
    switching.switched(me.visitor(), me.agent(), there);
    return Answer.seeOther("/my?done=" + (there ? "there" : "away"));
  }

  private Answer anotherChance(Question asked) {
    Me me = knowing.me(asked);
    OfferId offer =
        offers
            .named(me, asked.form().getOrDefault("offer", ""))
            .orElseThrow(() -> Problem.notFound("There is no such offer of yours."));
    // Whatever became of it, the page tells the truth.
    var unused = work.rotating().giveAnotherChance(offer, me.id(), Channel.PAGE);
    return Answer.seeOther("/my?done=chance");
  }

  /** One tap on the list of what is still to say: the lead and the answer, in one button. */
  private Answer answer(Question asked) {
    Me me = knowing.me(asked);
    String[] said = asked.form().getOrDefault("said", "").split(" ", 2);
    Optional<QuickAnswer> answer = said.length == 2 ? QuickAnswer.of(said[1]) : Optional.empty();
    if (answer.isEmpty()) throw Problem.badRequest("Press one of the answers.");
    LeadFile lead = own(me, said[0]);
    LeadId id = lead.lead().id();
    RecordingFeedback feedback = work.feedback();
    if (answer.get() == QuickAnswer.NOTHING_NEW) {
      String memo = me.words().say("my.answer.NOTHING_NEW.memo");
      feedback.memo(me.at(), id, memo, Said.OWNER, me.agent().name());
    } else {
      Feedback now = answer.get().said(feedback.lastSaid(lead));
      var unused = feedback.give(me.at(), id, now, Optional.of(me.id()), me.agent().name());
    }
    return Answer.seeOther("/my?done=said");
  }

  private LeadFile own(Me me, String id) {
    return MyLeadPage.own(work.leads(), me, id);
  }
}
