-- Who works with the console: accounts, their sessions, and what they did besides changing reports.

CREATE TABLE staff_account (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    login text NOT NULL UNIQUE CHECK (login ~ '^[a-z][a-z0-9._-]{1,63}$'),
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 80),
    role text NOT NULL CHECK (role IN ('consultant', 'dispatcher', 'coordinator', 'editor', 'administrator')),
    unit text CHECK ((unit IS NOT NULL) = (role = 'dispatcher')),
    language text NOT NULL CHECK (language IN ('pl', 'en')),
    password_hash text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
    must_change_password boolean NOT NULL,
    totp_secret bytea CHECK (octet_length(totp_secret) = 20),
    totp_required boolean NOT NULL,
    totp_step bigint,
    failures integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
    locked_until timestamptz,
    created_at timestamptz NOT NULL,
    disabled_at timestamptz
);
COMMENT ON TABLE staff_account IS
    'Who may sign in to the console. An account is never removed: what was done with it keeps its name.';
COMMENT ON COLUMN staff_account.login IS 'What is typed to sign in; given once.';
COMMENT ON COLUMN staff_account.name IS 'What colleagues call whoever has the account.';
COMMENT ON COLUMN staff_account.unit IS 'The code of the unit that a dispatcher works for; nobody else has one.';
COMMENT ON COLUMN staff_account.password_hash IS 'argon2id with its salt and costs, as libsodium writes it.';
COMMENT ON COLUMN staff_account.totp_secret IS
    'The secret of the one-time codes; null while none was set up. It cannot be kept as a hash: codes are made of it.';
COMMENT ON COLUMN staff_account.totp_required IS 'Whether the account has to set up one-time codes before it can do anything.';
COMMENT ON COLUMN staff_account.totp_step IS 'The step whose code was taken last, so that none is taken twice.';
COMMENT ON COLUMN staff_account.failures IS 'Wrong passwords and codes since the last time somebody signed in.';
COMMENT ON COLUMN staff_account.locked_until IS 'Before that nothing is tried, be it right or wrong.';

CREATE TABLE staff_session (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
    account integer NOT NULL REFERENCES staff_account (id),
    stage text NOT NULL CHECK (stage IN ('code', 'password', 'enrolment', 'open')),
    network text NOT NULL CHECK (char_length(network) <= 64),
    agent text NOT NULL CHECK (char_length(agent) <= 80),
    created_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL CHECK (ends_at > created_at),
    ended_at timestamptz
);
COMMENT ON TABLE staff_session IS
    'Who is signed in, and where. Rows go 30 days after their end.';
COMMENT ON COLUMN staff_session.token_hash IS 'SHA-256 of what the cookie holds; that itself is kept nowhere.';
COMMENT ON COLUMN staff_session.stage IS
    'What is still wanted before the session is good for anything: a code, a new password, setting up codes; or nothing.';
COMMENT ON COLUMN staff_session.network IS 'Where it was begun, without the address''s last part, for its owner to recognise.';
COMMENT ON COLUMN staff_session.agent IS 'With what, in two words: ''Firefox, Linux''.';
COMMENT ON COLUMN staff_session.seen_at IS 'When it was last used, give or take a minute.';
COMMENT ON COLUMN staff_session.ends_at IS 'When it ends whatever happens.';

CREATE INDEX staff_session_of_account ON staff_session (account) WHERE ended_at IS NULL;
CREATE INDEX staff_session_by_end ON staff_session (ends_at);
COMMENT ON INDEX staff_session_by_end IS 'Housekeeping looks for those that ended long ago.';

CREATE TABLE staff_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    account integer REFERENCES staff_account (id),
    what text NOT NULL CHECK (what ~ '^[a-z][a-z_]{1,39}$'),
    subject integer REFERENCES staff_account (id),
    report_id uuid,
    origin text NOT NULL CHECK (origin IN ('dispatch', 'command')),
    details jsonb
);
COMMENT ON TABLE staff_event IS
    'Who signed in, who was refused, who changed an account, who looked at contact data. What changes a report is in report_event.';
COMMENT ON COLUMN staff_event.account IS 'Who did it; null for whoever has the command line.';
COMMENT ON COLUMN staff_event.subject IS 'The account that it was done to, if that is another one.';
COMMENT ON COLUMN staff_event.report_id IS 'The report that was looked at.';
COMMENT ON COLUMN staff_event.origin IS 'The door: the console or the command line.';
COMMENT ON COLUMN staff_event.details IS 'What else there is to know, without a word about any person.';

CREATE INDEX staff_event_of_account ON staff_event (account, id);
CREATE INDEX staff_event_on_subject ON staff_event (subject, id) WHERE subject IS NOT NULL;
CREATE INDEX staff_event_by_kind ON staff_event (what, id);
CREATE INDEX staff_event_by_time ON staff_event (at);
CREATE INDEX staff_event_of_report ON staff_event (report_id, id) WHERE report_id IS NOT NULL;

CREATE FUNCTION refuse_change_of_staff_history() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'staff_event is never changed: what happened, happened'
        USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER staff_event_is_immutable
    BEFORE UPDATE OR DELETE OR TRUNCATE ON staff_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_staff_history();
