-- Until when a lead is contested if its owner stays; nothing for all others.
ALTER TABLE lead ADD COLUMN contested_until timestamp(6) with time zone;
CREATE INDEX lead_contested ON lead (contested_until);
