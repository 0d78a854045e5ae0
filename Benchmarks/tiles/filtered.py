"""Clusters of what a filter leaves: categories, states and dates together, at the low zooms."""

import datetime
import json
import pathlib
import random
import statistics
import zoneinfo

import cold
import peers
import places

from harness import load, rounds

ZOOMS = (10, 11, 12)
QUESTIONS = 999
CHECKED = 60
WANTED_P99_MS = 20
MIDNIGHT = zoneinfo.ZoneInfo("Europe/Warsaw")
OPEN = "received triage assigned in_progress planned waiting reopened under_review accepted".split()
CLOSED = "resolved not_resolved duplicate out_of_scope rejected implemented".split()
STATUSES = {"open": OPEN, "closed": CLOSED, "resolved": ["resolved"], "in_progress,planned": ["in_progress", "planned"]}
STATUSES |= {"all": OPEN + CLOSED}


def questions(categories, last):
    """Random tiles with random filters: (tile, categories, status, first day, last day), no two alike."""
    dice = random.Random(5)
    drawn = {zoom: places.tiles(zoom) for zoom in ZOOMS}
    for number in range(QUESTIONS):
        zoom = ZOOMS[number % len(ZOOMS)]
        end = last - datetime.timedelta(days=dice.randint(0, 300))
        yield (
            drawn[zoom][number], dice.sample(categories, dice.randint(1, 5)), dice.choice(list(STATUSES)),
            end - datetime.timedelta(days=dice.choice((30, 90, 365, 730))), end,
        )


def query(question):
    _, categories, status, first, last = question
    return f"category={','.join(categories)}&status={status}&from={first}&to={last}"


def line(number, question):
    """The question as a row of the peer's table; the last day is one of those asked for."""
    (zoom, column, row), categories, status, first, last = question
    since = datetime.datetime.combine(first, datetime.time(), MIDNIGHT)
    until = datetime.datetime.combine(last + datetime.timedelta(days=1), datetime.time(), MIDNIGHT)
    states = ",".join(STATUSES[status])
    return f"{number}\t{zoom}\t{column}\t{row}\t{{{','.join(categories)}}}\t{{{states}}}\t{since}\t{until}"


class Contest:
    """Our answers with their times, the peer's rate, and whether both find the same."""

    def __init__(self, folder, ours, database, seconds, played, tell):
        self.folder, self.ours, self.database = folder, ours, database
        self.seconds, self.played, self.tell = seconds, played, tell
        told = database.cluster.ask("SELECT DISTINCT category FROM report ORDER BY 1").split()
        last = datetime.date.fromisoformat(database.cluster.ask("SELECT max(created_at)::date FROM report").strip())
        self.questions = list(questions(told, last))
        database.cluster.fill(
            "question (n, z, x, y, categories, statuses, since, until)", map(line, range(QUESTIONS), self.questions)
        )
        database.cluster.ask("UPDATE question SET box = ST_TileEnvelope(z, x, y); ANALYZE question")

    def measure_ours(self):
        paths = self.folder / "filtered.txt"
        paths.write_text(
            "".join(places.path(question[0], query(question)) + "\n" for question in self.questions), encoding="utf-8"
        )
        return load.answers(self.ours.address, self.seconds, cold.CONNECTIONS, script=cold.LUA, arguments=[str(paths)])

    def measure_theirs(self, clients):
        return self.database.rate(peers.FILTERED, self.seconds, clients, QUESTIONS)

    def differing(self):
        """Of how many questions the totals differ, and how many reports a question finds."""
        found = self.database.cluster.ask(
            "SELECT n, count(id) FROM question t LEFT JOIN report ON geom && t.box AND gx >> (31 - t.z) = t.x "
            "AND gy >> (31 - t.z) = t.y AND category = ANY (t.categories) AND status = ANY (t.statuses) "
            f"AND created_at >= t.since AND created_at < t.until WHERE n < {CHECKED} GROUP BY n"
        )
        theirs = {int(number): int(count) for number, count in (row.split("|") for row in found.splitlines())}
        wrong = 0
        for number, question in enumerate(self.questions[:CHECKED]):
            made, _ = self.ours.fetch(places.path(question[0], query(question), "geojson"))
            if (mine := cold.total(made)) != theirs[number]:
                wrong += 1
                self.tell(f"{json.dumps(query(question))}: {mine} reports in ours, {theirs[number]} in SQL")
        return wrong, statistics.mean(theirs.values())

    def section(self):
        wrong, mean = self.differing()
        ours, theirs = [], []
        for number in range(self.played):
            ours.append(self.measure_ours())
            theirs.append(max(self.measure_theirs(clients) for clients in (2, 4)))
            self.tell(
                f"filtered, round {number + 1}: emapa {ours[-1].rate:,.0f} a second, p99 {ours[-1].p99:.2f} ms; "
                f"SQL {theirs[-1]:,.1f} a second"
            )
        p99 = statistics.median(told.p99 for told in ours)
        ratio = statistics.median(mine.rate / other for mine, other in zip(ours, theirs))
        rates = [told.rate for told in ours]
        return [
            f"{QUESTIONS} questions at zooms {ZOOMS[0]} to {ZOOMS[-1]}: one to five categories, a choice of states, 30 to "
            "730 days. The peer has indexes of place, of category with day, and of day, and is asked in the same statement "
            f"as for its clusters. A question finds {mean:,.0f} reports on average; of {CHECKED} compared, {wrong} add up "
            "to other totals.",
            "| who | tiles a second, median | p50, ms | p99, ms | ours is faster by | wanted | reached |\n"
            "|---|---|---|---|---|---|---|\n"
            f"| emapa | {rounds.spread(rates)} | {statistics.median(told.median for told in ours):.2f} | {p99:.2f} | "
            f"| p99 below {WANTED_P99_MS} | {rounds.reached(p99 < WANTED_P99_MS)} |\n"
            f"| clusters in SQL | {rounds.spread(theirs)} | | | {ratio:,.1f} | | |",
        ]
