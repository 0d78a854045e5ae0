\set n random(1, :questions)
SELECT r.number, ST_Distance(r.@column@, q.@column@) AS metres
FROM question q, LATERAL (
    SELECT * FROM report r
    WHERE ST_DWithin(r.@column@, q.@column@, 50) AND r.category = q.category AND r.created_at <= q.moment
        AND (r.closed_at IS NULL OR r.closed_at >= q.moment - interval '60 days')
    ORDER BY ST_Distance(r.@column@, q.@column@), r.number LIMIT 40
) r
WHERE q.n = :n;
