-- The city's addresses: what can be found by its name, and where it is.

-- A trusted extension of PostgreSQL's own (postgresql-contrib): whoever may create in the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE address_street (
    id integer PRIMARY KEY,
    way text NOT NULL,
    name text NOT NULL CHECK (name <> ''),
    searched text NOT NULL GENERATED ALWAYS AS (' ' || name) STORED,
    east double precision NOT NULL,
    north double precision NOT NULL,
    UNIQUE (name, way)
);
COMMENT ON TABLE address_street IS
    'The names in address, each once: a search looks among these few, then among the houses of those it found.';
COMMENT ON COLUMN address_street.way IS 'The kind of way in short (al, os, pl); empty for streets and places.';
COMMENT ON COLUMN address_street.name IS 'Folded: lower case, no diacritics, titles shortened, without the way.';
COMMENT ON COLUMN address_street.searched IS
    'The name with a space before each word, so that a word''s beginning is one pattern.';
COMMENT ON COLUMN address_street.east IS 'The middle of its entries, metres, EPSG:2178.';

-- No pending list: an import fills it in one go, and a search would have to read the list through.
CREATE INDEX address_street_searched ON address_street USING gin (searched gin_trgm_ops) WITH (fastupdate = off);

CREATE TABLE address (
    id integer PRIMARY KEY,
    street_id integer NOT NULL REFERENCES address_street (id),
    street text NOT NULL,
    number text,
    postcode text,
    lon double precision NOT NULL CHECK (lon BETWEEN -180 AND 180),
    lat double precision NOT NULL CHECK (lat BETWEEN -90 AND 90),
    east double precision NOT NULL,
    north double precision NOT NULL,
    morton bigint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('street', 'estate', 'square', 'landmark', 'address')),
    precision_m double precision CHECK (precision_m >= 0),
    source text,
    house integer,
    number_folded text
);
COMMENT ON TABLE address IS 'Replaced as a whole by an import; filled from geodata/<city>/ when it is empty.';
COMMENT ON COLUMN address.precision_m IS 'How many metres the place may be off; NULL where that is not known.';
COMMENT ON COLUMN address.house IS 'The number at the beginning of number: 12 of 12A/3.';
COMMENT ON COLUMN address.number_folded IS 'The number in lower case without spaces.';

CREATE INDEX address_of_street ON address (street_id, house);
CREATE INDEX address_morton ON address (morton);
