-- Parts of photos that staff covered: everybody sees a copy with filled rectangles, and the original is kept for staff.

ALTER TABLE photo ADD COLUMN is_copy boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN photo.is_copy IS
    'Whether it is the covered copy of another photo: its name is drawn, and nobody gives it to a report by that name.';

ALTER TABLE report_photo
    ADD COLUMN original bytea REFERENCES photo (hash),
    ADD COLUMN cover jsonb CHECK (jsonb_typeof(cover) = 'array' AND jsonb_array_length(cover) BETWEEN 1 AND 20),
    ADD CHECK ((original IS NULL) = (cover IS NULL));
COMMENT ON COLUMN report_photo.photo IS 'What everybody may see: the photo itself, or a covered copy of it.';
COMMENT ON COLUMN report_photo.original IS 'The photo that was covered, for staff who may see it; null where none was.';
COMMENT ON COLUMN report_photo.cover IS
    'The rectangles, each [left, top, width, height] in ten-thousandths of the picture; null where there are none.';

CREATE INDEX report_photo_original ON report_photo (original) WHERE original IS NOT NULL;

-- A photo that no report has any more is left to the sweeper, whoever took it away and for whatever reason: a copy after
-- a day, since covering can be taken back, and an upload at once.
CREATE FUNCTION release_photos() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Whoever gives one of them to a report holds its row meanwhile; the next statement sees what they did.
    PERFORM FROM photo WHERE hash IN (OLD.photo, OLD.original) ORDER BY hash FOR NO KEY UPDATE;
    UPDATE photo SET attached = false, touched_at = CASE WHEN is_copy THEN now() ELSE '-infinity' END
    WHERE hash IN (OLD.photo, OLD.original) AND attached AND NOT EXISTS (
        SELECT FROM report_photo rp WHERE rp.photo = photo.hash OR rp.original = photo.hash);
    RETURN NULL;
END
$$;

CREATE TRIGGER report_photo_releases_photos
    AFTER DELETE OR UPDATE OF photo, original ON report_photo
    FOR EACH ROW EXECUTE FUNCTION release_photos();
