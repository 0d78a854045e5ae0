-- The reports of a city, their history, and the city itself as data.

CREATE TABLE city_document (
    name text PRIMARY KEY,
    content text NOT NULL,
    loaded_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE city_document IS
    'The city as data (districts, categories, …), loaded once from geodata/<city>/; from then on this is the truth.';

CREATE TABLE report (
    id uuid PRIMARY KEY,
    number text NOT NULL UNIQUE CHECK (number ~ '^[A-Z]{2,8}-[0-9]{4}-[0-9]{6,9}$'),
    kind text NOT NULL CHECK (kind IN ('intervention', 'idea', 'inquiry')),
    category text NOT NULL,
    status text NOT NULL,
    description text NOT NULL CHECK (char_length(description) <= 4000),
    lon double precision NOT NULL CHECK (lon BETWEEN -180 AND 180),
    lat double precision NOT NULL CHECK (lat BETWEEN -90 AND 90),
    east double precision NOT NULL,
    north double precision NOT NULL,
    morton bigint NOT NULL,
    district text NOT NULL,
    unit text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL CHECK (updated_at >= created_at),
    closed_at timestamptz CHECK (closed_at >= created_at),
    supporters integer NOT NULL DEFAULT 0 CHECK (supporters >= 0),
    version integer NOT NULL DEFAULT 1 CHECK (version >= 1)
);
COMMENT ON COLUMN report.lon IS 'Degrees (WGS 84) as printed: six decimals.';
COMMENT ON COLUMN report.east IS 'Metres, EPSG:2178.';
COMMENT ON COLUMN report.north IS 'Metres, EPSG:2178.';
COMMENT ON COLUMN report.morton IS
    'Z-order key of the Web Mercator cell, 31 bits an axis: a tile of the map is one range of it.';
COMMENT ON COLUMN report.version IS 'Raised by one with each change, under the row''s lock.';

CREATE INDEX report_morton ON report (morton);

CREATE TABLE report_event (
    report_id uuid NOT NULL REFERENCES report (id),
    version integer NOT NULL CHECK (version >= 1),
    what text NOT NULL,
    status text NOT NULL,
    at timestamptz NOT NULL,
    transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
    sequence bigint GENERATED ALWAYS AS IDENTITY,
    PRIMARY KEY (report_id, version)
);
COMMENT ON TABLE report_event IS
    'What happened to each report: written in the transaction that changes the report, never changed after.';

CREATE INDEX report_event_feed ON report_event (transaction_id, sequence);

CREATE FUNCTION refuse_change_of_history() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'report_event is never changed: what happened, happened'
        USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER report_event_is_immutable
    BEFORE UPDATE OR DELETE OR TRUNCATE ON report_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

-- Reports are counted by year. A sequence, not a counter in a row, so that writers never wait for each
-- other; a number that was drawn and not used stays unused.
CREATE FUNCTION report_serial_sequence(year integer) RETURNS regclass
LANGUAGE plpgsql AS $$
DECLARE
    sequence_name text := format('report_serial_%s', year);
BEGIN
    IF to_regclass(sequence_name) IS NULL THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(sequence_name, 0));
        EXECUTE format('CREATE SEQUENCE IF NOT EXISTS %I', sequence_name);
    END IF;
    RETURN to_regclass(sequence_name);
END
$$;

CREATE FUNCTION next_report_serial(year integer) RETURNS bigint
LANGUAGE sql AS $$
    SELECT nextval(report_serial_sequence(year))
$$;
