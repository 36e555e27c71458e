package dev.baton.server;

import dev.baton.company.CrmConnection;
import dev.baton.crm.WebhookSecrets;
import dev.baton.server.api.WebhookAddresses;
import java.net.URI;
import java.util.Optional;

/** HubSpot calls one address and signs; Salesforce signs nothing, so each org has its own. */
record WebhooksOfCrms(URI publicUrl, WebhookSecrets secrets) implements WebhookAddresses {

  @Override
  public URI readable(CrmConnection connection) {
    return at(connection, hasSecret(connection) ? "/(secret)" : "");
  }

  @Override
  public URI whole(CrmConnection connection) {
    return at(connection, hasSecret(connection) ? "/" + secrets.current(connection) : "");
  }

  @Override
  public Optional<URI> renewed(CrmConnection connection) {
    if (!hasSecret(connection)) return Optional.empty();
    return Optional.of(at(connection, "/" + secrets.renewed(connection)));
  }

  /** Made with the connection, so that it is there when somebody asks. */
  void prepare(CrmConnection connection) {
    if (hasSecret(connection)) secrets.current(connection);
  }

  private static boolean hasSecret(CrmConnection connection) {
    return connection.crm().equals(SalesforceCrm.NAME);
  }

  private URI at(CrmConnection connection, String rest) {
    return publicUrl.resolve("/webhooks/" + connection.crm() + rest);
  }

  /** Secrets stay out of logs. */
  @Override
  public String toString() {
    return "WebhooksOfCrms[" + publicUrl + "]";
  }
}
