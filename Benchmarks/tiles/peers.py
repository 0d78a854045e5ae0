"""The peers, loaded with the same points and properties: PostGIS in a cluster of the benchmark's own, and tipg on it."""

import os
import pathlib
import re
import subprocess
import time
import urllib.parse
import urllib.request

import places

from harness import children, city, cluster, load, service

HERE = pathlib.Path(__file__).resolve().parent
PYTHON = str(service.ROOT / ".setup/venv/bin/python")
# The limit that tile servers on PostGIS have by default.
LIMIT = 10000
# The statement that is made of another one.
FILTERED = "filtered"
SETTINGS = {"jit": "off", "max_parallel_workers_per_gather": "0", "shared_buffers": "2GB"}
PROPERTIES = "number,category,kind,status,created,supporters"


def export(source, file):
    """Writes what the peers load; `source` is a running service."""
    with open(file, "wb") as out:
        subprocess.run(
            ["psql", "-XAtq", "-v", f"withheld={city.withheld()}", "-f", str(HERE / "export.sql"), source.connection],
            stdout=out, check=True, timeout=300,
        )


class PostGIS:
    """All points in one table, and the tiles and questions to ask for in others."""

    def __init__(self, running, folder, exported):
        folder.mkdir()
        folder.chmod(0o711)
        self.folder = folder
        self.cluster = cluster.Cluster(running, folder, SETTINGS)
        self.connection = self.cluster.connection
        self.cluster.ask(self.statement("peer-table"))
        with open(exported, "rb") as lines:
            subprocess.run(
                ["psql", "-XAtq", "-c", "COPY exported FROM STDIN", self.connection], stdin=lines, check=True, timeout=300
            )
        self.cluster.ask(self.statement("peer-report"), seconds=300)
        subprocess.run(["psql", "-XAtq", "-c", "VACUUM ANALYZE report", self.connection], check=True, timeout=300)
        self.clients = {}

    def statement(self, name):
        if name == FILTERED:
            return filtered_statement()
        return (HERE / f"{name}.sql").read_text(encoding="utf-8")

    @property
    def reports(self):
        return int(self.cluster.ask("SELECT count(*) FROM report"))

    @property
    def version(self):
        told = self.cluster.ask("SELECT postgis_lib_version(), current_setting('server_version')").strip().split("|")
        return f"PostGIS {told[0]} on PostgreSQL {told[1]}"

    def hold(self, zoom):
        """Fills in the tiles of a zoom, in the order in which everybody asks for them."""
        lines = (f"{zoom}\t{index}\t{z}\t{x}\t{y}" for index, (z, x, y) in enumerate(places.tiles(zoom)))
        self.cluster.ask(f"DELETE FROM tile WHERE list = '{zoom}'")
        self.cluster.fill("tile (list, n, z, x, y)", lines)
        self.cluster.ask("UPDATE tile SET box = ST_TileEnvelope(z, x, y) WHERE box IS NULL; ANALYZE tile")

    def rate(self, name, seconds, clients, asked, zoom=None):
        """Tiles a second that a statement makes inside of the server: of the first `asked` in turn, again and again."""
        script = self.folder / f"{name}.sql"
        turn = f"\\set n (:turn * {clients} + :client_id) % {asked}\n\\set turn :turn + 1\n"
        script.write_text(turn + self.statement(name), encoding="utf-8")
        return load.pgbench(
            self.connection, {str(script): ("turn", 0)}, seconds, clients=clients, values=[("list", zoom or 0)]
        )

    def wait_until_idle(self):
        """Waits until nothing is asked any more: who gave a request up has not ended its query."""
        quiet = 0
        while quiet < 3:
            active = self.cluster.ask(
                "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid()"
            )
            quiet = quiet + 1 if int(active) == 0 else 0
            time.sleep(0.1)

    def tiles(self, name, zoom, numbers):
        """The tiles themselves, of the given numbers in a zoom's list, as {number: bytes}."""
        statement = self.statement(name).rstrip().removesuffix(";").replace(":list", f"'{zoom}'")
        wanted = ", ".join(map(str, numbers))
        found = self.cluster.ask(
            f"SELECT n, encode(mvt, 'hex') FROM ({statement.replace('n = :n', f'n IN ({wanted})')}) made", seconds=300
        )
        rows = (line.split("|") for line in found.splitlines())
        return {int(number): bytes.fromhex(text) for number, text in rows}

    def counts(self, zoom, numbers):
        """How many reports lie in tiles of a zoom's list, {number: count}, to the centimetre."""
        wanted = ", ".join(map(str, numbers))
        found = self.cluster.ask(
            "SELECT t.n, count(id) FROM tile t LEFT JOIN report ON geom && t.box AND gx >> (31 - t.z) = t.x "
            f"AND gy >> (31 - t.z) = t.y WHERE list = '{zoom}' AND n IN ({wanted}) GROUP BY t.n"
        )
        return {int(number): int(count) for number, count in (line.split("|") for line in found.splitlines())}


def filtered_statement():
    """The clusters of clusters-hashed.sql for what a question's filters leave."""
    statement = (HERE / "clusters-hashed.sql").read_text(encoding="utf-8")
    for tiles, questions in (
        (
            "WHERE geom && t.box ",
            "WHERE geom && t.box AND category = ANY (t.categories) AND status = ANY (t.statuses) "
            "AND created_at >= t.since AND created_at < t.until ",
        ),
        ("FROM tile t WHERE list = :list AND n = :n", "FROM question t WHERE n = :n"),
    ):
        if statement.count(tiles) != 1:
            raise ValueError(f"clusters-hashed.sql has changed: {tiles!r} does not stand there once")
        statement = statement.replace(tiles, questions)
    return statement


class Tipg:
    """tipg as a service of its own on that database, with two workers."""

    def __init__(self, running, database):
        self.port = children.free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        # The socket's folder as a host.
        place = urllib.parse.quote(str(database.cluster.folder), safe="")
        environment = os.environ | {
            "DATABASE_URL": f"postgresql://{database.cluster.user}@{place}/postgres",
            "TIPG_DB_TABLES": '["public.report"]',
            "TIPG_CATALOG_TTL": "0",
        }
        process = running.start(
            "tipg", PYTHON, "-m", "uvicorn", "tipg.main:app", "--host", "127.0.0.1", "--port", str(self.port),
            "--workers", "2", "--no-access-log", "--log-level", "warning", env=environment,
        )
        children.wait_until_answered(self.address + "/healthz", process)

    def path(self, tile):
        zoom, column, row = tile
        return (
            f"/collections/public.report/tiles/WebMercatorQuad/{zoom}/{column}/{row}"
            f"?limit={LIMIT}&properties={PROPERTIES}"
        )

    def fetch(self, tile):
        with urllib.request.urlopen(self.address + self.path(tile), timeout=120) as answer:
            return answer.read()


def tipg_version():
    told = subprocess.run([PYTHON, "-m", "pip", "show", "tipg"], capture_output=True, text=True, check=True)
    return re.search(r"^Version: (.+)$", told.stdout, re.MULTILINE).group(1)
