-- Which columns are filled in the newest report whose description begins with :'beginning' and in its first event, and how
-- long the description is: what is inserted beside us has to be the same. That ours is suggested to repeat another, which is
-- one event more, is what nobody inserts beside us.
SELECT (SELECT string_agg(key, ' ' ORDER BY key)
        FROM jsonb_object_keys(jsonb_strip_nulls(to_jsonb(r) - 'suggested_id' - 'suggested_likeness')) AS key),
    (SELECT string_agg(key, ' ' ORDER BY key) FROM report_event e, jsonb_object_keys(jsonb_strip_nulls(to_jsonb(e))) AS key
        WHERE e.report_id = r.id AND e.version = 1),
    char_length(description)
FROM report r WHERE starts_with(description, :'beginning') ORDER BY id DESC LIMIT 1;
