-- Numbers of reports that everybody may read, spread over the table: :count of them. :'withheld' are the categories of
-- which only staff may know, with commas between.
SELECT number FROM report WHERE category <> ALL (string_to_array(:'withheld', ',')) AND status <> 'withdrawn'
    AND NOT (status = 'rejected' AND kind <> 'idea')
ORDER BY md5(number) LIMIT :count;
