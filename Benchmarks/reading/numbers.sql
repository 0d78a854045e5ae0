-- Numbers of reports that everybody may read (no staff-only category), spread over the table. :count of them.
SELECT number FROM report WHERE category <> 'order.homeless' AND status <> 'withdrawn' AND NOT (status = 'rejected' AND kind <> 'idea')
ORDER BY md5(number) LIMIT :count;
