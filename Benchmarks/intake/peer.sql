-- The peer draws its numbers from a sequence of its own, as the service does for each year.
CREATE SEQUENCE peer_serial;
