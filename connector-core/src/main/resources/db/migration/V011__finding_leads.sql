-- What the list of leads is narrowed by, each with an index in the order of the list --------------

-- Where the lead stands in one word, of which some tell how its owner came to it.
ALTER TABLE lead ADD COLUMN status varchar(12) DEFAULT 'WAITING' NOT NULL;
UPDATE lead SET status = CASE
  WHEN stage IN ('DELINQUENT', 'HELD', 'QUARANTINED', 'ENDED') THEN stage
  WHEN stage IN ('OFFERED', 'SHARK_TANK') THEN 'OFFERED'
  WHEN stage = 'OWNED' THEN 'ASSIGNED'
  ELSE 'WAITING' END;
-- How it was given first since it last had no owner.
UPDATE lead SET status = COALESCE(
  (SELECT CASE e.kind WHEN 'OfferAccepted' THEN 'ACCEPTED' WHEN 'LeadCoalesced' THEN 'COALESCED'
     ELSE 'ASSIGNED' END
   FROM lead_event e
   WHERE e.lead_id = lead.id
     AND e.kind IN ('OfferAccepted', 'LeadCoalesced', 'LeadAssigned', 'OwnerChangedInCrm')
     AND e.sequence > COALESCE(
       (SELECT MAX(r.sequence) FROM lead_event r
        WHERE r.lead_id = lead.id AND r.kind = 'LeadReturned'), 0)
   ORDER BY e.sequence FETCH FIRST 1 ROW ONLY), 'ASSIGNED')
  WHERE stage = 'OWNED';

-- Who owns the lead, or has it to himself for a while.
ALTER TABLE lead ADD COLUMN hands varchar(128) GENERATED ALWAYS AS (COALESCE(owner, holder)) ${stored};

CREATE INDEX lead_list ON lead (company_id, received_at, id);
CREATE INDEX lead_by_status ON lead (company_id, status, received_at, id);
CREATE INDEX lead_by_hands ON lead (company_id, hands, received_at, id);
CREATE INDEX lead_by_team ON lead (company_id, team_id, received_at, id);
CREATE INDEX lead_by_connection ON lead (company_id, connection_id, received_at, id);
DROP INDEX lead_latest;

CREATE TABLE lead_tag (
  lead_id     uuid NOT NULL REFERENCES lead (id),
  company_id  varchar(63) NOT NULL,
  tag_key     varchar(100) NOT NULL,
  received_at timestamp(6) with time zone NOT NULL,
  PRIMARY KEY (lead_id, tag_key)
);
CREATE INDEX lead_tag_list ON lead_tag (company_id, tag_key, received_at, lead_id);

-- The words a lead is found by. They name the person: whoever erases lead_content erases these.
CREATE TABLE lead_word (
  lead_id     uuid NOT NULL REFERENCES lead (id),
  company_id  varchar(63) NOT NULL,
  word        varchar(60) ${bytewise} NOT NULL,
  PRIMARY KEY (lead_id, word)
);
CREATE INDEX lead_word_begins ON lead_word (company_id, word, lead_id);
