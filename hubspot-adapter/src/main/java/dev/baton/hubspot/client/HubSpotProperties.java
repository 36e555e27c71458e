package dev.baton.hubspot.client;

import static dev.baton.hubspot.client.HubSpotRequest.path;

import java.util.List;
import java.util.Optional;

/** The fields of a HubSpot account's records. */
public final class HubSpotProperties {
  private final HubSpotApi api;

  public HubSpotProperties(HubSpotApi api) {
    this.api = api;
  }

  /** Every field of a kind of record. */
  public List<HubSpotProperty> all(String type) {
    var answer = api.call(HubSpotRequest.get(path(root(), type)));
    return HubSpotPage.read(answer, HubSpotProperty::read).items();
  }

  /** Reads one field; empty where the account does not have it. */
  public Optional<HubSpotProperty> get(String type, String name) {
    try {
      var answer = api.call(HubSpotRequest.get(path(root(), type, name)));
      return Optional.of(HubSpotProperty.read(answer));
    } catch (HubSpotFault fault) {
      if (fault.answered(404)) return Optional.empty();
      throw fault;
    }
  }

  /** Creates a field. */
  public void create(String type, HubSpotProperty property) {
    api.call(HubSpotRequest.json("POST", path(root(), type), property.body()));
  }

  /** Says anew which values there are to choose from; one that is left out goes. */
  public void setOptions(String type, String name, List<HubSpotProperty.Option> options) {
    var body = HubSpotApi.object();
    HubSpotProperty.addOptions(body, options);
    api.call(HubSpotRequest.json("PATCH", path(root(), type, name), body));
  }

  /** Creates a group that fields are shown in. */
  public void createGroup(String type, String name, String label) {
    var body = HubSpotApi.object().put("name", name).put("label", label);
    api.call(HubSpotRequest.json("POST", path(root(), type, "groups"), body));
  }

  private String root() {
    return "/crm/properties/" + api.version();
  }
}
