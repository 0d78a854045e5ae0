"""The service and its database are killed again and again under those who send in reports: nothing that was
acknowledged is lost, nothing is there twice, nothing is half there."""

import json
import os
import random
import signal
import subprocess
import threading
import time
from collections import Counter

import pytest

from crash_writer import Client, Refused, Writer
from service import Service

WRITERS = 8
KILLS = 20
# So many reports are acknowledged between two kills, at least.
BREATH = 5
PATIENCE_SECONDS = 60
SEED = 20261121

# Everything that the database knows of the reports that the writers sent.
KEPT = """
    SELECT coalesce(json_agg(json_build_object(
        'number', r.number, 'description', r.description, 'version', r.version, 'supporters', r.supporters,
        'events', (SELECT json_agg(json_build_array(e.version, e.what) ORDER BY e.version)
            FROM report_event e WHERE e.report_id = r.id),
        'comments', (SELECT coalesce(json_agg(n.text ORDER BY n.version), '[]')
            FROM report_note n WHERE n.report_id = r.id),
        'supporting', (SELECT count(*) FROM report_supporter s WHERE s.report_id = r.id),
        'emails', (SELECT coalesce(json_agg(c.email), '[]') FROM report_contact c WHERE c.report_id = r.id)
    )), '[]') FROM report r WHERE r.description LIKE 'crash test %'
"""


class Cluster:
    """The service on its private cluster, and how each is killed."""

    def __init__(self, service):
        self.service = service
        self.connection = next(
            line.split(None, 1)[1]
            for line in service.run("check").stdout.splitlines()
            if line.startswith("connection")
        )

    def server(self):
        try:
            return int((self.service.data / "cluster" / "postmaster.pid").read_text().split()[0])
        except (FileNotFoundError, IndexError):
            return None

    def kill_service(self):
        self.service.kill()
        self.service.start()

    def kill_database(self):
        killed = self.server()
        os.kill(killed, signal.SIGKILL)
        wait_until(lambda: self.server() not in (None, killed) and self.is_ready())

    def kill_both(self):
        os.kill(self.server(), signal.SIGKILL)
        self.kill_service()

    def is_ready(self):
        answer = Client(self.service).once("GET", "/readyz")
        return answer is not None and answer[0] == 200

    def ask(self, sql):
        command = ["psql", "-XAtq", "--set=ON_ERROR_STOP=1", "-c", sql, self.connection]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=PATIENCE_SECONDS)
        return json.loads(done.stdout)


def wait_until(holds):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        assert time.monotonic() < deadline, "it did not come true in time"
        time.sleep(0.02)


@pytest.fixture(scope="module")
def cluster():
    with Service(reports=50, options=["--write-rate", "0", "--read-rate", "0"]) as service:
        yield Cluster(service)


@pytest.fixture(scope="module")
def aftermath(cluster):
    """Runs writers through all kills; returns them, and the report that all of them commented on."""
    stop = threading.Event()
    key = cluster.service.run("keys", "add", "--name", "app", "--scope", "report").stdout.split()[-1]
    first = Writer("first", Client(cluster.service), None, stop)
    shared = first.report(0, None, [])
    writers = [
        # Every fourth signs in, so that its keys are counted apart.
        Writer(f"w{index}", Client(cluster.service, key if index % 4 == 3 else None), shared.number, stop)
        for index in range(WRITERS)
    ]
    for writer in writers:
        writer.start()

    def count():
        assert [writer.failure for writer in writers if writer.failure] == []
        return sum(len(writer.acknowledged) for writer in writers)

    moment = random.Random(SEED)
    kinds = [cluster.kill_service, cluster.kill_database, cluster.kill_both]
    try:
        for index in range(KILLS):
            enough = count() + BREATH
            wait_until(lambda enough=enough: count() >= enough)
            # Not always right after an answer.
            time.sleep(moment.random() * 0.1)
            kinds[index % len(kinds)]()
        enough = count() + BREATH
        wait_until(lambda: count() >= enough)
    finally:
        stop.set()
    for writer in writers:
        writer.join(PATIENCE_SECONDS)
        assert not writer.is_alive()
    assert [writer.failure for writer in writers if writer.failure] == []
    return writers, shared


def acknowledged(aftermath):
    return [report for writer in aftermath[0] for report in writer.acknowledged]


def kept(cluster, shared):
    return [report for report in cluster.ask(KEPT) if report["number"] != shared.number]


def test_the_kills_hit_writers_at_work(aftermath):
    repeated = sum(writer.client.repeated for writer in aftermath[0])
    assert repeated >= KILLS
    assert len(acknowledged(aftermath)) >= KILLS * BREATH


def test_every_acknowledged_report_is_there_once_and_no_other(cluster, aftermath):
    there = Counter((report["number"], report["description"]) for report in kept(cluster, aftermath[1]))
    assert there == Counter((report.number, report.description) for report in acknowledged(aftermath))
    numbers = Counter(report.number for report in acknowledged(aftermath))
    assert numbers.most_common(1)[0][1] == 1


def test_everything_that_was_acknowledged_of_a_report_is_there_in_order(cluster, aftermath):
    there = {report["number"]: report for report in kept(cluster, aftermath[1])}
    for report in acknowledged(aftermath):
        found = there[report.number]
        assert found["events"] == [[version, what] for version, what in enumerate(report.events, 1)]
        assert found["version"] == len(report.events)
        assert found["comments"] == report.comments
        assert found["supporters"] == found["supporting"] == report.events.count("supported")
        assert found["emails"] == ([report.email] if report.email else [])


def test_what_many_said_at_once_is_there_once_and_without_a_gap(cluster, aftermath):
    writers, shared = aftermath
    found = next(report for report in cluster.ask(KEPT) if report["number"] == shared.number)
    said = [text for writer in writers for text in writer.shared_comments]
    assert len(said) > 0
    assert Counter(found["comments"]) == Counter(said)
    assert [version for version, _ in found["events"]] == list(range(1, len(said) + 2))
    assert found["version"] == len(said) + 1


def test_the_public_is_told_the_same_history(cluster, aftermath):
    client = Client(cluster.service)
    for report in acknowledged(aftermath):
        history = json.loads(client.until_answered("GET", f"/api/v1/reports/{report.number}/history"))
        told = [(entry["version"], entry["what"]) for entry in history["entries"]]
        # A suggestion is for staff.
        assert told == [(version, what) for version, what in enumerate(report.events, 1) if what != "suggested"]


def test_the_same_request_is_answered_with_the_same_bytes(cluster, aftermath):
    for writer in aftermath[0]:
        for report in writer.acknowledged:
            assert writer.client.say("/api/v1/reports", report.body, report.key) == report.answer
    assert len(kept(cluster, aftermath[1])) == len(acknowledged(aftermath))


def test_the_same_name_for_something_else_is_refused(cluster, aftermath):
    for writer in aftermath[0]:
        report = writer.acknowledged[0]
        other = report.body.replace(b"crash test", b"crash west")
        with pytest.raises(Refused, match="409"):
            writer.client.say("/api/v1/reports", other, report.key)


def test_every_photo_that_a_report_names_is_readable(cluster, aftermath):
    client = Client(cluster.service)
    photos = [photo for report in acknowledged(aftermath) for photo in report.photos]
    assert len(photos) > 0
    for photo in photos:
        assert len(photo["variants"]) == 6
        for variant in photo["variants"]:
            picture = client.until_answered("GET", variant["url"])
            assert picture[:2] == b"\xff\xd8" or picture[8:12] == b"WEBP"
