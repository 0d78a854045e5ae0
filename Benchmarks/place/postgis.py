"""PostGIS with the same points and areas in a throw-away cluster."""

import array
import pathlib
import re
import struct

import answers

HERE = pathlib.Path(__file__).resolve().parent
SRID = 2178
# Extended WKB of a point with its reference system, lowest byte first.
POINT = struct.Struct("<BIIdd")
POINT_WITH_SRID = 0x20000001

FORMS = ("whole", "parts")
TABLES = """
    DROP SCHEMA public CASCADE;
    CREATE SCHEMA public;
    CREATE EXTENSION postgis;
    CREATE TABLE points (id integer, geom geometry(Point, 2178));
    CREATE TABLE areas (kind text, rank integer, within double precision, geom geometry(Geometry, 2178));
"""


class PostGIS:
    """One set of points after the other in a cluster's database."""

    def __init__(self, cluster):
        self.cluster = cluster
        self.points = None

    def version(self):
        return self.cluster.ask("SELECT postgis_lib_version() || ' with GEOS ' || postgis_geos_version()").strip()

    def hold(self, points, areas):
        """Fills the tables with a set of points, unless it is the one that they hold."""
        if self.points == points:
            return
        places = array.array("d", pathlib.Path(points).read_bytes())
        self.cluster.ask(TABLES)
        self.cluster.fill(
            "points",
            (
                f"{index}\t{POINT.pack(1, POINT_WITH_SRID, SRID, *places[2 * index:2 * index + 2]).hex()}"
                for index in range(len(places) // 2)
            ),
        )
        ranks = {"district": 0, "zone": 0}
        lines = []
        for line in pathlib.Path(areas).read_text(encoding="utf-8").splitlines():
            kind, _, within, text = line.split("\t")
            ranks[kind] += 1
            lines.append(f"{kind}\t{ranks[kind]}\t{within}\tSRID={SRID};{text}")
        self.cluster.fill("areas", lines)
        self.cluster.ask((HERE / "postgis-areas.sql").read_text(encoding="utf-8"))
        for form in FORMS:
            self.cluster.ask((HERE / "postgis-placing.sql").read_text(encoding="utf-8").replace("@form@", form))
        self.points = points
        self.count = len(places) // 2

    def rate_of_join(self, form):
        """Placements a second of one query for all points; the answers are added up in the server."""
        seconds, _ = self._timed(f"SELECT count(*), sum(district), bit_or(zones) FROM placed_{form}")
        return self.count / seconds

    def rate_one_by_one(self, form, count, expected):
        """Placements a second of the first points, each by itself; their answers have to add up to what is expected."""
        seconds, answer = self._timed(f"SELECT place_one_by_one_{form}({count})")
        if int(answer) != expected:
            raise RuntimeError(f"PostGIS one by one ({form}) adds up to {answer}, not to {expected}")
        return count / seconds

    def write_answers(self, form, path):
        """Asks for all points once more, outside of all timing."""
        printed = self.cluster.ask(
            f"COPY (SELECT coalesce(district, 0), coalesce(zones, 0) FROM points LEFT JOIN placed_{form} USING (id) "
            "ORDER BY id) TO STDOUT"
        )
        rows = [line.split("\t") for line in printed.splitlines()]
        answers.write(path, (int(row[0]) for row in rows), (int(row[1]) for row in rows))

    def _timed(self, query):
        """Seconds by psql's clock, without the start of psql, and what the query answers."""
        answer, time = self.cluster.ask(f"\\timing on\n{query};").strip().rsplit("\n", 1)
        return float(re.match(r"Time: ([\d.]+) ms", time).group(1)) / 1000, answer
