-- Consents that were begun in the browser of an admin: the state is kept as its SHA-256 only, the
-- verifier it is bound to (PKCE) sealed. used_at is null until the answer has come, which it may once.
CREATE TABLE consent (
  state_hash    bytea PRIMARY KEY,
  company_id    varchar(63) NOT NULL REFERENCES company (id),
  connection_id varchar(63) NOT NULL REFERENCES crm_connection (id),
  verifier      bytea NOT NULL,
  expires_at    timestamp(6) with time zone NOT NULL,
  used_at       timestamp(6) with time zone
);
CREATE INDEX consent_expiry ON consent (expires_at);
