package dev.baton.hubspot.client;

import static dev.baton.hubspot.client.HubSpotRequest.encoded;
import static dev.baton.hubspot.client.HubSpotRequest.path;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Those who can own records in a HubSpot account. */
public final class HubSpotOwners {
  private static final int PAGE = 100;

  /** An account has a few thousand owners at most; a list without end is a fault of the wire. */
  private static final int MOST_PAGES = 200;

  private final HubSpotApi api;

  public HubSpotOwners(HubSpotApi api) {
    this.api = api;
  }

  /** Everybody who can own records now, or everybody who could once and has left. */
  public List<HubSpotOwner> all(boolean archived) {
    List<HubSpotOwner> all = new ArrayList<>();
    Optional<String> after = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      String query = "?limit=" + PAGE + "&archived=" + archived;
      String next = after.map(text -> "&after=" + encoded(text)).orElse("");
      JsonNode answer = api.call(HubSpotRequest.get(path(root()) + query + next));
      HubSpotPage<HubSpotOwner> owners = HubSpotPage.read(answer, HubSpotOwner::read);
      all.addAll(owners.items());
      after = owners.after();
      if (after.isEmpty()) return all;
    }
    throw new HubSpotFault(new HubSpotTrouble.Unreachable("HubSpot's list of owners has no end"));
  }

  /** Reads one owner; empty where HubSpot does not have them. */
  public Optional<HubSpotOwner> get(String id) {
    try {
      JsonNode answer = api.call(HubSpotRequest.get(path(root(), id)));
      return Optional.of(HubSpotOwner.read(answer));
    } catch (HubSpotFault fault) {
      if (fault.answered(404)) return Optional.empty();
      throw fault;
    }
  }

  private String root() {
    return "/crm/owners/" + api.version();
  }
}
