"""Which tiles are asked for: those over Kraków's box in random order, the same for every contender and in every run."""

import math
import os
import random

WEST, EAST, SOUTH, NORTH = 19.79, 20.22, 49.97, 50.13
DRAWN = 2000
FORMAT = os.environ.get("FORMAT", "mvt")


def column_and_row(zoom, longitude, latitude):
    across = 2**zoom
    angle = math.radians(latitude)
    return int((longitude + 180) / 360 * across), int((1 - math.asinh(math.tan(angle)) / math.pi) / 2 * across)


def tiles(zoom, count=DRAWN):
    """Tiles (zoom, column, row): all of the box in random order, then all in another order, and so on.

    However few of them a slow contender comes to, they are like all.
    """
    dice = random.Random(zoom)
    west, north = column_and_row(zoom, WEST, NORTH)
    east, south = column_and_row(zoom, EAST, SOUTH)
    box = [(zoom, column, row) for column in range(west, east + 1) for row in range(north, south + 1)]
    drawn = []
    while len(drawn) < count:
        drawn += dice.sample(box, len(box))
    return drawn[:count]


def distinct(drawn, most):
    """The first tiles of a list, each once."""
    return list(dict.fromkeys(drawn))[:most]


def path(tile, query="", form=FORMAT):
    zoom, column, row = tile
    return f"/tiles/reports/{zoom}/{column}/{row}.{form}" + (f"?{query}" if query else "")
