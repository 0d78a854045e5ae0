-- Where all points lie, and each alone; @form@ stands for `whole` or `parts`.

-- All points at once: the lowest district, and the zones as bits.
CREATE VIEW placed_@form@ AS
WITH placed AS MATERIALIZED (
    SELECT p.id, min(d.rank) AS district
    FROM districts_@form@ d JOIN points p ON ST_Covers(d.geom, p.geom) GROUP BY p.id
), found AS (
    SELECT p.id, z.rank FROM covering_@form@ z JOIN points p ON ST_Covers(z.geom, p.geom)
    UNION ALL
    SELECT p.id, z.rank FROM near_@form@ z JOIN points p ON ST_DWithin(z.geom, p.geom, z.within)
), sets AS (
    SELECT id, bit_or(1::bigint << (rank - 1)) AS zones FROM found GROUP BY id
)
SELECT id, district, coalesce(zones, 0) AS zones FROM placed LEFT JOIN sets USING (id);

-- Point by point with prepared statements, inside the server and so without a client's way there and back. A line's
-- box, widened by its distance, is indexed, as `within` differs from line to line.
CREATE FUNCTION place_one_by_one_@form@(first_points integer) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE place geometry; district integer; zones bigint; sum bigint := 0;
BEGIN
    FOR place IN SELECT geom FROM points WHERE id < first_points ORDER BY id LOOP
        SELECT min(d.rank) INTO district FROM districts_@form@ d WHERE ST_Covers(d.geom, place);
        CONTINUE WHEN district IS NULL;
        SELECT bit_or(1::bigint << (rank - 1)) INTO zones FROM (
            SELECT z.rank FROM covering_@form@ z WHERE ST_Covers(z.geom, place)
            UNION ALL
            SELECT z.rank FROM near_@form@ z
            WHERE ST_Expand(z.geom, z.within) && place AND ST_DWithin(z.geom, place, z.within)
        ) found;
        sum := sum + district + bit_count(coalesce(zones, 0)::bit(64));
    END LOOP;
    RETURN sum;
END $$;
