package dev.baton.server.setup;

import dev.baton.account.Permission;
import dev.baton.company.Embeddings;
import dev.baton.company.Origin;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Form;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which sites may show a company's pages in a frame, such as the settings page in its CRM. */
public final class EmbeddingPage {
  private static final String ADDRESS = "/settings/embedding";
  private static final int MOST = 20;

  private final Embeddings embeddings;
  private final Acts acts;
  private final Shells shells;

  public EmbeddingPage(Embeddings embeddings, Acts acts, Shells shells) {
    this.embeddings = embeddings;
    this.acts = acts;
    this.shells = shells;
  }

  public List<Route> routes() {
    Access access = Access.to(Permission.MANAGE_SECRETS);
    return List.of(
        Route.get(ADDRESS, access, this::show),
        Route.post(ADDRESS, access, ConnectionsPage.FORM_LIMIT, this::save));
  }

  private Answer show(Question asked) {
    String sites =
        embeddings.of(asked.requiredVisitor().company()).stream()
            .map(Origin::value)
            .collect(Collectors.joining("\n"));
    return page(200, asked, Form.of(Map.of("sites", sites)));
  }

  private Answer page(int status, Question asked, Form form) {
    return Answer.html(
        status,
        Templates.render(
            "setup/embedding.jte",
            Map.of(
                "shell",
                shells.around(asked.requiredVisitor(), ConnectionsPage.CONNECTIONS),
                "form",
                form,
                "done",
                asked.query().getOrDefault("done", ""))));
  }

  private Answer save(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    Words words = shells.words(visitor);
    Form form = Form.of(asked.form());
    var sites = new ArrayList<Origin>();
    var problems = new ArrayList<String>();
    form.value("sites")
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(
            line -> {
              try {
                sites.add(Origin.read(line));
              } catch (IllegalArgumentException wrong) {
                problems.add(wrong.getMessage() + ".");
              }
            });
    if (sites.size() > MOST) problems.add(words.say("connection.sites.most", MOST));
    Form checked = form.wrong("sites", problems);
    if (!checked.good()) return page(400, asked, checked);
    embeddings.replace(visitor.company(), sites);
    acts.note(
        visitor,
        "embedding changed",
        "",
        sites.isEmpty()
            ? "no site may show these pages"
            : sites.stream().map(Origin::value).distinct().collect(Collectors.joining(", ")));
    return Answer.seeOther(ADDRESS + "?done=saved");
  }
}
