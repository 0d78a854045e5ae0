-- The areas by the question that is put to them, each in two forms: whole, and in parts of few vertices. Comes after
-- the tables `points` and `areas` are filled.

CREATE TABLE districts_whole AS SELECT rank, geom FROM areas WHERE kind = 'district';
CREATE TABLE covering_whole AS SELECT rank, geom FROM areas WHERE kind = 'zone' AND within = 0;
CREATE TABLE near_whole AS SELECT rank, within, geom FROM areas WHERE kind = 'zone' AND within > 0;

CREATE TABLE districts_parts AS SELECT rank, ST_Subdivide(geom, 64) AS geom FROM districts_whole;
CREATE TABLE covering_parts AS SELECT rank, ST_Subdivide(geom, 64) AS geom FROM covering_whole;
CREATE TABLE near_parts AS SELECT rank, within, ST_Subdivide(geom, 16) AS geom FROM near_whole;

CREATE INDEX ON points USING gist (geom);
CREATE INDEX ON districts_whole USING gist (geom);
CREATE INDEX ON covering_whole USING gist (geom);
CREATE INDEX ON near_whole USING gist (ST_Expand(geom, within));
CREATE INDEX ON districts_parts USING gist (geom);
CREATE INDEX ON covering_parts USING gist (geom);
CREATE INDEX ON near_parts USING gist (ST_Expand(geom, within));
CREATE UNIQUE INDEX ON points (id);
ANALYZE;
