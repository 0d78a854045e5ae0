"""The program itself: what it promises when the database or another service is in the way."""

import json
import signal
import subprocess
import time
import urllib.error
import urllib.request

import pytest

from service import ROOT, Service, binary

PATIENCE_SECONDS = 60
REPORT = {"category": "road.pothole", "description": "Dziura", "location": {"lon": 19.9373, "lat": 50.0617}}


def ask(address, path, body=None):
    """Status, headers and JSON of an answer, whatever the status."""
    request = urllib.request.Request(address + path, headers={"Content-Type": "application/json"})
    if body is not None:
        request.data = json.dumps(body).encode()
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers, json.loads(answer.read())
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.headers, json.loads(refusal.read())


def wait_until(holds):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        assert time.monotonic() < deadline, "it did not come true in time"
        time.sleep(0.1)


@pytest.fixture
def private():
    with Service(reports=50) as running:
        yield running


def server_process(service):
    return int((service.data / "cluster" / "postmaster.pid").read_text().split()[0])


def test_a_killed_database_is_started_again_and_nothing_answered_is_lost(private):
    status, _, report = ask(private.address, "/api/v1/reports", REPORT)
    assert status == 201
    killed = server_process(private)
    subprocess.run(["kill", "-KILL", str(killed)], check=True)
    wait_until(lambda: ask(private.address, "/readyz")[0] == 200 and server_process(private) != killed)
    assert ask(private.address, "/api/v1/reports/" + report["number"])[0] == 200
    assert ask(private.address, "/api/v1/reports", REPORT)[0] == 201


def test_without_its_database_a_service_says_so_and_recovers_by_itself(private):
    connection = next(
        line.split(None, 1)[1]
        for line in private.run("check").stdout.splitlines()
        if line.startswith("connection")
    )
    with Service(database=connection) as guest:
        assert ask(guest.address, "/readyz")[0] == 200
        private.stop()
        wait_until(lambda: ask(guest.address, "/readyz")[0] == 503)
        status, headers, problem = ask(guest.address, "/api/v1/reports", REPORT)
        assert (status, problem["code"]) == (503, "database-unavailable")
        assert int(headers["Retry-After"]) > 0
        assert ask(guest.address, "/tiles/reports/0/0/0.geojson")[0] == 200
        private.start()
        wait_until(lambda: ask(guest.address, "/readyz")[0] == 200)
        number = ask(guest.address, "/api/v1/reports", REPORT)[2]["number"]

        def shown():
            features = private.tile_around(22, 50.0617, 19.9373)
            return any(feature["properties"]["number"] == number for feature in features)

        wait_until(shown)


def test_a_second_service_on_the_folder_is_refused(private):
    second = private.run("serve", "--listen", "127.0.0.1:0")
    assert second.returncode == 1
    assert str(private.process.pid) in second.stderr


def test_a_service_asked_to_stop_ends_in_order_and_takes_its_database_along(private):
    private.process.send_signal(signal.SIGTERM)
    assert private.process.wait(30) == 0
    assert not (private.data / "cluster" / "postmaster.pid").exists()


def test_a_service_that_was_killed_leaves_a_database_that_the_next_one_adopts(private):
    number = ask(private.address, "/api/v1/reports", REPORT)[2]["number"]
    orphan = server_process(private)
    private.kill()
    private.start()
    assert server_process(private) == orphan
    assert ask(private.address, "/api/v1/reports/" + number)[0] == 200


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--help"], 0, "Usage: emapa COMMAND"),
        (["fly"], 64, "there is no command 'fly'"),
        (["serve", "--listne", "x"], 64, "there is no option --listne"),
        (["serve", "--listen", "x"], 1, "listen (flag): expected ADDRESS:PORT"),
        (["seed"], 64, "--reports needs a number"),
        (["check", "--database", "postgres://emapa:geheim@[broken"], 1, "cannot be understood"),
    ],
)
def test_the_command_line_says_what_is_wrong(arguments, code, words):
    done = subprocess.run([binary(), *arguments], cwd=ROOT, capture_output=True, text=True, timeout=30)
    assert done.returncode == code
    assert words in done.stdout + done.stderr
    assert "geheim" not in done.stdout + done.stderr
