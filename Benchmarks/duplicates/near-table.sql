-- The peer's table, filled by COPY with what export.sql writes, and what is asked of it.
CREATE EXTENSION postgis;
CREATE EXTENSION btree_gist;
CREATE UNLOGGED TABLE exported (
    number text, kind text, category text, status text, unit text, district text, created bigint, closed bigint,
    lon double precision, lat double precision
);
CREATE UNLOGGED TABLE asked (n integer, category text, lon double precision, lat double precision);
