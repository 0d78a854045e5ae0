-- Reports about one matter: who leads whom, what was suggested, where likely twins are found, and who sent what.

ALTER TABLE report
    ADD COLUMN leader_id uuid REFERENCES report (id) CHECK (leader_id <> id),
    ADD COLUMN suggested_id uuid REFERENCES report (id) CHECK (suggested_id <> id),
    ADD COLUMN suggested_likeness double precision CHECK (suggested_likeness BETWEEN 0 AND 1),
    ADD COLUMN members integer NOT NULL DEFAULT 0 CHECK (members >= 0),
    ADD COLUMN member_supporters integer NOT NULL DEFAULT 0 CHECK (member_supporters >= 0),
    ADD CONSTRAINT report_suggestion CHECK ((suggested_id IS NULL) = (suggested_likeness IS NULL));
COMMENT ON COLUMN report.leader_id IS
    'The report that it was linked to, by its sender or by staff. That one may be linked to another: whoever unlinks it has its members back.';
COMMENT ON COLUMN report.suggested_id IS 'The report that it is taken to repeat, until staff say so; it stays a pin of its own.';
COMMENT ON COLUMN report.members IS 'How many reports are linked to it, directly or through others.';
COMMENT ON COLUMN report.member_supporters IS 'How many people stand behind those: their senders, and who said ''me too'' to them.';

CREATE INDEX report_members ON report (leader_id) WHERE leader_id IS NOT NULL;
CREATE INDEX report_suggestions ON report (suggested_id) WHERE suggested_id IS NOT NULL;

-- 393 m a side in Kraków: zoom 16. Whoever takes a report in locks the cells around it, and looks through what is open
-- in them, the newest first, so that a storm of reports on one spot costs no more than a few.
CREATE FUNCTION neighbourhood(morton bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN morton >> 30;
COMMENT ON FUNCTION neighbourhood IS 'The cell of the grid in which reports are looked for and locked, by the key of a place.';

CREATE INDEX report_neighbours ON report (neighbourhood(morton), category, created_at) WHERE closed_at IS NULL;
COMMENT ON INDEX report_neighbours IS 'What is open near a place, by category, the newest last.';

-- Links never make a circle; a chain that long would be one.
CREATE FUNCTION report_leader(report uuid) RETURNS uuid
LANGUAGE sql STABLE STRICT PARALLEL SAFE
RETURN (
    WITH RECURSIVE chain AS (
        SELECT r.id, r.leader_id, 1 AS length FROM report r WHERE r.id = $1
        UNION ALL
        SELECT r.id, r.leader_id, chain.length + 1 FROM chain JOIN report r ON r.id = chain.leader_id
        WHERE chain.length < 64
    )
    SELECT id FROM chain WHERE leader_id IS NULL
);
COMMENT ON FUNCTION report_leader IS 'The report that leads the group: the one itself, if it is linked to none.';

CREATE TABLE report_sender (
    report_id uuid PRIMARY KEY REFERENCES report (id),
    sender uuid NOT NULL,
    fingerprint uuid NOT NULL,
    at timestamptz NOT NULL
);
COMMENT ON TABLE report_sender IS
    'Who sent a report, as a keyed digest that names nobody, to know a resend and what one person tells twice. Forgotten after 180 days.';
COMMENT ON COLUMN report_sender.fingerprint IS 'A digest of sender and content: the same means that the same was sent again.';

CREATE INDEX report_sender_fingerprint ON report_sender (fingerprint);
CREATE INDEX report_sender_at ON report_sender (at);
