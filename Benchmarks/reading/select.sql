-- What a read by number asks of the database: keep the columns equal to Report+Row.swift.
\set serial random(1, @serials@)
SELECT r.id, r.number, r.kind, r.category, r.status, r.reason, r.description, r.public_description, r.address,
    r.public_address, r.channel, r.answers, r.precision_m, r.first_action_due, r.closure_due, r.first_action_at,
    r.waiting_since, r.created_at, r.updated_at, r.closed_at, r.hidden, r.supporters, r.version,
    r.lon, r.lat, r.east, r.north, r.district, r.unit, r.city_version, r.rule, r.placement,
    r.placement #>> '{why,pl}', r.placement #>> '{why,en}', r.needs_review, r.closed_spells
FROM report r WHERE number = '@prefix@' || lpad(:serial::text, 6, '0');
