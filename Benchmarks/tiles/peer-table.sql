-- Where the exported reports are copied to. `report` is made of it once the copy has ended.
CREATE EXTENSION postgis;
CREATE UNLOGGED TABLE exported (
    id bigint, number text, category text, kind text, status text, created text, supporters integer,
    created_at timestamptz, closed_at timestamptz, lon double precision, lat double precision
);
CREATE UNLOGGED TABLE tile (list text, n integer, z integer, x integer, y integer, box geometry, PRIMARY KEY (list, n));
CREATE UNLOGGED TABLE question (
    n integer PRIMARY KEY, z integer, x integer, y integer, box geometry,
    categories text[], statuses text[], since timestamptz, until timestamptz
);
