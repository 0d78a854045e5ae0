-- What people have written, and where: random reports, the same ones each time; of one category, if :'category' names one.
SELECT json_build_array(category, lon, lat, description) FROM report
WHERE NOT hidden AND status <> 'withdrawn' AND (:'category' = '' OR category = :'category' AND unit = 'ZDMK')
ORDER BY md5(number) LIMIT :count;
