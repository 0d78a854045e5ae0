-- Photos: which there are, which reports have them, and which files are still to be removed.

CREATE TABLE photo (
    hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    edition bigint NOT NULL,
    width integer NOT NULL CHECK (width > 0),
    height integer NOT NULL CHECK (height > 0),
    perceptual bigint NOT NULL,
    touched_at timestamptz NOT NULL DEFAULT now(),
    stored boolean NOT NULL DEFAULT false,
    attached boolean NOT NULL DEFAULT false CHECK (stored OR NOT attached)
);
COMMENT ON TABLE photo IS 'Written before the files, so that a file without a row cannot be; what nobody attached is swept away.';
COMMENT ON COLUMN photo.hash IS 'SHA-256 of the upload.';
COMMENT ON COLUMN photo.edition IS
    'Drawn when the row is made and a part of the files'' names: a photo that comes again gets files of its own.';
COMMENT ON COLUMN photo.perceptual IS 'Difference hash: photos that look alike differ in few of the 64 bits.';
COMMENT ON COLUMN photo.touched_at IS 'When it was last uploaded.';
COMMENT ON COLUMN photo.stored IS 'Whether all of its files are durable.';
COMMENT ON COLUMN photo.attached IS
    'Whether a report has it; set under the row''s lock, so that a sweeper which waited for the lock sees it.';

CREATE INDEX photo_loose ON photo (touched_at) WHERE NOT attached;

CREATE TABLE report_photo (
    report_id uuid NOT NULL REFERENCES report (id),
    photo bytea NOT NULL REFERENCES photo (hash),
    position smallint NOT NULL CHECK (position >= 1),
    added_version integer NOT NULL CHECK (added_version >= 1),
    PRIMARY KEY (report_id, photo),
    UNIQUE (report_id, position)
);
COMMENT ON COLUMN report_photo.added_version IS 'The version of the report that brought the photo.';

CREATE INDEX report_photo_photo ON report_photo (photo);

CREATE TABLE photo_waste (
    hash bytea NOT NULL,
    edition bigint NOT NULL,
    PRIMARY KEY (hash, edition)
);
COMMENT ON TABLE photo_waste IS 'Files that no row of photo names any more: to be removed from the store.';
