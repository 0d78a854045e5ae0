"""Tiles that lie ready, and answers that nothing changed, beside nginx serving the same bytes from files."""

import pathlib
import urllib.request

import places

from harness import load, nginx, rounds

LUA = str(pathlib.Path(__file__).resolve().parent / "tiles.lua")
WANTED = 0.5
# The sizes looked for, and where: a query and a zoom, another for each, since nginx's files know no queries.
SIZES = {2_000: (16, "status=all"), 20_000: (13, "status=all"), 80_000: (14, "cluster=off&status=all")}
# Several of each, so that not one alone lies in a processor's cache.
TILES = 5
LOOKED_AT = 150


def nearest(ours, size):
    """Paths of tiles whose size is the nearest, with their bytes."""
    zoom, query = SIZES[size]
    paths = [places.path(tile, query) for tile in places.distinct(places.tiles(zoom), LOOKED_AT)]
    found = {path: ours.fetch(path)[0] for path in paths}
    return dict(sorted(found.items(), key=lambda item: abs(len(item[1]) - size))[:TILES])


def tag(address, path):
    with urllib.request.urlopen(address + path, timeout=10) as answer:
        found = answer.headers.get("ETag")
    if not found:
        raise RuntimeError(f"{address}{path} carries no ETag")
    return found


def duels(folder, ours, running, seconds):
    kinds = [nearest(ours, size) for size in SIZES]
    files = {path: made for known in kinds for path, made in known.items()}
    address = nginx.start(running, folder, {path.split("?")[0]: (made, None) for path, made in files.items()})
    for path, made in files.items():
        with urllib.request.urlopen(address + path, timeout=10) as answer:
            if answer.read() != made:
                raise RuntimeError(f"nginx does not serve the same bytes at {path}")

    def contest(what, lines):
        """`lines` makes a side's list of requests from its address."""
        requests = {}
        for name, side in (("ours", ours.address), ("nginx", address)):
            requests[side] = folder / f"cached-{name}-{len(list(folder.glob('cached-*')))}.txt"
            requests[side].write_text("".join(line + "\n" for line in lines(side)), encoding="utf-8")

        def measure(side):
            return load.wrk(side, seconds, script=LUA, arguments=[str(requests[side])])

        return rounds.Duel(what, "nginx", lambda: measure(ours.address), lambda: measure(address), wanted=WANTED)

    for known in kinds:
        mean = sum(map(len, known.values())) / len(known)
        yield contest(f"{len(known)} cached tiles of {mean:,.0f} bytes", lambda side, known=known: known)
    yield contest(f"304 for {len(files)} cached tiles", lambda side: [f"{path}\t{tag(side, path)}" for path in files])


def section(folder, ours, running, seconds, played, tell):
    contests = list(duels(folder, ours, running, seconds))
    rounds.play(contests, played, tell)
    conditions = (
        "wrk with 2 threads and 64 connections, kept alive; the tiles of a row in turn. nginx: 2 workers, sendfile, "
        "open_file_cache, no access log; for the 304 each server is asked with its own entity tags."
    )
    return [conditions, "\n".join([rounds.HEADER, *(duel.row() for duel in contests)])]
