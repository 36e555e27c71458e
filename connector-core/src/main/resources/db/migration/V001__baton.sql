-- Long texts are varchar(1000000) and not text: H2 would keep each of those apart as a large object.

-- Whose it is ---------------------------------------------------------------------------------

CREATE TABLE company (
  id          varchar(63) PRIMARY KEY,
  name        varchar(200) NOT NULL,
  zone        varchar(64) NOT NULL,
  revision    integer NOT NULL DEFAULT 0
);

CREATE TABLE crm_connection (
  id           varchar(63) PRIMARY KEY,
  company_id   varchar(63) NOT NULL REFERENCES company (id),
  crm          varchar(20) NOT NULL,
  account      varchar(64) NOT NULL,
  settings     varchar(1000000) NOT NULL,
  secret       bytea,
  closed_until timestamp(6) with time zone NOT NULL,
  CONSTRAINT one_connection_per_account UNIQUE (crm, account)
);

CREATE TABLE api_token (
  token_hash  bytea PRIMARY KEY,
  company_id  varchar(63) NOT NULL REFERENCES company (id),
  created_at  timestamp(6) with time zone NOT NULL
);

-- What all nodes of the installation have to agree on, such as the fingerprint of the secret key.
CREATE TABLE installation (
  name   varchar(63) PRIMARY KEY,
  agreed varchar(200) NOT NULL
);

-- Configuration: a value with a history -------------------------------------------------------

CREATE TABLE routing_book (
  company_id   varchar(63) NOT NULL REFERENCES company (id),
  revision     integer NOT NULL,
  published_at timestamp(6) with time zone NOT NULL,
  published_by varchar(200) NOT NULL,
  content      varchar(1000000) NOT NULL,
  PRIMARY KEY (company_id, revision)
);

-- Facts about agents that are not configuration -----------------------------------------------

CREATE TABLE agent_standing (
  company_id      varchar(63) NOT NULL REFERENCES company (id),
  agent_id        varchar(128) NOT NULL,
  available       boolean NOT NULL,
  available_since timestamp(6) with time zone NOT NULL,
  last_offered_at timestamp(6) with time zone,
  PRIMARY KEY (company_id, agent_id)
);

-- Leads: the state beside the history, and the person apart from both --------------------------

CREATE TABLE lead (
  id            uuid PRIMARY KEY,
  company_id    varchar(63) NOT NULL REFERENCES company (id),
  connection_id varchar(63) NOT NULL REFERENCES crm_connection (id),
  object        varchar(64) NOT NULL,
  record_id     varchar(64) NOT NULL,
  received_at   timestamp(6) with time zone NOT NULL,
  changed_at    timestamp(6) with time zone NOT NULL,
  version       integer NOT NULL,
  stage         varchar(12) NOT NULL,
  holder        varchar(128),
  owner         varchar(128),
  crm_owner     varchar(64) NOT NULL,
  source        varchar(200) NOT NULL,
  tags          varchar(1000000) NOT NULL,
  due_at        timestamp(6) with time zone,
  owned_at      timestamp(6) with time zone,
  follows       uuid,
  CONSTRAINT same_record_same_lead UNIQUE (company_id, connection_id, object, record_id)
);
CREATE INDEX lead_due ON lead (due_at);
CREATE INDEX lead_latest ON lead (company_id, received_at);
CREATE INDEX lead_stage ON lead (company_id, stage, received_at);

CREATE INDEX lead_follows ON lead (follows);

-- What a customer is known by, as hashes: two leads that share one are of the same customer.
CREATE TABLE lead_key (
  lead_id     uuid NOT NULL REFERENCES lead (id),
  company_id  varchar(63) NOT NULL,
  key_hash    bytea NOT NULL,
  PRIMARY KEY (lead_id, key_hash)
);
CREATE INDEX lead_key_hash ON lead_key (company_id, key_hash);

CREATE TABLE lead_content (
  lead_id     uuid PRIMARY KEY REFERENCES lead (id),
  company_id  varchar(63) NOT NULL,
  content     varchar(1000000) NOT NULL
);

CREATE TABLE lead_event (
  lead_id     uuid NOT NULL REFERENCES lead (id),
  sequence    integer NOT NULL,
  company_id  varchar(63) NOT NULL,
  kind        varchar(32) NOT NULL,
  at          timestamp(6) with time zone NOT NULL,
  recorded_at timestamp(6) with time zone NOT NULL,
  revision    integer NOT NULL,
  data        varchar(1000000) NOT NULL,
  line_up     varchar(1000000),
  grounds     varchar(1000000),
  PRIMARY KEY (lead_id, sequence)
);
CREATE INDEX lead_event_at ON lead_event (company_id, at);

-- At most one open offer of a lead, held by the database: open_lead is the lead while the offer
-- holds it for one agent alone, and nothing otherwise.
CREATE TABLE offer (
  lead_id     uuid NOT NULL REFERENCES lead (id),
  number      integer NOT NULL,
  company_id  varchar(63) NOT NULL,
  agent_id    varchar(128) NOT NULL,
  kind        varchar(16) NOT NULL,
  state       varchar(12) NOT NULL,
  offered_at  timestamp(6) with time zone NOT NULL,
  expires_at  timestamp(6) with time zone NOT NULL,
  settled_at  timestamp(6) with time zone,
  token_hash  bytea NOT NULL,
  crm_task_id varchar(64),
  open_lead   uuid GENERATED ALWAYS AS
    (CASE WHEN state = 'OPEN' AND kind IN ('LINE', 'ANOTHER_CHANCE') THEN lead_id END) ${stored},
  PRIMARY KEY (lead_id, number),
  CONSTRAINT one_open_offer_per_lead UNIQUE (open_lead),
  CONSTRAINT one_offer_per_token UNIQUE (token_hash)
);
CREATE INDEX offer_of_agent ON offer (company_id, agent_id, offered_at);

-- What the outside told us ---------------------------------------------------------------------

CREATE TABLE inbox (
  id            bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  company_id    varchar(63),
  connection_id varchar(63),
  crm           varchar(20) NOT NULL,
  account       varchar(64) NOT NULL,
  notice_key    varchar(400) NOT NULL,
  payload       varchar(1000000) NOT NULL,
  received_at   timestamp(6) with time zone NOT NULL,
  state         varchar(8) NOT NULL,
  due_at        timestamp(6) with time zone,
  attempts      integer NOT NULL DEFAULT 0,
  note          varchar(500) NOT NULL,
  settled_at    timestamp(6) with time zone,
  CONSTRAINT one_notice_per_key UNIQUE (crm, notice_key)
);
CREATE INDEX inbox_due ON inbox (due_at);

-- What we owe the outside ----------------------------------------------------------------------

CREATE TABLE outbox (
  id            bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  company_id    varchar(63) NOT NULL,
  connection_id varchar(63) NOT NULL,
  lead_id       uuid NOT NULL REFERENCES lead (id),
  kind          varchar(16) NOT NULL,
  offer_number  integer,
  data          varchar(1000000) NOT NULL,
  promised_at   timestamp(6) with time zone NOT NULL,
  state         varchar(12) NOT NULL,
  due_at        timestamp(6) with time zone,
  attempts      integer NOT NULL DEFAULT 0,
  note          varchar(500) NOT NULL DEFAULT '',
  settled_at    timestamp(6) with time zone
);
CREATE INDEX outbox_due ON outbox (due_at);
CREATE INDEX outbox_lead ON outbox (lead_id, id);
