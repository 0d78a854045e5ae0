-- Public numbers of reports, spread over the table. :count of them.
SELECT number FROM report ORDER BY md5(number) LIMIT :count;
