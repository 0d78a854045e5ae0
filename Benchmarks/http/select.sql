-- What the API asks the database for one report, as pgbench asks it: keep it equal to the Ledger's own statement.
SELECT * FROM report WHERE number = '@number@';
