-- Every report of a tile, as the manual of ST_AsMVT has it.
SELECT n, (
    SELECT ST_AsMVT(made, 'reports', 4096, 'geom', 'id') FROM (
        SELECT id, number, category, kind, status, created, supporters, ST_AsMVTGeom(geom, t.box, 4096, 64, true) AS geom
        FROM report WHERE geom && t.box
    ) made
) AS mvt
FROM tile t WHERE list = :list AND n = :n;
