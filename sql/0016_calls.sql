-- How calls ended: what the centre's first line could settle, and what it passed on.

CREATE TABLE call_record (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    account integer NOT NULL REFERENCES staff_account (id),
    outcome text NOT NULL CHECK (outcome IN ('answered', 'transferred_complex', 'transferred_individual')),
    seconds integer CHECK (seconds BETWEEN 0 AND 86400),
    report_id uuid UNIQUE REFERENCES report (id)
);
COMMENT ON TABLE call_record IS 'One row for each call that a consultant has ended; nothing of who called.';
COMMENT ON COLUMN call_record.outcome IS
    'answered: settled by the first line; transferred_complex: too much for it; transferred_individual: somebody''s own case.';
COMMENT ON COLUMN call_record.seconds IS 'From the first thing that was written down to the end, as the page says.';
COMMENT ON COLUMN call_record.report_id IS 'The report that was taken; null if none.';

CREATE INDEX call_record_at ON call_record (at);
