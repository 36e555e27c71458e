-- Of whom nothing is kept any more: a person may ask for that.
ALTER TABLE lead ADD COLUMN erased_at timestamp(6) with time zone;
