"""Files of answers, and how many of a peer's differ from ours.

A file holds a district for each point (counted from 1, 0 outside; in ours negative where only the tolerance of gaps
and of the strip outside gives one) as 32-bit integers, then its zones as 64 bits for each point.
"""

import array
import pathlib
from dataclasses import dataclass


def read(path):
    content = pathlib.Path(path).read_bytes()
    count = len(content) // 12
    return array.array("i", content[: 4 * count]), array.array("Q", content[4 * count :])


def write(path, districts, zones):
    pathlib.Path(path).write_bytes(array.array("i", districts).tobytes() + array.array("Q", zones).tobytes())


def sum_of_first(count, answers):
    """The districts' numbers and how many zones there are, of the first points, all added up."""
    return sum(
        district + zones.bit_count() for district, zones, _ in zip(*answers, range(count)) if district > 0
    )


@dataclass
class Difference:
    """How a peer's answers compare with ours, as numbers of points."""

    points: int
    inside: int
    memberships: int
    tolerated: int
    districts: int
    zones: int

    @property
    def total(self):
        return self.districts + self.zones


def difference(ours, theirs):
    """Where ours is tolerant, the peer has to say: outside. Everywhere else it has to say the same."""
    difference = Difference(points=0, inside=0, memberships=0, tolerated=0, districts=0, zones=0)
    for district, zones, their_district, their_zones in zip(*ours, *theirs, strict=True):
        difference.points += 1
        if district < 0:
            difference.tolerated += 1
            district, zones = 0, 0
        elif district > 0:
            difference.inside += 1
            difference.memberships += zones.bit_count()
        difference.districts += district != their_district
        difference.zones += zones != their_zones
    return difference
