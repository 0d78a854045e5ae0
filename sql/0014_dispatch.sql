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

-- What somebody did to one report or to many at once, and how these stood before: so it can be taken back for a while.
CREATE TABLE desk_change (
    id uuid PRIMARY KEY,
    staff integer NOT NULL,
    at timestamptz NOT NULL,
    undone_at timestamptz CHECK (undone_at >= at)
);
COMMENT ON TABLE desk_change IS 'What a member of staff did at once, kept for a day; within ten minutes it can be taken back.';
CREATE INDEX desk_change_at ON desk_change (at);

CREATE TABLE desk_change_report (
    change_id uuid NOT NULL REFERENCES desk_change (id) ON DELETE CASCADE,
    report_id uuid NOT NULL REFERENCES report (id),
    version integer NOT NULL CHECK (version >= 1),
    before jsonb NOT NULL,
    PRIMARY KEY (change_id, report_id)
);
COMMENT ON COLUMN desk_change_report.version IS
    'What the change raised the report to: if it stands higher, somebody did something since, and nothing is taken back.';
COMMENT ON COLUMN desk_change_report.before IS 'The columns that such changes write, as they stood before.';

ALTER TABLE report ADD FOREIGN KEY (assignee) REFERENCES staff_account (id);
ALTER TABLE report_event ADD FOREIGN KEY (staff) REFERENCES staff_account (id);
ALTER TABLE desk_change ADD FOREIGN KEY (staff) REFERENCES staff_account (id);

CREATE TABLE staff_filter (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account integer NOT NULL REFERENCES staff_account (id),
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
    query text NOT NULL CHECK (octet_length(query) <= 1000),
    UNIQUE (account, name)
);
COMMENT ON TABLE staff_filter IS 'Queues that members of the staff have saved for themselves.';
COMMENT ON COLUMN staff_filter.query IS 'The query of the queue''s address, with its question mark.';
