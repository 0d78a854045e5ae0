-- At most 10,000 reports of a tile, whichever come first: what tile servers on PostGIS do by default.
SELECT n, (
    SELECT ST_AsMVT(made, 'reports', 4096, 'geom', 'id') FROM (
        SELECT id, number, category, kind, status, created, supporters, ST_AsMVTGeom(geom, t.box, 4096, 64, true) AS geom
        FROM report WHERE geom && t.box LIMIT 10000
    ) made
) AS mvt
FROM tile t WHERE list = :list AND n = :n;
