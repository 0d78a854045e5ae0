"""Looking for what is near a place in the live map's index, beside ST_DWithin on the same reports."""

import json
import statistics
import subprocess

import postgis

from harness import rounds, service

LOOKING = str(service.ROOT / ".build/release/Looking")
WANTED = 100_000


def looking(*arguments):
    printed = subprocess.run(
        [LOOKING, *map(str, arguments)], capture_output=True, text=True, check=True, timeout=120
    ).stdout
    return json.loads(printed)


def section(running, folder, exported, reports, seconds, played, tell):
    questions = folder / "questions.tsv"
    plain = [looking(reports, exported, questions)]
    database = postgis.PostGIS(running, folder / "peer", exported, questions)
    tell(f"{database.version()} has the same reports")
    rates, found = {}, {}
    for form in postgis.FORMS:
        database.hold(form)
        found[form] = database.found(form)
        database.rate(form, seconds, 1)
        rates[form] = database.rate(form, seconds, 1)
        tell(f"{form}: {rates[form]:,.0f} a second")
    best = max(rates, key=rates.get)
    database.hold(best)
    full = []

    def ours():
        plain.append(looking(reports, exported, questions))
        return plain[-1]["lookups_a_second"]

    what = "one category within 50 m, open or closed less than 60 days ago"
    duels = [
        rounds.Duel(what, f"PostGIS, {best}, {clients} client{'s' * (clients > 1)}", ours,
                    lambda clients=clients: database.rate(best, seconds, clients))
        for clients in (1, 2)
    ]
    rounds.play(duels, played, tell)
    for _ in range(played):
        full.append(looking(reports, exported))
        tell(f"as new reports ask: {full[-1]['lookups_a_second']:,} a second")
    rate = statistics.median(told["lookups_a_second"] for told in full)
    counted = plain[0]["first_found"]
    conditions = (
        f"{reports:,} seeded reports in both. One core of ours, within the process; {database.version()} through pgbench "
        f"in prepared statements over a Unix socket, {seconds} s a run, {played} rounds in turns, everything in shared "
        "memory, no JIT, no parallel workers. Each question is at the place of a random report and in its category; "
        f"both answer up to 40 numbers with distances, the nearest first. The first {postgis.CHECKED:,} questions find "
        f"{counted:,} reports by ours, {listed(found)}. Alone and beforehand, with one client: {listed(rates)}; the fastest "
        "is the peer of the rounds."
    )
    house = (
        "| ours | a second, median | candidates | wanted | reached |\n|---|---|---|---|---|\n"
        f"| as new reports ask: 50, 150 or 400 m, up to five categories, ranked | {rate:,.0f} "
        f"(best {max(told['lookups_a_second'] for told in full):,}) | {full[0]['candidates_a_lookup']} | {WANTED:,} "
        f"| {rounds.reached(rate >= WANTED)} |"
    )
    return [conditions, "\n".join([rounds.HEADER, *(duel.row() for duel in duels)]), house]


def listed(figures):
    return "; ".join(f"{name}: {value:,.0f}" for name, value in figures.items())
