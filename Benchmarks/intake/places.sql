-- Where seeded reports of potholes are that are the city's matter: places all over it.
SELECT DISTINCT lon, lat FROM report WHERE category = 'road.pothole' AND unit = 'ZDMK' ORDER BY lon, lat LIMIT :count;
