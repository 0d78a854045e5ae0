-- What lies in a box is read along the Morton key, page after page: the key alone did not order reports at one place, and
-- each report had to be fetched from the table to see whether it is asked for at all, which made counting slow.
DROP INDEX report_morton;
CREATE INDEX report_places ON report (morton, id)
    INCLUDE (lon, lat, status, category, kind, unit, district, hidden, closed_at, created_at, version);
COMMENT ON INDEX report_places IS
    'Boxes are read and counted here: a box is some ranges of the key, in which every condition of a list can be checked; the
    version tells whether what an instance has written of a report before still holds.';
