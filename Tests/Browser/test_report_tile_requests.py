"""How the report tiles are asked for: what is answered, what is refused and how quickly, and what staff alone see."""

import gzip
import time

import pytest

from report_tiles import Tile, TileClient, Truth, add_key, unpacked, withheld_categories
from service import Service

QUICK_SECONDS = 1
SQUARE = (19.9373, 50.0617)
PAST = "2026-06-30"
KINDS = {"geojson": "application/geo+json", "mvt": "application/vnd.mapbox-vector-tile"}
NO_TILES = [
    "/-1/0/0.mvt",
    "/23/0/0.mvt",
    "/0/1/0.mvt",
    "/0/0/1.geojson",
    "/3/8/0.geojson",
    "/3/0/-1.mvt",
    "/22/4194304/0.mvt",
    "/99999999999999999999999999999999/0/0.mvt",
    "/0/99999999999999999999999999999999/0.mvt",
    "/9223372036854775807/9223372036854775807/9223372036854775807.geojson",
    "/a/b/c.mvt",
    "/1.5/0/0.mvt",
    "/1e1/0/0.mvt",
    "/0x1/0/0.mvt",
    "/+1/0/0.mvt",
    "/01/0/0.mvt",
    "/%31%00/0/0.mvt",
    "/1//0.mvt",
    "/1/0/.mvt",
    "/1/0/0",
    "/1/0/0.png",
    "/1/0/0.mvt/0",
]
NO_FILTERS = [
    "colour=red",
    "Status=all",
    "status=opened",
    "status=all,",
    "status=all&status=open",
    "category=road.nothing",
    "category=" + ",".join(["road.pothole"] * 500),
    "group=nothing",
    "kind=wish",
    "unit=XYZ",
    "district=XIX",
    "cluster=maybe",
    "supporters=-1",
    "supporters=1.5",
    "supporters=99999999999999999999",
    "supporters=many",
    "from=yesterday",
    "from=2026-02-30",
    "to=2026-13-01",
    "from=2026-06-02&to=2026-06-01",
    "at=2026-02-30",
    "at=99999-01-01",
    "at=2999-01-01",
    "at=-1",
    f"at={PAST}&status=resolved",
    f"at={PAST}&status=all",
    f"at={PAST}&status=open,closed",
    "&".join(f"f{number}={number}" for number in range(500)),
    "&".join(["category=road.pothole"] * 300),
]


@pytest.fixture(scope="module")
def running():
    with Service(reports=2_000, options=["--write-rate", "0"]) as service:
        yield service


@pytest.fixture(scope="module")
def client(running):
    with TileClient(running) as asking:
        yield asking


@pytest.fixture(scope="module")
def busy(running):
    """A tile in which something lies."""
    ((lon, lat),) = Truth(running).places(1, seed=1)
    return Tile.around(12, lon, lat)


def refused(client, path, statuses):
    began = time.monotonic()
    answer = client.ask(path)
    assert time.monotonic() - began < QUICK_SECONDS
    assert answer.status in statuses, (path[:100], answer.status, answer.body)
    assert answer.headers["Content-Type"] == "application/problem+json"
    return answer.json()


@pytest.mark.parametrize("path", NO_TILES)
def test_what_names_no_tile_is_not_found(client, path):
    refused(client, "/tiles/reports" + path, {400, 404})


@pytest.mark.parametrize("query", NO_FILTERS, ids=lambda query: query[:40])
@pytest.mark.parametrize("form", KINDS)
def test_a_filter_that_is_not_understood_is_refused(client, query, form):
    assert refused(client, f"/tiles/reports/1/0/0.{form}?{query}", {400})["code"]


@pytest.mark.parametrize("query", ["", "status=", "category=&at=&supporters=", "status=all&cluster="])
def test_an_empty_filter_is_none(client, query):
    assert client.ask(f"/tiles/reports/1/1/0.geojson?{query}").status == 200


@pytest.mark.parametrize("count", [350, 700, 2_000, 10_000])
def test_thousands_of_filters_are_refused_before_they_are_read(running, count):
    query = "&".join(f"category=c{number}" for number in range(count))
    began = time.monotonic()
    with TileClient(running) as client:
        assert client.ask(f"/tiles/reports/1/0/0.mvt?{query}").status in {400, 414, 431}
    assert time.monotonic() - began < QUICK_SECONDS


@pytest.mark.parametrize("tile", [Tile(12, 0, 0), Tile(22, 4_194_303, 4_194_303), Tile(16, 36_000, 22_000)])
def test_what_lies_beyond_the_city_is_empty(client, tile):
    drawn = client.ask(tile.path("mvt", "status=all"))
    assert (drawn.status, drawn.body) == (204, b"")
    written = client.ask(tile.path("geojson", "status=all"))
    assert (written.status, written.json()) == (200, {"type": "FeatureCollection", "features": []})


@pytest.mark.parametrize("form", KINDS)
def test_a_tile_can_be_asked_for_in_every_usual_way(client, busy, form):
    path = busy.path(form, "status=all")
    whole = client.ask(path)
    assert (whole.status, whole.headers["Content-Type"]) == (200, KINDS[form])
    assert whole.headers["Access-Control-Allow-Origin"] == "*"
    assert whole.headers["Cache-Control"] == "public, no-cache"
    head = client.ask(path, "HEAD")
    assert (head.status, head.body) == (200, b"")
    for name in ("ETag", "Content-Type", "Content-Length", "Cache-Control"):
        assert head.headers[name] == whole.headers[name], name
    packed = client.ask(path, **{"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert gzip.decompress(packed.body) == whole.body
    assert len(packed.body) < len(whole.body)
    for answer, encoding in ((whole, "identity"), (packed, "gzip")):
        for method in ("GET", "HEAD"):
            headers = {"If-None-Match": answer.headers["ETag"], "Accept-Encoding": encoding}
            known = client.ask(path, method, **headers)
            assert (known.status, known.body) == (304, b"")
            assert known.headers["Access-Control-Allow-Origin"] == "*"
    other = client.ask(path, **{"If-None-Match": '"other"'})
    assert unpacked(other) == whole.body
    asked = client.ask(path, "OPTIONS", **{"Origin": "https://example.org", "Access-Control-Request-Method": "GET"})
    assert asked.status in (200, 204) and asked.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_tiles_are_read_only(client, busy, method):
    answer = client.ask(busy.path("mvt"), method)
    assert answer.status == 405 and "GET" in answer.headers["Allow"]


# What staff see.


def numbers(marks):
    return {mark.properties.get("number") for mark in marks.values()}


@pytest.fixture(scope="module")
def secret_reports(running, client):
    """A hidden report and one of a category for staff, at one place; their numbers by the unit in charge."""
    truth = Truth(running)
    found = {}
    for category in ("road.pothole", withheld_categories()[0]):
        words = {"category": category, "description": "Dziura", "location": {"lon": SQUARE[0], "lat": SQUARE[1]}}
        number = client.post("/api/v1/reports", words)["number"]
        ((unit,),) = truth.rows(f"SELECT unit FROM report WHERE number = '{number}'")
        found[number] = unit
    hidden, unit = next(iter(found.items()))
    with TileClient(running, add_key(running, "hider", "unit", unit)) as own:
        own.post(f"/api/v1/reports/{hidden}/visibility", {"hidden": True})
    return found


@pytest.mark.parametrize("layer", ["/dispatch/tiles/reports", "/dispatch/tiles/unit"])
@pytest.mark.parametrize("form", KINDS)
def test_a_staff_layer_asks_who_is_there(running, client, busy, layer, form):
    path = busy.path(form, "status=all", layer)
    assert refused(client, path, {401})["code"] == "credential-required"
    with TileClient(running, "emapa_" + "A" * 43) as stranger:
        refused(stranger, path, {401})
    with TileClient(running, add_key(running, f"partner-{form}-{layer[-4:]}", "report")) as partner:
        assert refused(partner, path, {403})["code"] == "missing-scope"


@pytest.mark.parametrize("layer", ["/dispatch/tiles/reports", "/dispatch/tiles/unit"])
def test_a_unit_sees_its_own_secrets_and_no_other_units(running, client, secret_reports, layer):
    tile = Tile.around(22, *SQUARE)
    for number, unit in secret_reports.items():
        assert number not in numbers(client.geojson(tile, "status=all"))
        with TileClient(running, add_key(running, f"own-{number[-3:]}-{layer[-4:]}", "unit", unit)) as own:
            shown = numbers(own.geojson(tile, "status=all", layer))
            for form in KINDS:
                answer = own.ask(tile.path(form, "status=all", layer))
                assert answer.headers["Cache-Control"] == "private, no-store"
                assert answer.headers["Access-Control-Allow-Origin"] is None
                assert number.encode() in answer.body
                public = own.ask(tile.path(form, "status=all"))
                assert number.encode() not in public.body
        assert shown & secret_reports.keys() == {key for key, value in secret_reports.items() if value == unit}
        assert number not in numbers(client.geojson(tile, "status=all"))


def test_a_unit_of_its_own_sees_only_its_own(running, client):
    truth = Truth(running)
    world = Tile(0, 0, 0)
    with TileClient(running, add_key(running, "mpo", "unit", "MPO")) as own:
        mine = own.count(world, "status=all", "/dispatch/tiles/unit")
        assert mine == int(truth.rows("SELECT count(*) FROM report WHERE unit = 'MPO'")[0][0])
        everything = own.count(world, "status=all", "/dispatch/tiles/reports")
        assert everything == truth.count("r.unit <> 'MPO'") + mine
    assert client.count(world, "status=all") == truth.count("true")


def test_the_centre_sees_everything(running):
    truth = Truth(running)
    world = Tile(0, 0, 0)
    with TileClient(running, add_key(running, "centre", "unit", "KCK")) as centre:
        everything = int(truth.rows("SELECT count(*) FROM report")[0][0])
        assert everything > truth.count("true")
        assert centre.count(world, "status=all", "/dispatch/tiles/reports") == everything


@pytest.mark.parametrize("path", ["/23/0/0.mvt", "/1/2/0.mvt", "/a/0/0.geojson"])
def test_a_staff_tile_that_is_none_is_not_found(running, path):
    with TileClient(running, add_key(running, "z" + str(abs(hash(path)) % 10**6), "unit", "ZZM")) as own:
        refused(own, "/dispatch/tiles/reports" + path, {404})
        refused(own, "/dispatch/tiles/unit/1/0/0.mvt?colour=red", {400})
