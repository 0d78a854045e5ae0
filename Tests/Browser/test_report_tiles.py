"""The report tiles as other programs read them: two decoders, GeoJSON and the database tell the same."""

import itertools
import random

import pytest

from report_tiles import BUFFER, EXTENT, Mark, Tile, TileClient, Truth, decoded, inner, read_by_gdal

VIEWS = [
    "",
    "status=all",
    "status=all&cluster=off",
    "category=road.pothole&status=all&cluster=off",
    "kind=intervention&from=2025-09-01&to=2026-03-31&status=resolved",
    "at=2026-03-15",
    "at=2026-05-01&status=closed&cluster=off",
]
CLOSED = "('resolved', 'not_resolved', 'duplicate', 'out_of_scope', 'rejected', 'withdrawn', 'implemented')"
WARSAW = "AT TIME ZONE 'Europe/Warsaw'"
RECENT = f"(r.closed_at IS NULL OR r.closed_at >= ((now() {WARSAW})::date - 30)::timestamp {WARSAW})"


def between(first, last):
    """Created on these days or between them."""
    return f"r.created_at >= '{first}'::timestamp {WARSAW} AND r.created_at < ('{last}'::date + 1)::timestamp {WARSAW}"


FILTERS = {
    "": RECENT,
    "status=all": "true",
    "status=closed": f"r.status IN {CLOSED}",
    "status=resolved,reopened": "r.status IN ('resolved', 'reopened')",
    "category=road.pothole,waste.dump": f"r.category IN ('road.pothole', 'waste.dump') AND {RECENT}",
    "unit=ZDMK&district=I,II&status=all": "r.unit = 'ZDMK' AND r.district IN ('I', 'II')",
    "kind=idea&status=all": "r.kind = 'idea'",
    "from=2026-01-10&to=2026-02-20&status=all": between("2026-01-10", "2026-02-20"),
    "supporters=3&status=all": "r.supporters >= 3",
}


@pytest.fixture(scope="module")
def client(service):
    with TileClient(service) as asking:
        yield asking


@pytest.fixture(scope="module")
def truth(service):
    return Truth(service)


@pytest.fixture(scope="module")
def tiles(truth):
    """Two tiles of every zoom, one of them with a report in it, the other beside one."""
    chosen = []
    for zoom, (lon, lat) in zip(range(23), truth.places(23, seed=5)):
        tile = Tile.around(zoom, lon, lat)
        around = [neighbour for neighbour, _, _ in tile.neighbours()]
        chosen += [tile, *random.Random(zoom).sample(around, min(1, len(around)))]
    return chosen


def reach(zoom):
    """By how much two forms may differ: a unit, and deep down what six decimals and 31 bits leave open."""
    return 1.01 + 2 ** (zoom + 12) * (1e-6 / 360 + 2**-31)


def compare(marks, others, zoom, tolerance):
    assert marks.keys() == others.keys()
    for key, mark in marks.items():
        other = others[key]
        assert mark.properties == other.properties
        assert abs(mark.x - other.x) <= tolerance and abs(mark.y - other.y) <= tolerance, (key, mark, other, zoom)


@pytest.mark.parametrize("view", VIEWS)
def test_vector_tiles_hold_what_the_geojson_tiles_hold(client, tiles, view):
    seen = 0
    for tile in tiles:
        drawn = decoded(client.vector(tile, view))
        compare(inner(drawn), client.geojson(tile, view), tile.zoom, reach(tile.zoom))
        seen += len(drawn)
    assert seen > 0


@pytest.mark.parametrize("view", VIEWS)
def test_gdal_reads_from_a_vector_tile_what_the_other_decoder_reads(client, tiles, view):
    for tile in tiles[::3]:
        if drawn := client.vector(tile, view):
            compare(decoded(drawn), read_by_gdal(tile, drawn), tile.zoom, 0.01)


@pytest.mark.parametrize("view", VIEWS)
def test_the_buffer_shows_all_that_the_neighbours_have_there_and_as_they_have_it(client, truth, view):
    seen = 0
    for zoom, (lon, lat) in zip(itertools.cycle(range(1, 23)), truth.places(44, seed=11)):
        tile = Tile.around(zoom, lon, lat)
        drawn = decoded(client.vector(tile, view))
        expected = {}
        for neighbour, across, down in tile.neighbours():
            for key, mark in inner(decoded(client.vector(neighbour, view))).items():
                x, y = mark.x + across * EXTENT, mark.y + down * EXTENT
                if -BUFFER <= x < EXTENT + BUFFER and -BUFFER <= y < EXTENT + BUFFER:
                    expected[key] = Mark(x, y, mark.properties)
        outer = {key: mark for key, mark in drawn.items() if key not in inner(drawn)}
        assert outer == expected, tile
        seen += len(outer)
    assert seen > 0 or "category" in view


@pytest.mark.parametrize("view", FILTERS)
def test_the_counts_of_every_zoom_add_up_to_what_the_database_counts(client, truth, view):
    total = truth.count(FILTERS[view])
    assert total > 0
    for zoom in (0, 3, 8, 10, 11, 12, 13):
        assert sum(client.count(tile, view) for tile in truth.tiles(zoom)) == total, zoom


@pytest.mark.parametrize("view", ["", "status=all&cluster=off", "at=2026-03-15"])
def test_a_tile_stands_for_as_many_reports_as_the_four_below_it(client, truth, view):
    for zoom, (lon, lat) in zip(itertools.cycle(range(13, 22)), truth.places(45, seed=3)):
        tile = Tile.around(zoom, lon, lat)
        assert client.count(tile, view) == sum(client.count(child, view) for child in tile.children()), tile


def states_then(day):
    """For each report its state at a day's end, and since when it has been closed if it is."""
    end = f"('{day}'::date + 1)::timestamp {WARSAW}"
    return f"""
        SELECT r.id, bool_and(e.status IN {CLOSED}) FILTER (WHERE e.version = last.version) AS closed,
            min(e.at) FILTER (WHERE e.version > coalesce(open.version, 0)) AS since
        FROM report r JOIN report_event e ON e.report_id = r.id AND e.at < {end}
        CROSS JOIN LATERAL (
            SELECT max(version) AS version FROM report_event WHERE report_id = r.id AND at < {end}
        ) last
        CROSS JOIN LATERAL (
            SELECT max(version) AS version FROM report_event
            WHERE report_id = r.id AND at < {end} AND status NOT IN {CLOSED}
        ) open
        WHERE r.created_at < {end}
        GROUP BY r.id
    """


@pytest.mark.parametrize("day", ["2025-10-25", "2026-01-31", "2026-03-28", "2026-06-01", "2026-06-30"])
@pytest.mark.parametrize("status", ["", "open", "closed"])
def test_the_map_of_an_earlier_evening_is_what_the_history_says(client, truth, day, status):
    recent = f"(NOT s.closed OR s.since >= ('{day}'::date - 30)::timestamp {WARSAW})"
    wanted = {"": recent, "open": "NOT s.closed", "closed": "s.closed"}[status]
    statement = (
        f"SELECT count(*) FROM report r JOIN ({states_then(day)}) s USING (id) WHERE {truth.public} AND {wanted}"
    )
    total = int(truth.rows(statement)[0][0])
    view = f"at={day}" + (f"&status={status}" if status else "")
    for zoom in (0, 11, 13):
        assert sum(client.count(tile, view) for tile in truth.tiles(zoom)) == total, zoom
