-- Ten thousand reports of one category on one spot within a day, as their senders would have sent them: most are suggested to
-- repeat the first, each has its events. Their words are those of other reports of the category.
-- Answers where the spot is: longitude, latitude.
BEGIN;
CREATE TEMPORARY TABLE spot ON COMMIT DROP AS
    SELECT * FROM report WHERE category = :'category' AND unit = 'ZDMK' AND status = 'received' ORDER BY md5(number) LIMIT 1;
CREATE TEMPORARY TABLE storm ON COMMIT DROP AS
    SELECT n, now() - interval '1 day' * (:count - n) / :count AS at,
        (lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text), 1, 19))::uuid AS id,
        'KCK-' || extract(year FROM now()) || '-' || lpad(next_report_serial(extract(year FROM now())::integer)::text, 6, '0') AS number
    FROM generate_series(1, :count) AS n;
CREATE TEMPORARY TABLE words ON COMMIT DROP AS
    SELECT row_number() OVER (ORDER BY md5(number)) AS n, description FROM report
    WHERE category = :'category' ORDER BY md5(number) LIMIT :count;
INSERT INTO report (
    id, number, kind, category, status, description, channel, precision_m, lon, lat, east, north, morton, district, unit,
    first_action_due, closure_due, created_at, updated_at, version, city_version, rule, placement, needs_review,
    suggested_id, suggested_likeness)
SELECT storm.id, storm.number, kind, category, 'received', words.description, channel, 8, lon, lat, east, north, morton, district,
    unit, first_action_due, closure_due, storm.at, storm.at, CASE WHEN storm.n % 10 = 1 THEN 1 ELSE 2 END, city_version, rule,
    placement, needs_review,
    CASE WHEN storm.n % 10 <> 1 THEN first.id END, CASE WHEN storm.n % 10 <> 1 THEN 0.9 END
FROM storm JOIN words USING (n), spot, (SELECT id FROM storm WHERE n = 1) AS first;
INSERT INTO report_event (report_id, version, what, from_status, status, at, actor, is_public, details)
SELECT id, 1, 'received', NULL, 'received', at, 'reporter', true, NULL FROM storm
UNION ALL
SELECT storm.id, 2, 'suggested', 'received', 'received', at, 'system', false,
    jsonb_build_object('leader', first.number, 'likeness', 0.9)
FROM storm, (SELECT number FROM storm WHERE n = 1) AS first WHERE storm.n % 10 <> 1;
SELECT lon, lat FROM spot;
COMMIT;
