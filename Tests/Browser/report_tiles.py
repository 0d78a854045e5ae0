"""Tiles of reports as strangers read them: through HTTP, by two decoders that know nothing of ours, and beside SQL."""

import gzip
import http.client
import json
import math
import random
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import mapbox_vector_tile

from service import ROOT

EXTENT = 4096
BUFFER = 64
HALF_WORLD = math.pi * 6_378_137


@dataclass(frozen=True)
class Tile:
    zoom: int
    x: int
    y: int

    @staticmethod
    def around(zoom, lon, lat):
        column, row = on_map(zoom, lon, lat)
        return Tile(zoom, int(column), int(row))

    def neighbours(self):
        """The tiles around, each with how far it lies to the east and to the south."""
        for down in (-1, 0, 1):
            for across in (-1, 0, 1):
                tile = Tile(self.zoom, self.x + across, self.y + down)
                if (across, down) != (0, 0) and tile.is_real():
                    yield tile, across, down

    def is_real(self):
        return 0 <= self.x < 2**self.zoom and 0 <= self.y < 2**self.zoom

    def children(self):
        return [Tile(self.zoom + 1, 2 * self.x + x, 2 * self.y + y) for x in (0, 1) for y in (0, 1)]

    def path(self, form, query="", layer="/tiles/reports"):
        return f"{layer}/{self.zoom}/{self.x}/{self.y}.{form}{'?' + query if query else ''}"


def on_map(zoom, lon, lat):
    """Column and row of a place, with fractions."""
    down = (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2
    return (lon + 180) / 360 * 2**zoom, down * 2**zoom


@dataclass(frozen=True)
class Mark:
    """A feature: where it lies in units of the tile, as exact as its form has it."""

    x: float
    y: float
    properties: dict


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    def json(self):
        return json.loads(self.body)


class TileClient:
    """Asks one service over one connection."""

    def __init__(self, service, bearer=None):
        self.connection = http.client.HTTPConnection(urlsplit(service.address).netloc, timeout=30)
        self.headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()

    def ask(self, path, method="GET", body=None, **headers):
        if body is not None:
            headers["Content-Type"] = "application/json"
            body = json.dumps(body).encode()
        self.connection.request(method, path, body, {**self.headers, **headers})
        answer = self.connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())

    def post(self, path, body):
        answer = self.ask(path, "POST", body)
        assert answer.status in (200, 201), answer.body
        return answer.json()

    def geojson(self, tile, query="", layer="/tiles/reports"):
        """The features of a tile by their ids."""
        answer = self.ask(tile.path("geojson", query, layer))
        assert answer.status == 200, answer.body
        assert answer.headers["Content-Type"] == "application/geo+json"
        collection = answer.json()
        assert collection["type"] == "FeatureCollection"
        return by_id((feature["id"], in_units(tile, feature)) for feature in collection["features"])

    def vector(self, tile, query="", layer="/tiles/reports"):
        """The bytes of a vector tile; none if it is empty."""
        answer = self.ask(tile.path("mvt", query, layer))
        assert answer.status == (200 if answer.body else 204)
        assert not answer.body or answer.headers["Content-Type"] == "application/vnd.mapbox-vector-tile"
        return answer.body

    def count(self, tile, query="", layer="/tiles/reports"):
        """For how many reports a tile stands."""
        return sum(mark.properties.get("count", 1) for mark in self.geojson(tile, query, layer).values())


def by_id(pairs):
    marks = list(pairs)
    found = dict(marks)
    assert len(found) == len(marks), "an id stands there twice"
    assert all(0 < identifier < 2**53 for identifier in found)
    return found


def in_units(tile, feature):
    lon, lat = feature["geometry"]["coordinates"]
    column, row = on_map(tile.zoom, lon, lat)
    return Mark((column - tile.x) * EXTENT, (row - tile.y) * EXTENT, feature["properties"])


def decoded(drawn):
    """What mapbox-vector-tile reads, by ids."""
    if not drawn:
        return {}
    (layer,) = mapbox_vector_tile.decode(drawn, default_options={"y_coord_down": True}).items()
    name, content = layer
    assert (name, content["extent"], content["version"]) == ("reports", EXTENT, 2)
    return by_id(
        (feature["id"], Mark(*feature["geometry"]["coordinates"], feature["properties"]))
        for feature in content["features"]
    )


def read_by_gdal(tile, drawn):
    """What GDAL reads, by ids."""
    with tempfile.TemporaryDirectory(prefix="emapa-tile-", dir="/tmp") as folder:
        file = Path(folder) / "tile.mvt"
        file.write_bytes(drawn)
        place = [f"{name}={value}" for name, value in (("Z", tile.zoom), ("X", tile.x), ("Y", tile.y))]
        options = [word for option in [*place, "CLIP=NO"] for word in ("-oo", option)]
        command = ["ogr2ogr", "-f", "GeoJSON", "/vsistdout/", f"MVT:{file}", *options, "-lco", "RFC7946=NO"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0 and done.stderr == "", done.stderr
    return by_id(gdal_mark(tile, feature) for feature in json.loads(done.stdout)["features"])


def gdal_mark(tile, feature):
    properties = {key: value for key, value in feature["properties"].items() if value is not None}
    east, north = feature["geometry"]["coordinates"]
    scale = 2**tile.zoom * EXTENT
    x = (east + HALF_WORLD) / (2 * HALF_WORLD) * scale - tile.x * EXTENT
    y = (HALF_WORLD - north) / (2 * HALF_WORLD) * scale - tile.y * EXTENT
    return properties.pop("mvt_id"), Mark(x, y, properties)


def inner(marks):
    return {key: mark for key, mark in marks.items() if 0 <= mark.x < EXTENT and 0 <= mark.y < EXTENT}


def unpacked(answer):
    return gzip.decompress(answer.body) if answer.headers["Content-Encoding"] == "gzip" else answer.body


def withheld_categories():
    catalogue = json.loads((ROOT / "geodata/krakow/categories.json").read_text())
    return [entry["code"] for entry in catalogue["categories"] if entry["visibility"] == "staff"]


class Truth:
    """The database itself."""

    def __init__(self, service):
        self.connection = connection(service)
        hidden = ", ".join(f"'{code}'" for code in withheld_categories()) or "''"
        self.public = (
            "NOT r.hidden AND r.status <> 'withdrawn' AND NOT (r.status = 'rejected' AND r.kind <> 'idea')"
            f" AND r.category NOT IN ({hidden})"
        )

    def rows(self, statement):
        command = ["psql", "-X", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", self.connection, "-c", statement]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return [line.split("\t") for line in done.stdout.splitlines() if line]

    def count(self, condition):
        return int(self.rows(f"SELECT count(*) FROM report r WHERE {self.public} AND {condition}")[0][0])

    def places(self, count, seed):
        """Where some reports lie, the same for the same seed."""
        rows = self.rows(f"SELECT r.lon, r.lat FROM report r WHERE {self.public} ORDER BY r.number")
        return [(float(lon), float(lat)) for lon, lat in random.Random(seed).sample(rows, count)]

    def tiles(self, zoom):
        """Every tile of the box around all reports, and a row and a column more."""
        west, south, east, north = map(
            float, self.rows("SELECT min(lon), min(lat), max(lon), max(lat) FROM report")[0]
        )
        first, last = Tile.around(zoom, west, north), Tile.around(zoom, east, south)
        for x in range(first.x - 1, last.x + 2):
            for y in range(first.y - 1, last.y + 2):
                if (tile := Tile(zoom, x, y)).is_real():
                    yield tile


def connection(service):
    """The connection string of a service's database."""
    lines = service.run("check").stdout.splitlines()
    return next(line.split(None, 1)[1] for line in lines if line.startswith("connection"))


def add_key(service, name, scope, unit=None):
    done = service.run("keys", "add", "--name", name, "--scope", scope, *(["--unit", unit] if unit else []))
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]
