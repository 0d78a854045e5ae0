-- Where followers of report_event stand, and when an old place stops meaning anything.

CREATE TABLE feed_epoch (
    number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    identity text NOT NULL,
    token bigint NOT NULL UNIQUE,
    sequence_floor bigint NOT NULL CHECK (sequence_floor >= 0),
    transaction_floor xid8 NOT NULL,
    began_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE feed_epoch IS
    'One row for each server, timeline and table in which history went on: after a restore or a failover the numbers of transactions begin elsewhere, and places from before cannot be trusted.';
COMMENT ON COLUMN feed_epoch.identity IS 'What feed_identity() said when the epoch began.';
COMMENT ON COLUMN feed_epoch.token IS 'Random, stands in every place that is given out: a place of another epoch is known by it.';
COMMENT ON COLUMN feed_epoch.sequence_floor IS
    'Events up to this sequence were there when the epoch began; their transactions'' numbers are another world''s.';
COMMENT ON COLUMN feed_epoch.transaction_floor IS 'No event of the epoch has a lower transaction.';

-- No row is written here: a dump of data alone is restored into tables that migrations have just made. Whoever first
-- asks the feed begins the epoch.

CREATE FUNCTION feed_identity() RETURNS text
LANGUAGE sql VOLATILE AS $$
    SELECT CASE WHEN NOT pg_is_in_recovery() THEN
        concat_ws('/', system_identifier, left(pg_walfile_name(pg_current_wal_lsn()), 8),
            (SELECT oid FROM pg_database WHERE datname = current_database()), 'report_event'::regclass::oid)
        END
    FROM pg_control_system()
$$;
COMMENT ON FUNCTION feed_identity IS
    'Cluster, timeline, database and table; null on a standby, which takes its primary''s word. The timeline is that of the log being written: a checkpoint would tell it minutes after a promotion.';

CREATE TABLE feed_cursor (
    follower text PRIMARY KEY CHECK (follower ~ '^[a-z][a-z0-9_-]{0,63}$'),
    epoch integer NOT NULL REFERENCES feed_epoch (number),
    transaction_id xid8 NOT NULL,
    sequence bigint NOT NULL,
    moved_at timestamptz NOT NULL
);
COMMENT ON TABLE feed_cursor IS
    'How far each follower has come that must miss nothing and do nothing twice; moved in the transaction of its effects.';
