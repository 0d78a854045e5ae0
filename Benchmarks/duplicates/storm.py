"""Ten thousand reports on one spot: whoever asks there and reports there, beside the rest of the city."""

import json
import pathlib
import subprocess

import asking

from harness import load, service, submissions

HERE = pathlib.Path(__file__).resolve().parent
REPORTS = 10_000
CATEGORY = "road.pothole"
CONNECTIONS = 16
CALM, STORM = "all over the city", "in the storm"
ASKING, REPORTING = 200, 100
BODY = (
    '{"category":"%s","description":%s,"location":{"lon":%s,"lat":%s,"precision_m":8},'
    f'"contact":{{"first_name":"Test","last_name":"Testowy","email":"{submissions.MARK}@example.org"}},'
    '"consents":{"email":true,"sms":false},"not_emergency":true}'
)


def bodies(questions):
    for category, longitude, latitude, description in questions:
        yield BODY % (category, json.dumps(description, ensure_ascii=False), longitude, latitude)


def strike(connection):
    """Writes the storm into the database, and answers where it is."""
    printed = subprocess.run(
        ["psql", "-XAtq", "--set=ON_ERROR_STOP=1", "-f", str(HERE / "storm.sql"), f"--set=count={REPORTS}",
         f"--set=category={CATEGORY}", connection],
        capture_output=True, text=True, check=True, timeout=300,
    ).stdout
    longitude, latitude = printed.strip().splitlines()[-1].split("|")
    return float(longitude), float(latitude)


def measured(folder, ours, where, questions, seconds, tell):
    name = where.replace(" ", "-")
    posts = asking.kept(folder / f"storm-asking-{name}.bin", asking.posts(questions))
    sent = folder / f"storm-reporting-{name}.bin"
    submissions.write_requests(sent, list(bodies(questions)))
    asked, taken = f"`POST /api/v1/duplicates`, {where}", f"`POST /api/v1/reports`, {where}"
    asking.closed(ours, f"warming up, {where}", posts, 8, seconds, tell)
    rows = [asking.paced(folder, ours, asked, posts, ASKING, 2 * seconds, tell)]
    rows += [asking.closed(ours, asked, posts, connections, seconds, tell) for connections in (1, 8)]
    rows.append(asking.paced(folder, ours, taken, sent, REPORTING, 2 * seconds, tell))
    rows += [asking.closed(ours, taken, sent, connections, seconds, tell) for connections in (1, CONNECTIONS)]
    return rows


def bystanders(folder, ours, seconds, tell):
    """Reports all over the city while as many as can be come in at the spot; the requests lie there already."""
    begun = load.Paced(folder).start(
        ours.port, REPORTING, 2 * seconds, CONNECTIONS, folder / f"storm-reporting-{CALM.replace(' ', '-')}.bin"
    )
    storm = asking.closed(
        ours, f"`POST /api/v1/reports`, {STORM}, while others report elsewhere",
        folder / f"storm-reporting-{STORM.replace(' ', '-')}.bin", CONNECTIONS, 2 * seconds, tell,
    )
    found = load.taken(begun)
    what = f"`POST /api/v1/reports`, {CALM}, while the storm goes on"
    rate = found["answered"] / (2 * seconds)
    return [
        storm,
        asking.row(what, f"{REPORTING:,} a second", rate, found["p50"], found["p99"], found["max"], None, tell),
    ]


def section(running, folder, data, seconds, tell):
    ours = service.Service(running, data, "--write-rate", "0")
    known = asking.texts(ours.connection, 4000, CATEGORY)
    spot = strike(ours.connection)
    ours.stop()
    # The map then starts with the storm on it.
    ours = service.Service(running, data, "--write-rate", "0")
    # Where the reports are, since a few metres aside may lie beyond the city's border.
    calm = list(asking.changed(known, metres=0))
    stormy = list(asking.changed([(category, *spot, text) for category, _, _, text in known], metres=5))
    told = {
        where: sum(asking.candidates(ours, question) for question in questions[:20]) / 20
        for where, questions in (("calm", calm), ("storm", stormy))
    }
    rows = measured(folder, ours, CALM, calm, seconds, tell)
    rows += measured(folder, ours, STORM, stormy, seconds, tell)
    rows += bystanders(folder, ours, seconds, tell)
    ours.stop()
    conditions = (
        f"{REPORTS:,} open reports of one category (`{CATEGORY}`) on one spot within a day, beside the million. The same "
        "questions and reports of that category are sent all over the city, where reports of it are, and then within 5 m of "
        f"the spot; they are answered with {told['calm']:.1f} and {told['storm']:.1f} candidates on average. A report is "
        "compared with what is near, within the transaction that takes it in, and answered when it is on the disk (fsync on); "
        "no two of one place are written at the same time."
    )
    return [conditions, "\n".join([asking.HEADER, *rows])]
