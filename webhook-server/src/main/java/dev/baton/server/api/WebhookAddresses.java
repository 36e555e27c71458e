package dev.baton.server.api;

import dev.baton.company.CrmConnection;
import java.net.URI;
import java.util.Optional;

/** Where CRMs have to call us. */
public interface WebhookAddresses {
  /** The address as it may be read by anybody: a secret in it is left out. */
  URI readable(CrmConnection connection);

  /** The address as it has to be entered in the CRM. It may hold a secret: never log it. */
  URI whole(CrmConnection connection);

  /** The address with a new secret; empty where the CRM proves itself otherwise. */
  Optional<URI> renewed(CrmConnection connection);
}
