package dev.baton.hubspot.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every call the sandbox understands. */
final class Routes {
  private final List<Route> all;

  Routes(Faults faults, TokenEndpoints tokens, SearchEndpoint searching) {
    var objects = new ObjectEndpoints(faults);
    var batches = new BatchEndpoints(faults, objects);
    String record = "/crm/objects/{v}/{type}/{id}";
    String batch = "/crm/objects/{v}/{type}/batch/";
    String links = "/crm/associations/{v}/{from}/{to}/batch/";
    String properties = "/crm/properties/{v}/{type}";
    all =
        List.of(
            new Route("GET", "/oauth/authorize", tokens::authorize),
            new Route("POST", "/oauth/{v}/token", tokens::token),
            new Route("POST", "/oauth/{v}/token/introspect", tokens::introspect),
            new Route("POST", "/oauth/{v}/token/revoke", tokens::revoke),
            new Route("POST", "/crm/objects/{v}/{type}", objects::create),
            new Route("GET", "/crm/objects/{v}/{type}", objects::list),
            new Route("POST", "/crm/objects/{v}/{type}/search", searching::search),
            new Route("GET", record, objects::read),
            new Route("PATCH", record, objects::update),
            new Route("DELETE", record, objects::delete),
            new Route("POST", batch + "read", batches::read),
            new Route("POST", batch + "create", batches::create),
            new Route("POST", batch + "update", batches::update),
            new Route("POST", batch + "upsert", batches::upsert),
            new Route("POST", batch + "archive", batches::archive),
            new Route("GET", record + "/associations/{to}", AssociationEndpoints::list),
            new Route(
                "PUT",
                record + "/associations/default/{to}/{toId}",
                AssociationEndpoints::makeDefault),
            new Route("DELETE", record + "/associations/{to}/{toId}", AssociationEndpoints::remove),
            new Route("POST", links + "read", AssociationEndpoints::readBatch),
            new Route("POST", links + "create", AssociationEndpoints::createBatch),
            new Route("POST", links + "archive", AssociationEndpoints::archiveBatch),
            new Route("GET", "/crm/owners/{v}", OwnerEndpoints::list),
            new Route("GET", "/crm/owners/{v}/{id}", OwnerEndpoints::read),
            new Route("GET", properties, PropertyEndpoints::list),
            new Route("POST", properties, PropertyEndpoints::create),
            new Route("GET", properties + "/groups", PropertyEndpoints::groups),
            new Route("POST", properties + "/groups", PropertyEndpoints::createGroup),
            new Route("GET", properties + "/{name}", PropertyEndpoints::read),
            new Route("PATCH", properties + "/{name}", PropertyEndpoints::change),
            new Route("GET", "/crm/pipelines/{v}/{type}", PipelineEndpoint::list));
  }

  /** The route of a call: the first that fits, so fixed paths stand above those with names. */
  Optional<Found> find(Request request) {
    return all.stream()
        .filter(route -> route.method.equals(request.method()))
        .flatMap(route -> route.match(request.route()).stream())
        .findFirst();
  }

  /** Whether the path exists for some other method. */
  boolean knowsPath(Request request) {
    return all.stream().anyMatch(route -> route.match(request.route()).isPresent());
  }

  /** An endpoint, with what the named parts of its path are this time. */
  record Found(Endpoint endpoint, Map<String, String> path) {
    /** The name of a kind of record that does not exist, if the path has one. */
    Optional<String> unknownType() {
      return List.of("type", "from", "to").stream()
          .flatMap(name -> Optional.ofNullable(path.get(name)).stream())
          .filter(value -> ObjectType.find(value).isEmpty())
          .findFirst();
    }
  }

  private record Route(String method, String template, Endpoint endpoint) {
    Optional<Found> match(String route) {
      String[] pattern = template.split("/", -1);
      String[] parts = route.split("/", -1);
      if (pattern.length != parts.length) return Optional.empty();
      var named = new HashMap<String, String>();
      for (int i = 0; i < pattern.length; i++) {
        if (pattern[i].equals("{v}") || !pattern[i].startsWith("{")) {
          if (!pattern[i].equals(parts[i])) return Optional.empty();
        } else if (parts[i].isEmpty()) {
          return Optional.empty();
        } else {
          named.put(pattern[i].substring(1, pattern[i].length() - 1), parts[i]);
        }
      }
      return Optional.of(new Found(endpoint, named));
    }
  }
}
