"""Reports coming in while tiles are read, both at a fixed rate."""

import pathlib
import subprocess

import places

from harness import load, submissions

READS, WRITES = 5000, 500
READERS, WRITERS = 32, 16
ZOOMS = range(10, 17)
PLACES = 2000
REQUEST = "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n\0"
PLACES_SQL = pathlib.Path(__file__).resolve().parents[1] / "intake/places.sql"


def requests_for_tiles(folder):
    """Tiles of the default view, of each zoom as many, well mixed."""
    drawn = [places.tiles(zoom) for zoom in ZOOMS]
    paths = (places.path(tile) for row in zip(*drawn) for tile in row)
    file = folder / "reads.bin"
    file.write_text("".join(REQUEST % path for path in paths), encoding="ascii", newline="")
    return file


def requests_with_reports(folder, ours):
    printed = subprocess.run(
        ["psql", "-XAtq", "-f", str(PLACES_SQL), "-v", f"count={PLACES}", ours.connection],
        capture_output=True, text=True, check=True, timeout=60,
    ).stdout
    file = folder / "writes.bin"
    submissions.write_requests(file, submissions.bodies([line.split("|") for line in printed.splitlines()], "Dziura"))
    return file


def section(folder, ours, seconds, tell):
    """Both at once without being kept, reading alone, writing alone, both at once."""
    paced = load.Paced(folder)
    reads, writes = requests_for_tiles(folder), requests_with_reports(folder, ours)
    rows = []

    def take(name, *sides):
        started = []
        for what, rate, connections, requests in sides:
            started.append((what, rate, paced.start(ours.port, rate, seconds, connections, requests)))
        for what, rate, process in started:
            found = load.told(process)
            tell(f"{name}: {what}, p99 {found['p99']:.2f} ms")
            rows.append(
                f"| {name} | {what} | {rate:,} | {found['answered']:,.0f} "
                f"| {found['refused'] + found['lost']:,.0f} | {found['p50']:.2f} | {found['p90']:.2f} "
                f"| {found['p99']:.2f} | {found['p999']:.2f} | {found['max']:.2f} | {found['queue']:,.0f} |"
            )

    reading = ("tiles", READS, READERS, reads)
    writing = ("reports", WRITES, WRITERS, writes)
    take("warming up", writing, reading)
    rows.clear()
    take("reading alone", reading)
    take("writing alone", writing)
    take("both at once", writing, reading)
    conditions = (
        f"Tiles of the default view at zooms {ZOOMS[0]} to {ZOOMS[-1]} with the cache on, {READS:,} a second over "
        f"{READERS} connections; reports through `POST /api/v1/reports`, {WRITES} a second over {WRITERS} connections, "
        f"each durable, placed and on the map before its answer; {seconds} s each. An answer's time counts from the moment at which "
        "its request was due. Senders, service and database share the two cores."
    )
    head = (
        "| run | what | a second | answered | refused or unanswered | p50, ms | p90 | p99 | p99.9 | longest "
        "| most waiting to be sent |\n"
        "|---|---|---|---|---|---|---|---|---|---|---|"
    )
    return [conditions, "\n".join([head, *rows])]
