-- What the door for Open311 keeps besides: links to pictures elsewhere, reports that go first because nobody could be
-- told to call, the updates that units' systems post, and the order of last changes.

ALTER TABLE report
    ADD COLUMN media_link text CHECK (char_length(media_link) <= 2000),
    ADD COLUMN urgent boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN report.media_link IS
    'Where its sender says that a picture of it is: an address for staff to look at, which the service never fetches.';
COMMENT ON COLUMN report.urgent IS
    'It tells of a danger, and its sender could not be told to call: it goes first among those to be looked at.';

CREATE INDEX report_urgent ON report (created_at, id) WHERE urgent AND closed_at IS NULL;
CREATE INDEX report_updated ON report (updated_at, id);

CREATE TABLE posted_update (
    key_id integer NOT NULL REFERENCES api_key (id),
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    content bytea NOT NULL CHECK (octet_length(content) = 32),
    report_id uuid NOT NULL REFERENCES report (id),
    first_version integer,
    last_version integer,
    happened_at timestamptz NOT NULL,
    PRIMARY KEY (key_id, name),
    FOREIGN KEY (report_id, last_version) REFERENCES report_event (report_id, version),
    CHECK (first_version <= last_version)
);
COMMENT ON TABLE posted_update IS
    'What other systems told of reports, by the names they gave it, so that telling it again does nothing twice.';
COMMENT ON COLUMN posted_update.content IS 'A digest of what was told: a name stands for one thing.';
COMMENT ON COLUMN posted_update.last_version IS
    'The events that it became, from first_version on; null if it changed nothing.';
COMMENT ON COLUMN posted_update.happened_at IS 'When it happened, as the other system says: what is older comes too late.';

CREATE INDEX posted_update_report ON posted_update (report_id, last_version);

CREATE INDEX report_event_updates ON report_event (at, report_id, version)
    WHERE what IN ('status', 'note') AND is_public;
COMMENT ON INDEX report_event_updates IS 'What happened to reports of late, for who keeps a copy of their states.';
