-- The map of any past day: what was open then. When a report was closed last is a column; here are the times before.

ALTER TABLE report ADD COLUMN closed_spells timestamptz[] CHECK (
    cardinality(closed_spells) > 0 AND cardinality(closed_spells) % 2 = 0 AND array_position(closed_spells, NULL) IS NULL
);
COMMENT ON COLUMN report.closed_spells IS
    'When it was closed and reopened, in turn, the earliest first; null where it never was reopened.';

-- A spell lasts from the event that closed an open report to the event that opened it again: steps from one closed
-- status to another do not divide it. A last closing without a reopening is closed_at's, and no spell.
UPDATE report SET closed_spells = history.moments[1:cardinality(history.moments) / 2 * 2]
FROM (
    SELECT report_id, array_agg(at ORDER BY version) AS moments
    FROM (
        SELECT report_id, version, at, is_closed, lag(is_closed, 1, false) OVER (PARTITION BY report_id ORDER BY version) AS was
        FROM (
            SELECT report_id, version, at, status IN (
                'resolved', 'not_resolved', 'duplicate', 'out_of_scope', 'rejected', 'withdrawn', 'implemented'
            ) AS is_closed
            FROM report_event
        ) AS told
    ) AS compared
    WHERE is_closed <> was
    GROUP BY report_id HAVING count(*) > 1
) AS history
WHERE report.id = history.report_id;
