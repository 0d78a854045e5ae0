"""How a start goes: the map from the database, beside the COPY alone, and from its snapshot; what a report takes."""

import pathlib
import re
import statistics
import subprocess

from harness import page, rounds, service

# What the map is loaded from, as the service reads it.
COLUMNS = (
    "id, number, lon, lat, kind, category, status, created_at, closed_at, supporters, hidden, version, unit, district"
)
WANTED_OF_COPY = 2
WANTED_FROM_SNAPSHOT = 0.2
WANTED_BYTES = 96
TIMES = 3


def seconds_of_copy(ours):
    """Seconds by psql's clock of a binary COPY of the map's columns, thrown away."""
    script = f"\\timing on\n\\copy (SELECT {COLUMNS} FROM report) TO '/dev/null' WITH (FORMAT binary)\n"
    printed = subprocess.run(
        ["psql", "-XAtq", "--set=ON_ERROR_STOP=1", ours.connection], input=script,
        capture_output=True, text=True, check=True, timeout=300,
    ).stdout
    return float(re.search(r"Time: ([\d.]+) ms", printed).group(1)) / 1000


def started(running, data):
    """A service that has just started, and the seconds that its map took."""
    ours = service.Service(running, data)
    told = ours.told("map.loaded") or ours.told("map.restored")
    return ours, float(told["seconds"])


def section(running, folder, data, reports, tell):
    snapshot = pathlib.Path(data) / "map.snapshot"
    # The second start: the first makes the database and reads the city from its files.
    service.Service(running, folder / "empty").stop()
    empty = service.Service(running, folder / "empty")
    base = page.resident_megabytes(empty.process.pid)
    empty.stop()

    copies, loads, snapshots, memory = [], [], [], {}
    for _ in range(TIMES):
        snapshot.unlink(missing_ok=True)
        ours, seconds = started(running, data)
        memory["from the database"] = page.resident_megabytes(ours.process.pid) - base
        loads.append(seconds)
        copies.append(seconds_of_copy(ours))
        ours.stop()
        tell(f"COPY alone {copies[-1]:.3f} s, the map {loads[-1]:.3f} s")
        if not snapshot.exists():
            continue
        ours, seconds = started(running, data)
        memory["from the snapshot"] = page.resident_megabytes(ours.process.pid) - base
        snapshots.append(seconds)
        ours.stop()
        tell(f"from the snapshot {seconds:.3f} s")

    ratio = statistics.median(load / copy for load, copy in zip(loads, copies))
    rows = [
        "| start | measured | wanted | reached |\n|---|---|---|---|",
        f"| COPY of the map's columns alone, s | {listed(copies)} | | |",
        f"| the map from the database, s | {listed(loads)} | | |",
        f"| the map to the COPY alone, median | {ratio:.2f} | at most {WANTED_OF_COPY} "
        f"| {rounds.reached(ratio <= WANTED_OF_COPY)} |",
    ]
    if snapshots:
        slowest = max(snapshots)
        rows.append(
            f"| the map from its snapshot, s | {listed(snapshots)} | below {WANTED_FROM_SNAPSHOT} "
            f"| {rounds.reached(slowest < WANTED_FROM_SNAPSHOT)} |"
        )
    else:
        rows.append("| the map from its snapshot, s | no snapshot was left at the stop | | **no** |")
    for name, megabytes in memory.items():
        bytes_a_report = megabytes * 2**20 / reports
        rows.append(
            f"| bytes a report, started {name} | {bytes_a_report:,.0f} | {WANTED_BYTES} and names "
            f"| {rounds.reached(bytes_a_report <= WANTED_BYTES)} |"
        )
    conditions = (
        f"{reports:,} reports, {TIMES} starts each way. The COPY is psql's, binary, of the columns that the service reads; "
        "the service's time is what its log says of the map. Bytes a report: the resident memory of a service that has "
        f"just started, less that of one without reports ({base:.1f} MB), by the reports."
    )
    return [conditions, "\n".join(rows)]


def listed(values):
    return ", ".join(f"{value:.3f}" for value in values)
