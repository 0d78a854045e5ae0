-- Reads the table and the two indexes that lists of features use, from beginning to end.
SELECT count(r) FROM report r;
SET enable_seqscan = off;
SET enable_bitmapscan = off;
SELECT count(*) FROM (SELECT id FROM report ORDER BY id OFFSET 0) AS r;
SELECT count(*) FROM (SELECT morton, id FROM report ORDER BY morton, id OFFSET 0) AS r;
