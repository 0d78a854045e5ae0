-- The statement of clusters-hashed.sql for what a question's filters leave.
SELECT n, (
    SELECT ST_AsMVT(made, 'reports', 4096, 'geom', 'id') FROM (
        WITH parts AS (
            SELECT gx >> (27 - t.z) AS cx, gy >> (27 - t.z) AS cy, category, status, count(*) AS n,
                sum(ST_X(geom)) AS x, sum(ST_Y(geom)) AS y, min(id) AS id
            FROM report
            WHERE geom && t.box AND category = ANY (t.categories) AND status = ANY (t.statuses)
                AND created_at >= t.since AND created_at < t.until
            GROUP BY 1, 2, 3, 4
        ), leading_categories AS (
            SELECT DISTINCT ON (cx, cy) cx, cy, category
            FROM parts GROUP BY cx, cy, category ORDER BY cx, cy, sum(n) DESC, category
        ), counted AS (
            SELECT cx, cy, min(id) AS id, sum(n)::bigint AS count,
                sum(n) FILTER (WHERE status = 'received')::bigint AS received,
                sum(n) FILTER (WHERE status = 'triage')::bigint AS triage,
                sum(n) FILTER (WHERE status = 'assigned')::bigint AS assigned,
                sum(n) FILTER (WHERE status = 'in_progress')::bigint AS in_progress,
                sum(n) FILTER (WHERE status = 'planned')::bigint AS planned,
                sum(n) FILTER (WHERE status = 'waiting')::bigint AS waiting,
                sum(n) FILTER (WHERE status = 'reopened')::bigint AS reopened,
                sum(n) FILTER (WHERE status = 'resolved')::bigint AS resolved,
                sum(n) FILTER (WHERE status = 'not_resolved')::bigint AS not_resolved,
                sum(n) FILTER (WHERE status = 'duplicate')::bigint AS duplicate,
                sum(n) FILTER (WHERE status = 'out_of_scope')::bigint AS out_of_scope,
                sum(n) FILTER (WHERE status = 'rejected')::bigint AS rejected,
                sum(n) FILTER (WHERE status = 'under_review')::bigint AS under_review,
                sum(n) FILTER (WHERE status = 'accepted')::bigint AS accepted,
                sum(n) FILTER (WHERE status = 'implemented')::bigint AS implemented,
                coalesce(sum(n) FILTER (WHERE status NOT IN (
                    'resolved', 'not_resolved', 'duplicate', 'out_of_scope', 'rejected', 'implemented'
                )), 0)::bigint AS open,
                sum(x) / sum(n)::double precision AS x, sum(y) / sum(n)::double precision AS y
            FROM parts GROUP BY cx, cy
        ), cells AS (
            SELECT * FROM counted JOIN leading_categories USING (cx, cy)
        )
        SELECT c.id, nullif(c.count > 1, false) AS cluster, c.count,
            c.received, c.triage, c.assigned, c.in_progress, c.planned, c.waiting, c.reopened, c.resolved,
            c.not_resolved, c.duplicate, c.out_of_scope, c.rejected, c.under_review, c.accepted, c.implemented,
            c.open, c.category, r.number, r.kind, r.status, r.created, r.supporters,
            ST_AsMVTGeom(ST_SetSRID(ST_MakePoint(c.x, c.y), 3857), t.box, 4096, 64, true) AS geom
        FROM cells c LEFT JOIN report r ON c.count = 1 AND r.id = c.id
    ) made
) AS mvt
FROM question t WHERE n = :n;
