-- Sites that may show a company's pages in a frame, such as its CRM ------------------------------

CREATE TABLE embedding_origin (
  company_id varchar(63) NOT NULL REFERENCES company (id),
  origin     varchar(255) NOT NULL,
  PRIMARY KEY (company_id, origin)
);

-- How far a new company has come in being set up: names of steps, separated by spaces -------------

CREATE TABLE first_steps (
  company_id varchar(63) PRIMARY KEY REFERENCES company (id),
  settled    varchar(1000) NOT NULL,
  ended_at   timestamp(6) with time zone
);
