-- What everybody may see of every report on the map, for the peers to load: the same points with the same properties.
-- :'withheld' are the categories of which only staff may know, with commas between. A feature's id is its number's digits.
COPY (
    SELECT replace(substr(number, strpos(number, '-') + 1), '-', '')::bigint, number, category, kind, status,
        to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), supporters, created_at, closed_at, lon, lat
    FROM report
    WHERE category <> ALL (string_to_array(:'withheld', ',')) AND NOT hidden AND status <> 'withdrawn'
        AND NOT (status = 'rejected' AND kind <> 'idea')
) TO STDOUT;
