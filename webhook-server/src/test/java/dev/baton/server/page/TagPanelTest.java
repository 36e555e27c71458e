package dev.baton.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingSettings;
import dev.baton.server.page.TagPanel.Group;
import dev.baton.server.page.TagPanel.Held;
import dev.baton.server.words.Words;
import dev.baton.tag.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TagPanelTest {
  private static final List<Tag> TAGS =
      List.of(
          Tag.preferential("Harbour").weighing(100).in("Places"),
          Tag.exclusive("Old Town").in("Places"),
          Tag.preferential("Garden"),
          Tag.required("Rent").in("Kinds"),
          Tag.preferential("Not his").in("Kinds"));

  private static TagPanel panel(Set<String> held) {
    var ann = new Agent(new AgentId("ann"), "Ann", "", held, true, false, Map.of());
    var draft = new BookDraft(TAGS, List.of(ann), RoutingSettings.DEFAULT);
    return TagPanel.of(
        ann, new RoutingBook(new CompanyId("acme"), 1, draft), "/performance", Words.ENGLISH);
  }

  @Test
  void tags_of_one_agent_are_grouped_by_collection_the_loose_and_the_special_last() {
    assertThat(
            panel(Set.of("HARBOUR", "old-town", "Garden", "Rent", "PK_20", "Zip: 10000")).groups())
        .containsExactly(
            new Group("Kinds", List.of(new Held("Rent", "required, 50"))),
            new Group(
                "Places",
                List.of(new Held("Harbour", "100"), new Held("Old Town", "exclusive, 50"))),
            new Group("Other tags", List.of(new Held("Garden", "50"))),
            new Group("Special", List.of(new Held("PK_20", ""), new Held("Zip: 10000", ""))));
  }

  @Test
  void who_holds_nothing_has_no_groups() {
    assertThat(panel(Set.of()).groups()).isEmpty();
    assertThat(panel(Set.of("Garden")).groups())
        .containsExactly(new Group("Tags", List.of(new Held("Garden", "50"))));
  }
}
