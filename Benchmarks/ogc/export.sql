-- What everybody may see of every report, for the peer to load: the same places with the same properties.
-- :'withheld' are the categories of which only staff may know, with commas between.
COPY (
    SELECT number, kind, category, status, reason, coalesce(public_description, description), coalesce(public_address, address),
        created_at, updated_at, closed_at, closure_due, district, unit, supporters + member_supporters, lon, lat
    FROM report
    WHERE category <> ALL (string_to_array(:'withheld', ',')) AND NOT hidden AND status <> 'withdrawn'
        AND NOT (status = 'rejected' AND kind <> 'idea')
) TO STDOUT;
