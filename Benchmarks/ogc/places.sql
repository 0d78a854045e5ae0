-- Where :count reports lie that everybody may see, drawn anew but the same each time: the middles of the boxes that are asked for.
SELECT lon, lat FROM report
WHERE category <> ALL (string_to_array(:'withheld', ',')) AND NOT hidden
ORDER BY md5(number) LIMIT :count;
