-- What the API asks the database for one report, with :number bound: keep it equal to Ledger+Reports.swift.
SELECT id, kind, category, status, description, lon, lat, east, north, district, unit,
    created_at, updated_at, closed_at, supporters, version
FROM report WHERE number = :number;
