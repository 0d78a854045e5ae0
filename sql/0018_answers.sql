-- What editors write for those who answer, and what those who handle reports tell the editors of the rules.

CREATE TABLE answer_template (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 80),
    category text CHECK (char_length(category) <= 64),
    status text CHECK (char_length(status) <= 32),
    text_pl text NOT NULL CHECK (char_length(text_pl) BETWEEN 1 AND 4000),
    text_en text NOT NULL CHECK (char_length(text_en) BETWEEN 1 AND 4000),
    version integer NOT NULL DEFAULT 1,
    changed_at timestamptz NOT NULL,
    changed_by integer NOT NULL REFERENCES staff_account (id)
);
COMMENT ON TABLE answer_template IS 'Public answers that editors have written beforehand, in both languages.';
COMMENT ON COLUMN answer_template.category IS 'The category that it answers; null for all.';
COMMENT ON COLUMN answer_template.status IS 'The state that it explains; null for all.';
COMMENT ON COLUMN answer_template.text_pl IS 'With names in braces, such as {number}, in whose place the case is put.';

CREATE TABLE rule_note (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    account integer NOT NULL REFERENCES staff_account (id),
    report_id uuid NOT NULL REFERENCES report (id),
    rule text NOT NULL CHECK (char_length(rule) <= 120),
    city_version integer NOT NULL,
    unit text NOT NULL CHECK (char_length(unit) <= 32),
    text text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 4000),
    settled_at timestamptz,
    settled_by integer REFERENCES staff_account (id),
    CHECK ((settled_at IS NULL) = (settled_by IS NULL))
);
COMMENT ON TABLE rule_note IS 'What staff say of a rule that placed a report wrongly, until an editor has seen to it.';
COMMENT ON COLUMN rule_note.rule IS 'The rule of the placement at that moment.';
COMMENT ON COLUMN rule_note.unit IS 'The unit that the rule chose.';

CREATE INDEX rule_note_open ON rule_note (id) WHERE settled_at IS NULL;
CREATE INDEX rule_note_report ON rule_note (report_id);
