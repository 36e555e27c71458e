package dev.baton.server.my;

import dev.baton.account.Permission;
import dev.baton.feedback.Comment;
import dev.baton.lead.LeadId;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.Leads;
import dev.baton.rotation.Decision;
import dev.baton.rotation.Decision.Refused;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.GiveBack;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.leads.Conversion;
import dev.baton.server.leads.Remark;
import dev.baton.server.my.MyLeadView.Said;
import dev.baton.server.page.CompanyTime;
import dev.baton.server.page.Form;
import dev.baton.server.page.OfferViews;
import dev.baton.server.page.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One lead an agent owns: all details, what he says of it, and giving it back. */
public final class MyLeadPage {
  private static final int FORM_LIMIT = 65_536;
  private static final String ONE = "/my/leads/{id}";
  private static final int SHOWN = 10;

  private final KnowingMe knowing;
  private final Work work;
  private final Conversion conversion;
  private final Remark remark;

  public MyLeadPage(KnowingMe knowing, Work work) {
    this.knowing = knowing;
    this.work = work;
    this.conversion = new Conversion(work.feedback());
    this.remark = new Remark(work.feedback(), work.comments());
  }

  public List<Route> routes() {
    Access own = Access.to(Permission.OWN_LEADS);
    return List.of(
        Route.get(ONE, own, this::show),
        Route.post(ONE + "/feedback", own, FORM_LIMIT, this::give),
        Route.post(ONE + "/comments", own, FORM_LIMIT, this::comment),
        Route.post(ONE + "/give-back", own, FORM_LIMIT, this::giveBack));
  }

  /** His lead; what is not his is not there. */
  static LeadFile own(Leads leads, Me me, String id) {
    LeadId lead;
    try {
      lead = LeadId.parse(id);
    } catch (IllegalArgumentException notAnId) {
      throw none();
    }
    return leads
        .file(me.at(), lead)
        .filter(file -> file.rotation().owner().equals(Optional.of(me.id())))
        .filter(file -> file.rotation().ended().isEmpty())
        .orElseThrow(MyLeadPage::none);
  }

  private static Problem none() {
    return Problem.notFound("There is no such lead among yours.");
  }

  private LeadFile own(Me me, Question asked) {
    return own(work.leads(), me, asked.path().getOrDefault("id", ""));
  }

  private Answer show(Question asked) {
    Me me = knowing.me(asked);
    LeadFile lead = own(me, asked);
    return page(200, asked, me, lead, conversion.of(lead), Form.EMPTY);
  }

  private Answer page(int status, Question asked, Me me, LeadFile lead, Form form, Form note) {
    return Answer.html(
        status,
        Templates.render(
            "my/lead.jte",
            Map.of(
                "slim",
                Slim.around(me, ""),
                "view",
                view(me, lead, form, note, asked.query().getOrDefault("done", "")))));
  }

  private MyLeadView view(Me me, LeadFile lead, Form form, Form note, String done) {
    var time = me.time();
    List<Comment> said =
        work.comments().of(me.at(), lead.lead().id()).reversed().stream()
            .filter(MyLeadPage::forOwner)
            .toList();
    return new MyLeadView(
        MyViews.title(lead.content(), lead.lead().record().id()),
        address(lead),
        MyViews.status(lead.rotation().care().progress(), me.words()),
        lead.rotation().ownedAt().map(at -> time.tell(at, me.now())).orElse(""),
        lead.rotation().tagNames().stream().map(tag -> tag.text()).distinct().toList(),
        lead.rotation().care().expected().stream()
            .map(
                e ->
                    me.words()
                        .say("my.lead.due." + e.sla().goal().name(), time.tell(e.due(), me.now())))
            .toList(),
        OfferViews.details(lead.content(), me.words()),
        form,
        note,
        said.stream().limit(SHOWN).map(each -> said(each, time, me)).toList(),
        Math.max(0, said.size() - SHOWN),
        MyNotice.said(done, me.words()));
  }

  /** What admins note for themselves is not for him. */
  private static boolean forOwner(Comment comment) {
    return comment.kind() != Comment.Kind.MEMO || comment.by() == Comment.Said.OWNER;
  }

  private static Said said(Comment comment, CompanyTime time, Me me) {
    String kind =
        switch (comment.kind()) {
          case COMMENT -> "";
          case MEMO, AUTOMATIC -> me.words().say("my.lead.said." + comment.kind().name());
        };
    return new Said(comment.author(), time.tell(comment.at(), me.now()), kind, comment.text());
  }

  private static String address(LeadFile lead) {
    return "/my/leads/" + lead.lead().id();
  }

  private Answer give(Question asked) {
    Me me = knowing.me(asked);
    LeadFile lead = own(me, asked);
    Form form = Form.of(asked.form());
    return switch (conversion.keep(
        lead, form, Optional.of(me.id()), me.agent().name(), me.words())) {
      case Conversion.Outcome.Kept unused -> Answer.seeOther(address(lead) + "?done=saved");
      case Conversion.Outcome.Wrong wrong -> page(400, asked, me, lead, wrong.form(), Form.EMPTY);
      case Conversion.Outcome.No unused -> gone();
    };
  }

  /** Somebody else was quicker. */
  private static Answer gone() {
    return Answer.seeOther("/my?done=gone");
  }

  private Answer comment(Question asked) {
    Me me = knowing.me(asked);
    LeadFile lead = own(me, asked);
    Form note = Form.of(asked.form());
    boolean memo = note.ticked("memo");
    return switch (remark.keep(
        lead, note, memo, Optional.of(me.id()), me.agent().name(), me.words())) {
      case Remark.Outcome.Kept unused ->
          Answer.seeOther(address(lead) + "?done=" + (memo ? "memo" : "comment"));
      case Remark.Outcome.Wrong wrong ->
          page(400, asked, me, lead, conversion.of(lead), wrong.form());
      case Remark.Outcome.No unused -> gone();
    };
  }

  private Answer giveBack(Question asked) {
    Me me = knowing.me(asked);
    LeadFile lead = own(me, asked);
    Decision decision =
        work.rotating().carryOut(lead.lead().id(), new GiveBack(me.id(), Channel.PAGE));
    return decision instanceof Refused ? gone() : Answer.seeOther("/my?done=given-back");
  }
}
