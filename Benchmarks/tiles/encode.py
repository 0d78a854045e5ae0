"""The index and its encoding alone, without HTTP, beside a program in C that does the least."""

import pathlib
import re
import subprocess

from harness import service

HERE = pathlib.Path(__file__).resolve().parent
WALKING = service.ROOT / ".build/release/Walking"
MILLIONS = (1, 10, 50)
MEASURES = {
    "tiles_a_second": "tiles a second",
    "encoded_features_a_second": "features a second, encoding alone",
    "walk_microseconds": "the walk, µs a tile",
    "features": "features a tile",
    "bytes": "bytes a tile",
}


def section(folder, seconds, tell):
    program = str(folder / "encode")
    compiler = ["gcc", "-O3", "-march=native", "-std=gnu11", "-Wall", "-Wextra", "-Werror"]
    subprocess.run([*compiler, str(HERE / "encode.c"), "-o", program, "-lm"], check=True, timeout=60)
    lines = [
        "| C: points | sorting, s | memory, MB | zoom | tiles a second | million features a second | features a tile "
        "| bytes a tile |\n|---|---|---|---|---|---|---|---|"
    ]
    memory = ["| ours: reports | index made, s | bytes a report, counted | bytes a report, resident |\n|---|---|---|---|"]
    rates = ["| ours: reports | view and zoom | " + " | ".join(MEASURES.values()) + " |" + "\n|---|---" + "|---" * 5 + "|"]
    for millions in MILLIONS:
        points = millions * 1_000_000
        for told in printed(program, points, seconds, tell).splitlines():
            lines.append("| " + " | ".join(told.split("\t")) + " |")
        if WALKING.exists():
            found = dict(line.split("\t") for line in printed(str(WALKING), points, seconds, tell).splitlines())
            memory.append(
                f"| {points:,} | {number(found['index_seconds'])} | {number(found['bytes_a_report'])} "
                f"| {number(found['resident_bytes_a_report'])} |"
            )
            rates += rows(points, found)
    conditions = (
        "One core, random points over the box, tiles at random places of it. C: points in Morton order, each written from "
        "scratch with its id, two properties from a table of values, and its place: what the format costs at the least. "
        "Ours: the whole index with all properties; `usual` is the default view, `single` every report as far as the limit "
        "of features allows, `filtered` two categories of 46, two states and five of ten years."
    )
    ours = ["\n".join(memory), "\n".join(rates)] if WALKING.exists() else ["Our own part, `Walking`, was not built."]
    return [conditions, "\n".join(lines), *ours]


def printed(program, points, seconds, tell):
    told = subprocess.run(
        [program, str(points), str(seconds)], check=True, capture_output=True, text=True, timeout=900
    ).stdout
    tell(told.rstrip())
    return told


def rows(points, found):
    for name in dict.fromkeys(re.sub(r"(_z\d+)_.*", r"\1", key) for key in found if re.search(r"_z\d+_", key)):
        values = " | ".join(number(found.get(f"{name}_{measure}", "")) for measure in MEASURES)
        yield f"| {points:,} | {name.replace('_z', ', zoom ')} | {values} |"


def number(text):
    if not text:
        return ""
    value = float(text)
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.2f}"
