-- Links in agents' messages that were replaced: whoever opens one is told so.
CREATE TABLE access_link_replaced (
  token_hash bytea PRIMARY KEY,
  company_id varchar(63) NOT NULL REFERENCES company (id),
  agent_id   varchar(128) NOT NULL
);

-- An agent's own leads, the latest first.
CREATE INDEX lead_owner ON lead (company_id, owner, owned_at);
