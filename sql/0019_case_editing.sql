-- Who is writing in which case just now, so that others hear of it before they begin as well. Nothing of it outlasts a
-- minute, so that a crash may lose it.

CREATE UNLOGGED TABLE case_editing (
    report_id uuid NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    account integer NOT NULL REFERENCES staff_account (id),
    at timestamptz NOT NULL,
    PRIMARY KEY (report_id, account)
);
COMMENT ON TABLE case_editing IS 'Staff who have begun to write in a form of a case; all instances see the same.';
COMMENT ON COLUMN case_editing.at IS 'The last sign of it; without another one it is forgotten after a minute.';
CREATE INDEX case_editing_at ON case_editing (at);
