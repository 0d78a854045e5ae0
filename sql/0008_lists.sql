-- Lists of reports: any combination of filters, newest first, and the search for words, at a bounded cost.

-- Words as they are compared: small letters without marks. Accents come apart by normalising and fall away, the
-- Polish l is named, and what would bind words into hosts, paths and compounds becomes a space.
CREATE FUNCTION report_words(text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN to_tsvector('pg_catalog.simple'::regconfig, translate(
    normalize(lower($1), NFD),
    U&'\0142\0141-/._@:+&<~\0300\0301\0302\0303\0304\0306\0307\0308\030A\030B\030C\0327\0328',
    'll          '
));
COMMENT ON FUNCTION report_words IS 'The words of a text as the search compares them.';

-- Whoever searches for 'latar' finds 'latarnia' and 'latarni': three letters are a beginning, less is a whole word.
CREATE FUNCTION report_search(text) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
    SELECT string_agg(
        quote_literal(lexeme) || CASE WHEN char_length(lexeme) >= 3 THEN ':*' ELSE '' END, ' & '
    )::tsquery
    FROM unnest(report_words($1))
);
COMMENT ON FUNCTION report_search IS 'The question whether all words of a text occur; null if it has no word.';

CREATE FUNCTION report_week(timestamptz) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN floor(extract(epoch FROM ($1 - timestamptz '1970-01-01 00:00:00+00')) / 604800)::integer;
COMMENT ON FUNCTION report_week IS 'The week of a moment, counted from 1970 in UTC.';

-- In PL/pgSQL, so that it is not taken apart; dear, so that the planner asks the index and never each row; not for
-- parallel workers, whose start takes longer than an answer.
CREATE FUNCTION report_tokens(
    words text, kind text, category text, unit text, district text, status text, morton bigint, created_at timestamptz
) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL UNSAFE COST 5000
-- A dump is brought back without a search path, and the index is made then.
SET search_path FROM CURRENT AS $$
BEGIN
    -- A colon is in no word, so what a stranger searches for never meets these.
    RETURN report_words(words) || array_to_tsvector(ARRAY[
        'k:' || kind, 'c:' || category, 'u:' || unit, 'd:' || district, 's:' || status,
        'ks:' || kind || '/' || status, 'kc:' || kind || '/' || category,
        'ku:' || kind || '/' || unit, 'uc:' || unit || '/' || category,
        'w4:' || report_week(created_at) / 4, 'w16:' || report_week(created_at) / 16,
        'w64:' || report_week(created_at) / 64,
        'g13:' || (morton >> 36), 'g15:' || (morton >> 32), 'g17:' || (morton >> 28)
    ]);
END
$$;
COMMENT ON FUNCTION report_tokens IS
    'What a list may ask of a report, as lexemes: its public words, dimensions, pairs of those that rarely meet, spans of weeks, tiles.';

CREATE INDEX report_newest ON report (created_at, id)
    INCLUDE (status, category, kind, unit, district, hidden, lon, lat);
COMMENT ON INDEX report_newest IS
    'Lists begin here: a walk from the newest on, which alone fills a page that many reports belong to.';

-- A search reads the list of what is not yet in the index through: short, it costs a writer in some hundreds a merge of
-- some milliseconds, and all others half as much as writing straight into the index.
CREATE INDEX report_asked ON report USING gin (report_tokens(
    coalesce(public_description, description) || ' ' || coalesce(public_address, address, ''),
    kind, category, unit, district, status, morton, created_at
)) WITH (fastupdate = on, gin_pending_list_limit = 256);
COMMENT ON INDEX report_asked IS
    'What the walk does not find is rare, and any combination of filters and words is one question to this index.';

-- The walk reads the index alone where pages are known to be visible to all, and the newest pages are the newest rows.
ALTER TABLE report SET (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 2000);
