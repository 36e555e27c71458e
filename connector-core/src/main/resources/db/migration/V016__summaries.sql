-- What a lead is about, by a language model, where the installation has one. It says what
-- lead_content says: whoever erases that erases this. A lead without a row was never tried; one
-- without a due time has its summary, or stays without.
CREATE TABLE lead_summary (
  lead_id    uuid PRIMARY KEY REFERENCES lead (id),
  company_id varchar(63) NOT NULL,
  said       varchar(300),
  tries      integer NOT NULL,
  due_at     timestamp(6) with time zone
);
