-- What only the service may know: keys that it signs with, and the keys that partners sign in with.

CREATE TABLE site_secret (
    name text PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9-]{0,63}$'),
    key bytea NOT NULL CHECK (octet_length(key) = 32),
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE site_secret IS
    'Keys that all instances sign with, made by the first that needs them. Changing one ends every link made with it.';

CREATE TABLE api_key (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE CHECK (name ~ '^[A-Za-z0-9._-]{1,64}$'),
    hash bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    scopes text[] NOT NULL CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['report', 'import', 'unit']),
    unit text CHECK ((unit IS NOT NULL) = ('unit' = ANY (scopes))),
    created_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz CHECK (revoked_at >= created_at)
);
COMMENT ON TABLE api_key IS
    'Who may ask for more than the public. A revoked key stays, so that what was done with it keeps its name.';
COMMENT ON COLUMN api_key.hash IS 'SHA-256 of the key''s text; the text itself is shown once and kept nowhere.';
COMMENT ON COLUMN api_key.unit IS 'The code of the unit that a key of scope unit acts for.';
