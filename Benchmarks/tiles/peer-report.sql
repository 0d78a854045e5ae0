-- The peer's table at its best: in the tiles' own projection, in the order of the place, the column of a cluster's cell
-- beside the geometry as whole numbers (31 bits an axis), known to the planner.
CREATE UNLOGGED TABLE report AS
    SELECT id, number, category, kind, status, created, supporters, created_at, closed_at,
        floor((ST_X(place) / 40075016.68557849 + 0.5) * 2147483648)::integer AS gx,
        floor((0.5 - ST_Y(place) / 40075016.68557849) * 2147483648)::integer AS gy,
        place::geometry(Point, 3857) AS geom
    FROM exported, LATERAL (SELECT ST_Transform(ST_SetSRID(ST_MakePoint(lon, lat), 4326), 3857) AS place) placed;
DROP TABLE exported;
CREATE INDEX report_geom ON report USING gist (geom);
CLUSTER report USING report_geom;
ALTER TABLE report ADD PRIMARY KEY (id);
CREATE INDEX report_category ON report (category, created_at);
CREATE INDEX report_created ON report (created_at);
