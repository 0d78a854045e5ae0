-- Where the exported reports are copied to. `report` is made of it once the copy has ended.
CREATE EXTENSION postgis;
CREATE UNLOGGED TABLE exported (
    number text, kind text, category text, status text, reason text, description text, address text, created timestamptz,
    updated timestamptz, closed timestamptz, due timestamptz, district text, unit text, supporters integer,
    lon double precision, lat double precision
);
