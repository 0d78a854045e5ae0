-- The reasons that came with one of our own reports, for the peer to insert the same.
SELECT placement FROM report WHERE starts_with(description, :'beginning') ORDER BY id DESC LIMIT 1;
