"""Cold tiles: each is made anew, by us for the answer to a request, by the peers for theirs or inside their server."""

import json
import pathlib
import statistics
from dataclasses import dataclass, field, replace

import peers
import places
import vector_tile

from harness import load, rounds

LUA = str(pathlib.Path(__file__).resolve().parent / "tiles.lua")
# At the low zooms few enough that a time is that of a tile rather than that of a queue, enough for two cores.
CONNECTIONS, MANY_CONNECTIONS = 8, 64
LAST_LOW_ZOOM = 12
WANTED_P99_MS = 5
SAMPLE = 12
SORTED, HASHED = "clusters in SQL, sorted", "clusters in SQL, hashed"
EVERY, LIMITED = "every report, ST_AsMVT", f"the first {peers.LIMIT:,}, ST_AsMVT"
TIPG = f"the first {peers.LIMIT:,}, tipg"
STATEMENTS = {SORTED: "clusters-sorted", HASHED: "clusters-hashed", EVERY: "every", LIMITED: "limited"}
EVERYBODY = (*STATEMENTS, TIPG)


@dataclass
class Contender:
    """Who makes tiles: how fast in each round, and how much a tile holds."""

    name: str
    measure: callable
    rates: list = field(default_factory=list)
    medians: list = field(default_factory=list)
    p99s: list = field(default_factory=list)
    features: float = 0
    size: float = 0

    def take(self):
        told = self.measure()
        if isinstance(told, load.Answers):
            self.medians.append(told.median)
            self.p99s.append(told.p99)
            told = told.rate
        self.rates.append(told)
        return told

    def ratio(self, other):
        """The median of the rounds' own ratios."""
        return statistics.median(ours / theirs for ours, theirs in zip(self.rates, other.rates))


@dataclass
class Case:
    """A zoom and a query; our contenders, of which the first is compared, and the peers' names."""

    zoom: int
    what: str
    queries: dict
    peers: tuple
    wanted: float | None


CASES = [
    *(
        Case(zoom, "clusters", {"status=all": "status=all", "default view": ""}, EVERYBODY, 200)
        for zoom in (10, 11, 12)
    ),
    Case(14, "clusters", {"status=all": "status=all"}, EVERYBODY, 100),
    Case(14, "every report", {"cluster=off&status=all": "cluster=off&status=all"}, (EVERY, LIMITED, TIPG), 30),
    Case(16, "clusters and reports", {"status=all": "status=all"}, EVERYBODY, 20),
]
# The ratios are wanted of many reports: of few, a tile costs no more than an answer does.
CASES_OF_FEW = [replace(case, wanted=None) for case in CASES if case.zoom != 11]


class Contest:
    """All cases at one number of reports."""

    def __init__(self, folder, ours, database, tipg, seconds, played, tell):
        self.folder = folder
        self.ours = ours
        self.database = database
        self.tipg = tipg
        self.seconds = seconds
        self.played = played
        self.tell = tell
        self.clients = {}

    def paths(self, name, paths):
        file = self.folder / f"{name}.txt"
        file.write_text("".join(path + "\n" for path in paths), encoding="utf-8")
        return str(file)

    def ask_ours(self, zoom, paths):
        connections = CONNECTIONS if zoom <= LAST_LOW_ZOOM else MANY_CONNECTIONS
        return load.answers(self.ours.address, self.seconds, connections, script=LUA, arguments=[paths])

    def ask_tipg(self, paths):
        told = load.answers(self.tipg.address, self.seconds, CONNECTIONS, script=LUA, arguments=[paths])
        self.database.wait_until_idle()
        return told

    def sql(self, name, zoom):
        """With 2 or with 4 clients, whichever the first round finds better."""
        key = name, zoom
        if key not in self.clients:
            rates = {count: self.rate(name, zoom, count) for count in (2, 4)}
            self.clients[key] = max(rates, key=rates.get)
            return max(rates.values())
        return self.rate(name, zoom, self.clients[key])

    def rate(self, name, zoom, clients):
        return self.database.rate(STATEMENTS[name], self.seconds, clients, places.DRAWN, zoom)

    def contenders(self, case):
        drawn = places.tiles(case.zoom)
        for name, query in case.queries.items():
            paths = self.paths(f"ours-{case.zoom}-{len(name)}", (places.path(tile, query) for tile in drawn))
            yield Contender(f"emapa, {name}", lambda paths=paths: self.ask_ours(case.zoom, paths))
        for name in case.peers:
            if name == TIPG:
                paths = self.paths(f"tipg-{case.zoom}", map(self.tipg.path, drawn))
                yield Contender(name, lambda paths=paths: self.ask_tipg(paths))
            else:
                yield Contender(name, lambda name=name: self.sql(name, case.zoom))

    def weigh(self, case, contenders):
        """How many features and bytes a tile has, over the first distinct ones of the list."""
        drawn = places.tiles(case.zoom)
        numbers = {drawn.index(tile): tile for tile in places.distinct(drawn, SAMPLE)}
        ours = dict(zip((f"emapa, {name}" for name in case.queries), case.queries.values()))
        for contender in contenders:
            if contender.name in ours:
                made = [self.ours.fetch(places.path(tile, ours[contender.name]))[0] for tile in numbers.values()]
            elif contender.name == TIPG:
                made = [self.tipg.fetch(tile) for tile in numbers.values()]
            else:
                made = list(self.database.tiles(STATEMENTS[contender.name], case.zoom, numbers).values())
            contender.features = statistics.mean(map(features, made))
            contender.size = statistics.mean(map(len, made))

    def compared(self, zoom):
        """How the totals of our clusters compare with what lies in the tiles, and with the clusters in SQL."""
        drawn = places.tiles(zoom)
        numbers = {drawn.index(tile): tile for tile in places.distinct(drawn, SAMPLE)}
        known = self.database.counts(zoom, numbers)
        made = self.database.tiles(STATEMENTS[HASHED], zoom, numbers).values()
        theirs = sum(found["count"] for tile in made for found in vector_tile.properties(tile))
        mine = {
            number: total(self.ours.fetch(places.path(tile, "status=all", "geojson"))[0])
            for number, tile in numbers.items()
        }
        for number, count in known.items():
            if mine[number] != count:
                self.tell(f"tile {numbers[number]}: {mine[number]} reports in ours, {count} in the table")
        same = sum(mine[number] == count for number, count in known.items())
        return f"| {zoom} | {same} of {len(known)} | {sum(mine.values()):,} | {sum(known.values()):,} | {theirs:,} |"

    def play(self, case):
        self.database.hold(case.zoom)
        contenders = list(self.contenders(case))
        self.weigh(case, contenders)
        for number in range(self.played):
            # Who begins changes from round to round.
            for contender in contenders[number % 2:] + contenders[:number % 2]:
                rate = contender.take()
                self.tell(f"zoom {case.zoom}, {case.what}, round {number + 1}: {contender.name} {rate:,.1f} a second")
        return contenders

    def sections(self, cases):
        """All cases as a table, and how the totals compare."""
        lines = [HEADER]
        checks = []
        for case in cases:
            contenders = self.play(case)
            first, others = contenders[0], contenders[len(case.queries):]
            worst = min(others, key=first.ratio) if case.wanted else None
            for contender in contenders:
                lines.append(row(case, contender, first, worst, contender in others))
            if case.what != "every report":
                checks.append(self.compared(case.zoom))
        return ["\n".join(lines), CHECK, "\n".join([CHECK_HEADER, *checks])]


CHECK = (
    "Reports that the clusters of those different tiles stand for: ours (GeoJSON, `status=all`), the rows of the peer's "
    "table that lie in them, and its clusters, which take points within decimetres of an edge along, as clusters of their "
    "own, because PostGIS compares boxes of 32 bits."
)
CHECK_HEADER = "| zoom | tiles alike, ours and the table | ours | the table | clusters in SQL |\n|---|---|---|---|---|"
HEADER = (
    "| zoom | what | who | tiles a second, median | p50, ms | p99, ms | features a tile | bytes a tile | ours is faster by "
    "| wanted | reached |\n|---|---|---|---|---|---|---|---|---|---|---|"
)


def row(case, contender, first, worst, is_peer):
    ratio = wanted = verdict = ""
    if is_peer:
        ratio = f"{first.ratio(contender):,.1f}"
        if contender is worst:
            wanted, verdict = f"{case.wanted}", rounds.reached(first.ratio(contender) >= case.wanted)
    elif contender is not first:
        ratio = f"{1 / contender.ratio(first):.2f}"
        wanted, verdict = "at most 1.11", rounds.reached(contender.ratio(first) >= 0.9)
    elif case.zoom <= LAST_LOW_ZOOM:
        wanted = f"p99 below {WANTED_P99_MS}"
        verdict = rounds.reached(statistics.median(contender.p99s) < WANTED_P99_MS)
    times = [f"{statistics.median(values):.2f}" if values else "" for values in (contender.medians, contender.p99s)]
    return (
        f"| {case.zoom} | {case.what} | {contender.name} | {statistics.median(contender.rates):,.1f} "
        f"(best {max(contender.rates):,.1f}) | {times[0]} | {times[1]} | {contender.features:,.0f} "
        f"| {contender.size:,.0f} | {ratio} | {wanted} | {verdict} |"
    )


def features(tile):
    return len(json.loads(tile)["features"]) if tile.startswith(b"{") else vector_tile.count(tile)


def total(tile):
    """The reports that a GeoJSON tile of ours stands for: a pin counts as one."""
    return sum(feature["properties"].get("count", 1) for feature in json.loads(tile)["features"])
