-- Clusters in one go: rows sorted by their cells. The better form where a tile has few rows. 16 x 16 cells; count, counts
-- by status, leading category and middle of each; where a cell has one report alone, that report.
SELECT n, (
    SELECT ST_AsMVT(made, 'reports', 4096, 'geom', 'id') FROM (
        WITH cells AS (
            SELECT min(id) AS id, count(*) AS count,
                nullif(count(*) FILTER (WHERE status = 'received'), 0) AS received,
                nullif(count(*) FILTER (WHERE status = 'triage'), 0) AS triage,
                nullif(count(*) FILTER (WHERE status = 'assigned'), 0) AS assigned,
                nullif(count(*) FILTER (WHERE status = 'in_progress'), 0) AS in_progress,
                nullif(count(*) FILTER (WHERE status = 'planned'), 0) AS planned,
                nullif(count(*) FILTER (WHERE status = 'waiting'), 0) AS waiting,
                nullif(count(*) FILTER (WHERE status = 'reopened'), 0) AS reopened,
                nullif(count(*) FILTER (WHERE status = 'resolved'), 0) AS resolved,
                nullif(count(*) FILTER (WHERE status = 'not_resolved'), 0) AS not_resolved,
                nullif(count(*) FILTER (WHERE status = 'duplicate'), 0) AS duplicate,
                nullif(count(*) FILTER (WHERE status = 'out_of_scope'), 0) AS out_of_scope,
                nullif(count(*) FILTER (WHERE status = 'rejected'), 0) AS rejected,
                nullif(count(*) FILTER (WHERE status = 'under_review'), 0) AS under_review,
                nullif(count(*) FILTER (WHERE status = 'accepted'), 0) AS accepted,
                nullif(count(*) FILTER (WHERE status = 'implemented'), 0) AS implemented,
                count(*) FILTER (WHERE status NOT IN (
                    'resolved', 'not_resolved', 'duplicate', 'out_of_scope', 'rejected', 'implemented'
                )) AS open,
                mode() WITHIN GROUP (ORDER BY category) AS category, avg(ST_X(geom)) AS x, avg(ST_Y(geom)) AS y
            FROM report WHERE geom && t.box
            GROUP BY gx >> (27 - t.z), gy >> (27 - t.z)
        )
        SELECT c.id, nullif(c.count > 1, false) AS cluster, c.count,
            c.received, c.triage, c.assigned, c.in_progress, c.planned, c.waiting, c.reopened, c.resolved,
            c.not_resolved, c.duplicate, c.out_of_scope, c.rejected, c.under_review, c.accepted, c.implemented,
            c.open, c.category, r.number, r.kind, r.status, r.created, r.supporters,
            ST_AsMVTGeom(ST_SetSRID(ST_MakePoint(c.x, c.y), 3857), t.box, 4096, 64, true) AS geom
        FROM cells c LEFT JOIN report r ON c.count = 1 AND r.id = c.id
    ) made
) AS mvt
FROM tile t WHERE list = :list AND n = :n;
