"""What a benchmark knows of the city without asking the service."""

import json
import pathlib

CITY = pathlib.Path(__file__).resolve().parents[2] / "geodata/krakow"


def withheld():
    """The categories of which only staff may know, with commas between."""
    document = json.loads((CITY / "categories.json").read_text(encoding="utf-8"))
    return ",".join(entry["code"] for entry in document["categories"] if entry.get("visibility") == "staff")
