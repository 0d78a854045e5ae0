-- The rows that one POST of a report leaves behind, filled with the same columns by two plain statements.
\set lon random(19860000, 20080000)
\set lat random(50000000, 50110000)
\set morton random(1, 4000000000000000000)
BEGIN;
INSERT INTO report (
    id, number, kind, category, status, description, public_description, address, public_address,
    channel, answers, precision_m, lon, lat, east, north, morton, district, unit,
    first_action_due, closure_due, created_at, updated_at, closed_at, version,
    city_version, rule, placement, needs_review,
    said_same_as, said_different_from, external_source, external_id)
VALUES (
    (lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text), 1, 19))::uuid,
    'PEER-2026-' || lpad(nextval('peer_serial')::text, 9, '0'), 'intervention', 'road.pothole', 'received', :description, null, null, null,
    'portal', null, 8, :lon / 1e6, :lat / 1e6, 7426779.197, 5551867.626, :morton, 'III', 'ZDMK',
    now() + interval '3 days', now() + interval '14 days', now(), now(), null, 1,
    1, 'category', :placement, false,
    null, null, null, null)
RETURNING id \gset
INSERT INTO report_event (report_id, version, what, from_status, status, at, actor, actor_name)
VALUES (:id, 1, 'received', null, 'received', now(), 'reporter', null);
END;
