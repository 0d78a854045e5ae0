-- The peer's table at its best: in degrees, as it is asked and as it answers, and in the order of the place.
CREATE UNLOGGED TABLE report AS
    SELECT number, kind, category, status, reason, description, address, created, updated, closed, due, district, unit,
        supporters, ST_SetSRID(ST_MakePoint(lon, lat), 4326)::geometry(Point, 4326) AS geom
    FROM exported;
DROP TABLE exported;
CREATE INDEX report_geom ON report USING gist (geom);
CLUSTER report USING report_geom;
ALTER TABLE report ADD PRIMARY KEY (number);
