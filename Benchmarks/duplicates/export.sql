-- Every report on the map, for Looking to read: tabs between, moments in seconds since 1970, \N for what is still open.
COPY (
    SELECT number, kind, category, status, unit, district, floor(extract(epoch FROM created_at))::bigint,
        floor(extract(epoch FROM closed_at))::bigint, lon, lat
    FROM report
    WHERE NOT hidden
) TO STDOUT;
