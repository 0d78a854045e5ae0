-- What the API asks the database for one report, as pgbench asks it with :number bound: keep it equal to the Ledger's own statement.
SELECT * FROM report WHERE number = :number;
