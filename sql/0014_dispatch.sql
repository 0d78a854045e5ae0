-- What units and consultants need besides: who has a report, who was asked about it, and by whose hand and through which
-- door something was done.

ALTER TABLE report
    ADD COLUMN assignee integer,
    ADD COLUMN asked_units text[] CHECK (cardinality(asked_units) > 0);
COMMENT ON COLUMN report.assignee IS 'The account of who has it in its unit; null if nobody has.';
COMMENT ON COLUMN report.asked_units IS 'Codes of the units that were asked about it and have not answered; null if none.';

ALTER TABLE report_event
    ADD COLUMN staff integer,
    ADD COLUMN origin text;
COMMENT ON COLUMN report_event.staff IS 'The account of who did it, if it was staff who signed in: a number, never a name.';
COMMENT ON COLUMN report_event.origin IS 'Through which door it was done: dispatch, api, open311, portal; null for events from before.';
