-- A company of 20,000 agents has a book of some five million characters.
-- PostgreSQL allows 10,485,760 and takes no more room than there are.
ALTER TABLE routing_book ALTER COLUMN content SET DATA TYPE varchar(10000000);
ALTER TABLE book_draft ALTER COLUMN content SET DATA TYPE varchar(10000000);
