-- Public numbers of reports, spread over the table. :count of them.
SELECT number FROM report WHERE status <> 'withdrawn' AND NOT (status = 'rejected' AND kind <> 'idea')
ORDER BY md5(number) LIMIT :count;
