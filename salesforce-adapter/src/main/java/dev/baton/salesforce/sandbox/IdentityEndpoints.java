package dev.baton.salesforce.sandbox;

import dev.baton.salesforce.sandbox.Tokens.Session;
import java.net.URI;
import java.util.function.Supplier;

/** Says whose session a bearer token is. */
final class IdentityEndpoints {
  static final String USERINFO = "/services/oauth2/userinfo";
  static final String ID = "/id/";

  private final Supplier<URI> instance;

  IdentityEndpoints(Supplier<URI> instance) {
    this.instance = instance;
  }

  Answer identity(Org org, Session session) {
    SandboxUser user = org.records().users().find(session.userId()).orElseThrow();
    String id = instance.get() + ID + org.id() + "/" + user.id();
    var json = Json.object().put("sub", id).put("id", id);
    json.put("user_id", user.id()).put("organization_id", org.id());
    json.put("username", user.username()).put("preferred_username", user.username());
    json.put("name", user.name()).put("display_name", user.name());
    json.put("email", user.email()).put("active", user.active());
    String soap = instance.get() + "/services/Soap/u/{version}/" + org.id();
    json.putObject("urls").put("partner", soap);
    return Answer.json(200, json);
  }

  static Answer stranger() {
    return Answer.text(403, "text/html;charset=UTF-8", "Bad_OAuth_Token");
  }
}
