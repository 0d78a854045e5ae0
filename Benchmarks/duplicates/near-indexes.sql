-- Points in metres and in degrees, in the order of the place: whichever its statement finds faster is asked.
CREATE UNLOGGED TABLE report AS
    SELECT number, category, to_timestamp(created) AS created_at, to_timestamp(closed) AS closed_at,
        ST_Transform(ST_SetSRID(ST_MakePoint(lon, lat), 4326), 2178)::geometry(Point, 2178) AS geom,
        ST_SetSRID(ST_MakePoint(lon, lat), 4326)::geography(Point, 4326) AS geog
    FROM exported WHERE status <> 'withdrawn' AND (status <> 'rejected' OR kind = 'idea');
CREATE INDEX report_geom ON report USING gist (geom);
CLUSTER report USING report_geom;
CREATE INDEX report_geog ON report USING gist (geog);
CREATE INDEX report_category_geom ON report USING gist (category, geom);
CREATE UNLOGGED TABLE question AS
    SELECT n, category, to_timestamp(:moment) AS moment,
        ST_Transform(ST_SetSRID(ST_MakePoint(lon, lat), 4326), 2178)::geometry(Point, 2178) AS geom,
        ST_SetSRID(ST_MakePoint(lon, lat), 4326)::geography(Point, 4326) AS geog
    FROM asked;
ALTER TABLE question ADD PRIMARY KEY (n);
DROP TABLE exported, asked;
