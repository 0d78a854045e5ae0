-- The city with its past: every document keeps each text that it ever had, so that what was in force when a report
-- was placed can be read back.

-- The old table held only what files had loaded, and they load again: nothing of anybody's is lost.
DROP TABLE city_document;

CREATE TABLE city_version (
    version integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    note text NOT NULL
);
COMMENT ON TABLE city_version IS
    'One row for each change of the city''s data; written under the table''s lock, so versions become visible in order.';

CREATE TABLE city_document (
    name text NOT NULL CHECK (name ~ '^[a-z][a-z0-9_-]{0,63}(/[a-z][a-z0-9_-]{0,63})?$'),
    valid_from date NOT NULL DEFAULT '-infinity' CHECK (valid_from < 'infinity'),
    content text NOT NULL,
    version integer NOT NULL REFERENCES city_version (version),
    superseded_in integer REFERENCES city_version (version) CHECK (superseded_in > version),
    PRIMARY KEY (name, valid_from, version)
);
COMMENT ON TABLE city_document IS
    'The city as data (districts, zones/park, units, …): files fill an empty table, from then on this is the truth.';
COMMENT ON COLUMN city_document.valid_from IS
    'The first day on which this edition is in force, -infinity for the first edition; the next edition ends it.';
COMMENT ON COLUMN city_document.version IS 'The version of the city that brought this text.';
COMMENT ON COLUMN city_document.superseded_in IS
    'The version of the city that put another text in its place; null while it stands.';

CREATE UNIQUE INDEX city_document_standing ON city_document (name, valid_from) WHERE superseded_in IS NULL;

CREATE FUNCTION refuse_change_of_city() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'city_document' THEN
        IF OLD.superseded_in IS NULL AND NEW.superseded_in IS NOT NULL
            AND (NEW.name, NEW.valid_from, NEW.content, NEW.version)
                = (OLD.name, OLD.valid_from, OLD.content, OLD.version)
        THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION '% is never changed: reports name the version that placed them', TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER city_document_keeps_its_texts
    BEFORE UPDATE ON city_document
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_city();
CREATE TRIGGER city_document_is_never_emptied
    BEFORE DELETE OR TRUNCATE ON city_document
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_city();
CREATE TRIGGER city_version_is_immutable
    BEFORE UPDATE OR DELETE OR TRUNCATE ON city_version
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_city();

-- No foreign key: each report would lock the same row of city_version, and all writers would meet there.
ALTER TABLE report
    ADD COLUMN city_version integer,
    ADD COLUMN rule text,
    ADD COLUMN placement jsonb,
    ADD COLUMN needs_review boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN report.city_version IS
    'The version of the city that placed the report; null for reports from before there were versions.';
COMMENT ON COLUMN report.rule IS
    'What chose the unit: the id of a rule, ''category'' or ''queue''; null for reports from before there were rules.';
COMMENT ON COLUMN report.placement IS 'The facts that the placement was made of, kept as they were.';
COMMENT ON COLUMN report.needs_review IS
    'Whether the place is so near to a border that somebody should look at the placement.';
