"""Shapely 2 on whole arrays of points, in three manners of which one is printed with its rates.

    vectorised.py MANNER AREAS POINTS TIMES ANSWERS

Making the points' objects (in the manners that want objects), preparing the areas and their tree is not in the time;
nor is turning the found pairs of points and zones into the bits that are compared.
"""

import sys
import time

import numpy
import shapely


class Areas:
    """The districts and zones in metres, prepared, with the boxes that hold all that they may contain."""

    def __init__(self, path):
        kinds = {"district": [], "zone": []}
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                kind, _, within, text = line.rstrip("\n").split("\t")
                kinds[kind].append((float(within), shapely.from_wkt(text)))
        self.districts = numpy.array([geometry for _, geometry in kinds["district"]])
        self.zones = numpy.array([geometry for _, geometry in kinds["zone"]])
        self.within = numpy.array([within for within, _ in kinds["zone"]])
        shapely.prepare(self.districts)
        shapely.prepare(self.zones)
        around = self.within[:, None] * (-1, -1, 1, 1)
        self.district_boxes = shapely.bounds(self.districts)
        self.zone_boxes = shapely.bounds(self.zones) + around


def lowest(count, points, districts):
    """The lowest district of each point, counted from 1, from pairs in any order; 0 where there is none."""
    answer = numpy.zeros(count, dtype=numpy.int32)
    order = numpy.argsort(-districts, kind="stable")
    answer[points[order]] = districts[order] + 1
    return answer


def tree_of_points(areas, points):
    """A tree over the points, which the areas ask with a predicate: the library prepares the one who asks."""
    tree = shapely.STRtree(points)
    found, members = tree.query(areas.districts, predicate="covers")
    districts = lowest(len(points), members, found)
    covering, near = numpy.flatnonzero(areas.within == 0), numpy.flatnonzero(areas.within > 0)
    covered, first = tree.query(areas.zones[covering], predicate="covers")
    reached, second = tree.query(areas.zones[near], predicate="dwithin", distance=areas.within[near])
    members = numpy.concatenate([first, second])
    zones = numpy.concatenate([covering[covered], near[reached]])
    inside = districts[members] != 0
    return districts, members[inside], zones[inside]


def tree_of_areas(areas, points, trees):
    """A tree over the areas' boxes, then the prepared area of each pair."""
    members, found = trees[0].query(points)
    hit = shapely.covers(areas.districts[found], points[members])
    districts = lowest(len(points), members[hit], found[hit])
    inside = numpy.flatnonzero(districts)
    members, found = trees[1].query(points[inside])
    members = inside[members]
    within = areas.within[found]
    hit = numpy.empty(len(found), dtype=bool)
    near = within > 0
    hit[near] = shapely.dwithin(areas.zones[found[near]], points[members[near]], within[near])
    hit[~near] = shapely.covers(areas.zones[found[~near]], points[members[~near]])
    return districts, members[hit], found[hit]


def one_area_after_another(areas, x, y):
    """For each area the numbers in its box, and of these the ones that the prepared area has; no objects at all."""
    districts = numpy.zeros(len(x), dtype=numpy.int32)
    for index in range(len(areas.districts) - 1, -1, -1):
        boxed = in_box(areas.district_boxes[index], x, y)
        districts[boxed[shapely.intersects_xy(areas.districts[index], x[boxed], y[boxed])]] = index + 1
    inside = numpy.flatnonzero(districts)
    x, y = x[inside], y[inside]
    members, zones = [], []
    for index, (zone, within) in enumerate(zip(areas.zones, areas.within)):
        boxed = in_box(areas.zone_boxes[index], x, y)
        if within > 0:
            hit = boxed[shapely.dwithin(zone, shapely.points(x[boxed], y[boxed]), within)]
        else:
            hit = boxed[shapely.intersects_xy(zone, x[boxed], y[boxed])]
        members.append(inside[hit])
        zones.append(numpy.full(len(hit), index))
    return districts, numpy.concatenate(members), numpy.concatenate(zones)


def in_box(box, x, y):
    west, south, east, north = box
    return numpy.flatnonzero((x >= west) & (x <= east) & (y >= south) & (y <= north))


def contender(manner, areas, places):
    """What is measured: a function without arguments that gives districts and the pairs of points and zones."""
    if manner == "one-area-after-another":
        x, y = numpy.ascontiguousarray(places.T)
        return lambda: one_area_after_another(areas, x, y)
    points = shapely.points(places)
    if manner == "tree-of-points":
        return lambda: tree_of_points(areas, points)
    trees = [shapely.STRtree(shapely.box(*boxes.T)) for boxes in (areas.district_boxes, areas.zone_boxes)]
    return lambda: tree_of_areas(areas, points, trees)


def main():
    manner, areas_path, points_path, times, answers_path = sys.argv[1:]
    places = numpy.fromfile(points_path).reshape(-1, 2)
    ask = contender(manner, Areas(areas_path), places)
    print(f"version\t{shapely.__version__} with GEOS {shapely.geos_version_string}")
    for _ in range(int(times)):
        start = time.perf_counter()
        districts, members, zones = ask()
        print(f"placements_a_second\t{len(places) / (time.perf_counter() - start)}")

    sets = numpy.zeros(len(places), dtype=numpy.uint64)
    numpy.bitwise_or.at(sets, members, numpy.uint64(1) << zones.astype(numpy.uint64))
    with open(answers_path, "wb") as file:
        file.write(districts.astype("<i4").tobytes() + sets.astype("<u8").tobytes())


if __name__ == "__main__":
    main()
