-- The portal's list shows what its map shows: what is open, and what was closed within the last weeks.
-- So the walk from the newest on has to know when a report was closed, or it would read the table besides.
DROP INDEX report_newest;
CREATE INDEX report_newest ON report (created_at, id)
    INCLUDE (status, category, kind, unit, district, hidden, closed_at, lon, lat);
COMMENT ON INDEX report_newest IS
    'Lists begin here: a walk from the newest on, which alone fills a page that many reports belong to.';
