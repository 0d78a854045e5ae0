-- Everything that was said about a report and happened to it: where the sender said it is, when it is due, who did
-- what, who may be told. Personal data stand in tables of their own, which events, maps and lists never read.

ALTER TABLE report
    ADD COLUMN channel text NOT NULL DEFAULT 'portal'
        CHECK (channel IN ('portal', 'mobile', 'phone', 'email', 'chat', 'open311', 'partner')),
    ADD COLUMN public_description text,
    ADD COLUMN address text CHECK (char_length(address) <= 300),
    ADD COLUMN public_address text,
    ADD COLUMN precision_m double precision CHECK (precision_m >= 0),
    ADD COLUMN answers jsonb,
    ADD COLUMN reason text,
    ADD COLUMN hidden boolean NOT NULL DEFAULT false,
    ADD COLUMN first_action_due timestamptz,
    ADD COLUMN closure_due timestamptz,
    ADD COLUMN first_action_at timestamptz,
    ADD COLUMN waiting_since timestamptz,
    ADD COLUMN said_same_as uuid,
    ADD COLUMN said_different_from uuid[],
    ADD COLUMN external_source text,
    ADD COLUMN external_id text CHECK (char_length(external_id) <= 200);
COMMENT ON COLUMN report.public_description IS
    'The description with personal data masked; null where nothing had to be masked.';
COMMENT ON COLUMN report.address IS 'The place in the sender''s words.';
COMMENT ON COLUMN report.public_address IS 'The address with personal data masked; null where nothing had to be.';
COMMENT ON COLUMN report.answers IS
    'The sender''s answers to the category''s questions: a list of texts under each question''s code.';
COMMENT ON COLUMN report.reason IS 'Why it was closed without being resolved: a code of the table of steps.';
COMMENT ON COLUMN report.hidden IS 'Hidden from the public by staff.';
COMMENT ON COLUMN report.closure_due IS
    'When the last working day for closing it ends; moved on by the working days that it waits for its reporter.';
COMMENT ON COLUMN report.waiting_since IS 'Since when the clock stands still; null while it runs.';
COMMENT ON COLUMN report.said_same_as IS 'The report that the sender said is the same matter.';
COMMENT ON COLUMN report.said_different_from IS 'Reports that the sender saw and said are other matters.';
COMMENT ON COLUMN report.external_source IS 'The name of the key that brought it from another system.';

CREATE UNIQUE INDEX report_external ON report (external_source, external_id) WHERE external_id IS NOT NULL;

ALTER TABLE report_event
    ADD COLUMN from_status text,
    ADD COLUMN actor text NOT NULL DEFAULT 'system',
    ADD COLUMN actor_name text,
    ADD COLUMN is_public boolean NOT NULL DEFAULT true,
    ADD COLUMN reason text,
    ADD COLUMN details jsonb;
COMMENT ON COLUMN report_event.actor IS 'The role of who did it: reporter, resident, unit, centre, importer, system.';
COMMENT ON COLUMN report_event.actor_name IS 'A key''s name or a unit''s code, never a person''s.';
COMMENT ON COLUMN report_event.is_public IS 'Whether everybody may know of it; if not, it is for staff.';
COMMENT ON COLUMN report_event.details IS 'What else is worth keeping, without personal data: photos, units, deadlines.';

-- Words stand beside the event and not in it: an event stays for ever, words may have to be taken back.
CREATE TABLE report_note (
    report_id uuid NOT NULL,
    version integer NOT NULL,
    text text NOT NULL CHECK (char_length(text) <= 4000),
    public_text text,
    PRIMARY KEY (report_id, version),
    FOREIGN KEY (report_id, version) REFERENCES report_event (report_id, version)
);
COMMENT ON TABLE report_note IS 'What was written with an event: comments of residents, answers and notes of units.';
COMMENT ON COLUMN report_note.public_text IS 'The text with personal data masked; null where nothing had to be masked.';

CREATE TABLE report_contact (
    report_id uuid PRIMARY KEY REFERENCES report (id),
    first_name text CHECK (char_length(first_name) <= 100),
    last_name text CHECK (char_length(last_name) <= 100),
    email text CHECK (char_length(email) <= 254),
    phone text CHECK (char_length(phone) <= 40),
    by_email boolean NOT NULL,
    by_sms boolean NOT NULL
);
COMMENT ON TABLE report_contact IS
    'Who sent a report, where they said so. Read only to tell them of it, and by staff who may.';

CREATE TABLE report_follower (
    report_id uuid NOT NULL REFERENCES report (id),
    sender bytea NOT NULL CHECK (octet_length(sender) = 32),
    email text CHECK (char_length(email) <= 254),
    phone text CHECK (char_length(phone) <= 40),
    since timestamptz NOT NULL,
    PRIMARY KEY (report_id, sender),
    CHECK (email IS NOT NULL OR phone IS NOT NULL)
);
COMMENT ON TABLE report_follower IS 'Who else wants to be told how it ends.';
COMMENT ON COLUMN report_follower.sender IS 'A digest of where they are told, so that nobody is told twice.';

CREATE TABLE report_supporter (
    report_id uuid NOT NULL REFERENCES report (id),
    sender bytea NOT NULL CHECK (octet_length(sender) = 32),
    since timestamptz NOT NULL,
    PRIMARY KEY (report_id, sender)
);
COMMENT ON TABLE report_supporter IS 'Who said ''me too'', as a keyed digest that names nobody.';

CREATE TABLE remembered_request (
    name bytea PRIMARY KEY CHECK (octet_length(name) = 32),
    content bytea NOT NULL CHECK (octet_length(content) = 32),
    report_id uuid NOT NULL,
    answer text NOT NULL,
    at timestamptz NOT NULL
);
COMMENT ON TABLE remembered_request IS
    'Requests that carried an idempotency key and what was answered, for seven days. Keys and contents as digests.';

CREATE INDEX remembered_request_at ON remembered_request (at);
