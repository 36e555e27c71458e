-- Who can own records in the CRM ---------------------------------------------------------------

-- The users of each connected account as the last look found them; who is listed no more stays, as
-- one who is not active. agent_id is who that is in Baton.
CREATE TABLE crm_user (
  connection_id varchar(63) NOT NULL REFERENCES crm_connection (id),
  owner_id      varchar(64) NOT NULL,
  company_id    varchar(63) NOT NULL REFERENCES company (id),
  user_id       varchar(64) NOT NULL,
  name          varchar(200) NOT NULL,
  email         varchar(320) NOT NULL,
  active        boolean NOT NULL,
  agent_id      varchar(128),
  seen_since    timestamp(6) with time zone NOT NULL,
  changed_at    timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (connection_id, owner_id)
);
CREATE INDEX crm_user_agent ON crm_user (company_id, agent_id);

-- When a node last began to look at them, when a look was last of use, and why the last was not.
ALTER TABLE crm_connection ADD COLUMN users_looked_at timestamp(6) with time zone;
ALTER TABLE crm_connection ADD COLUMN users_read_at timestamp(6) with time zone;
ALTER TABLE crm_connection ADD COLUMN users_trouble varchar(500) DEFAULT '' NOT NULL;

-- Why an agent is not available where nobody has switched him off; empty where somebody has.
ALTER TABLE agent_standing ADD COLUMN off_because varchar(32) DEFAULT '' NOT NULL;
