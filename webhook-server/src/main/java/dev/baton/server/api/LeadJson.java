package dev.baton.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.lead.Contact;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.LeadFile.Delivery;
import dev.baton.ledger.LeadFile.Recorded;
import dev.baton.ledger.Leads;
import dev.baton.rotation.Contest;
import dev.baton.rotation.Offer;
import dev.baton.routing.LineUp;
import dev.baton.routing.LineUp.Standing;
import dev.baton.routing.RoutingBook;
import dev.baton.tag.Owing;
import dev.baton.tag.TagMatch;
import java.time.Instant;
import java.util.Optional;

/** A lead as JSON. Contact data is left out until somebody owns the lead (domain §12.4). */
final class LeadJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private LeadJson() {}

  static ObjectNode row(Leads.Row row) {
    ObjectNode json = JSON.objectNode();
    json.put("id", row.id().toString());
    json.put("state", row.stage().name());
    put(json, "owner", row.owner());
    put(json, "holder", row.holder());
    json.put("object", row.record().object());
    json.put("recordId", row.record().id());
    json.put("receivedAt", row.receivedAt().toString());
    json.put("changedAt", row.changedAt().toString());
    json.put("dueAt", row.due().map(Instant::toString).orElse(null));
    ArrayNode tags = json.putArray("tags");
    row.tags().forEach(tags::add);
    return json;
  }

  static ObjectNode file(LeadFile file, RoutingBook book) {
    var rotation = file.rotation();
    ObjectNode json = JSON.objectNode();
    json.put("id", file.lead().id().toString());
    json.put("state", rotation.stage().name());
    put(json, "owner", rotation.owner());
    if (!rotation.crmOwner().isEmpty()) json.put("crmOwner", rotation.crmOwner());
    rotation.ended().ifPresent(reason -> json.put("endedBecause", reason.name()));
    contested(json, rotation.contest());
    json.put("connection", file.lead().record().connection().value());
    json.put("object", file.lead().record().object());
    json.put("recordId", file.lead().record().id());
    json.put("source", file.content().source());
    json.put("receivedAt", file.lead().receivedAt().toString());
    json.put("dueAt", rotation.due().map(Instant::toString).orElse(null));
    ArrayNode tags = json.putArray("tags");
    for (TagMatch match : rotation.tags()) tags.add(match.tag().text());
    ArrayNode offers = json.putArray("offers");
    for (Offer offer : rotation.offers()) offers.add(offer(offer));
    if (rotation.owned()) json.set("contact", contact(file.content().contact()));
    file.lastLineUp().ifPresent(last -> json.set("explanation", explanation(file, last, book)));
    ArrayNode events = json.putArray("events");
    for (Recorded recorded : file.history()) events.add(event(recorded));
    ArrayNode deliveries = json.putArray("deliveries");
    for (Delivery delivery : file.deliveries()) deliveries.add(delivery(delivery));
    return json;
  }

  /** Since when two automations of the CRM fight over it, and when that is over if they stop. */
  private static void contested(ObjectNode json, Contest contest) {
    if (contest.since().isEmpty()) return;
    ObjectNode told = json.putObject("contested");
    told.put("since", contest.since().get().toString());
    told.put("until", contest.until().orElseThrow().toString());
  }

  private static ObjectNode offer(Offer offer) {
    ObjectNode json = JSON.objectNode();
    json.put("number", offer.number());
    json.put("agent", offer.agent().value());
    json.put("kind", offer.kind().name());
    json.put("outcome", offer.state().name());
    json.put("offeredAt", offer.offeredAt().toString());
    json.put("expiresAt", offer.expiresAt().toString());
    json.put("settledAt", offer.settledAt().map(Instant::toString).orElse(null));
    json.put("price", offer.owing().map(Owing::words).orElse(null));
    return json;
  }

  private static ObjectNode contact(Contact contact) {
    ObjectNode json = JSON.objectNode();
    json.put("name", contact.name());
    json.put("email", contact.email());
    json.put("phone", contact.phone());
    return json;
  }

  /** The tags found with their places, and every agent of the company with place or reason. */
  private static ObjectNode explanation(LeadFile file, Recorded last, RoutingBook book) {
    ObjectNode json = JSON.objectNode();
    json.put("revision", last.revision());
    json.put("at", last.recordedAt().toString());
    ArrayNode tags = json.putArray("tagsFound");
    for (TagMatch match : file.rotation().tags()) {
      ObjectNode tag = tags.addObject();
      tag.put("tag", match.tag().text());
      tag.put("place", match.place());
      tag.put("start", match.start());
      tag.put("end", match.end());
    }
    LineUp lineUp = last.lineUp().orElseThrow();
    ArrayNode agents = json.putArray("agents");
    int place = lineUp.asked().size();
    for (Standing standing : lineUp.line()) {
      ObjectNode agent = agent(agents, standing.agent(), book);
      agent.put("place", ++place);
      agent.put("score", standing.score().total());
      agent.put("tagScore", standing.score().tags());
      agent.put("performance", standing.performance());
      agent.put("lastOfferedAt", standing.lastOffered().map(Instant::toString).orElse(null));
      agent.put("reason", "IN_LINE");
    }
    for (AgentId asked : lineUp.asked()) {
      if (lineUp.leftOut().containsKey(asked)) continue;
      agent(agents, asked, book).put("reason", "ASKED");
    }
    lineUp
        .leftOut()
        .forEach(
            (id, reason) -> {
              ObjectNode agent = agent(agents, id, book);
              agent.put("reason", reason.name());
              agent.put("because", agent.get("name").asText() + " " + reason.words());
            });
    return json;
  }

  private static ObjectNode agent(ArrayNode agents, AgentId id, RoutingBook book) {
    ObjectNode json = agents.addObject();
    json.put("agent", id.value());
    json.put("name", book.agent(id).map(Agent::name).orElse(id.value()));
    return json;
  }

  private static ObjectNode event(Recorded recorded) {
    ObjectNode json = JSON.objectNode();
    json.put("sequence", recorded.sequence());
    json.put("kind", recorded.event().getClass().getSimpleName());
    json.put("at", recorded.event().at().toString());
    json.put("recordedAt", recorded.recordedAt().toString());
    json.put("revision", recorded.revision());
    return json;
  }

  private static ObjectNode delivery(Delivery delivery) {
    ObjectNode json = JSON.objectNode();
    json.put("id", delivery.id());
    json.put("what", delivery.what());
    json.put("state", delivery.state());
    json.put("attempts", delivery.attempts());
    json.put("promisedAt", delivery.promisedAt().toString());
    json.put("note", delivery.note());
    return json;
  }

  private static void put(ObjectNode json, String name, Optional<AgentId> agent) {
    json.put(name, agent.map(AgentId::value).orElse(null));
  }
}
