"""API keys from outside: made, listed and revoked by command, on a fresh folder and beside a running service."""

import re
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from service import ANSWER_SECONDS, ROOT, START_SECONDS, Service, binary

# A second, and what a slow machine adds.
REVOKED_SECONDS = 3
KEY = re.compile(r"emapa_[A-Za-z0-9_-]{43}")


@pytest.fixture(scope="module")
def running():
    with Service(reports=0) as service:
        yield service


def last_line(done) -> str:
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


def rows(done) -> dict[str, list[str]]:
    assert done.returncode == 0, done.stderr
    head, *lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert head == ["NAME", "SCOPES", "UNIT", "CREATED", "REVOKED"]
    return {line[0]: line[1:] for line in lines}


def status(running, key, path="/api/v1/reports/KCK-2026-999999", body=None) -> int:
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {key}"} if key else {})
    request = urllib.request.Request(running.address + path, body, headers)
    try:
        with urllib.request.urlopen(request, timeout=ANSWER_SECONDS) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        assert error.code != 429 or int(error.headers["Retry-After"]) == 1
        return error.code


def metrics(running) -> str:
    with urllib.request.urlopen(running.address + "/metrics", timeout=ANSWER_SECONDS) as answer:
        return answer.read().decode()


def test_a_key_is_alone_on_the_last_line_and_shown_nowhere_else(running):
    done = running.run("keys", "add", "--name", "app", "--scope", "report,import")
    key = last_line(done)
    assert KEY.fullmatch(key)
    assert key not in done.stderr
    listed = running.run("keys", "list")
    scopes, unit, created, revoked = rows(listed)["app"]
    assert (scopes, unit, revoked) == ("report,import", "-", "-")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", created)
    assert key[6:] not in listed.stdout + listed.stderr


def test_a_name_is_given_once_and_a_revoked_key_stays_in_the_list(running):
    last_line(running.run("keys", "add", "--name", "partner", "--scope", "report"))
    again = running.run("keys", "add", "--name", "partner", "--scope", "report")
    assert again.returncode == 1
    assert "there is a key 'partner' already" in again.stderr
    assert again.stdout == ""
    for words in ("is revoked", "was revoked before"):
        done = running.run("keys", "revoke", "--name", "partner")
        assert done.returncode == 0
        assert words in done.stdout
    assert rows(running.run("keys", "list"))["partner"][3] != "-"
    unknown = running.run("keys", "revoke", "--name", "nobody")
    assert unknown.returncode == 1
    assert "there is no key 'nobody'" in unknown.stderr


@pytest.mark.parametrize(
    "unit, words", [("ZDMX", "did you mean 'ZDMK'"), ("PINB", "is not the city's"), ("", "--unit needs a value")]
)
def test_a_unit_must_be_one_that_reports_are_given_to(running, unit, words):
    done = running.run("keys", "add", "--name", "unit", "--scope", "unit", "--unit", unit)
    assert done.returncode == 64
    assert words in done.stderr
    assert "unit" not in rows(running.run("keys", "list"))


def test_a_unit_gets_a_key(running):
    assert KEY.fullmatch(last_line(running.run("keys", "add", "--name", "zdmk", "--scope", "unit", "--unit", "ZDMK")))
    assert rows(running.run("keys", "list"))["zdmk"][:2] == ["unit", "ZDMK"]


def test_a_running_service_takes_a_new_key_at_once_and_a_revoked_one_no_more(running):
    assert status(running, None) == 404
    assert status(running, "emapa_" + "A" * 43) == 401
    key = last_line(running.run("keys", "add", "--name", "brief", "--scope", "report"))
    assert status(running, key) == 404
    assert running.run("keys", "revoke", "--name", "brief").returncode == 0
    revoked = time.monotonic()
    while status(running, key) != 401:
        assert time.monotonic() - revoked < REVOKED_SECONDS
    assert 'emapa_access_refused_total{reason="unknown_credential"}' in metrics(running)


def test_who_asks_too_often_is_told_when_to_come_back(running):
    # Without a body a report is refused, but counted all the same.
    statuses = [status(running, None, "/api/v1/reports", b"{}") for _ in range(110)]
    assert 429 in statuses
    assert set(statuses[statuses.index(429) - 100 : statuses.index(429)]) == {422}
    key = last_line(running.run("keys", "add", "--name", "bulk", "--scope", "import"))
    assert [status(running, key, "/api/v1/reports", b"{}") for _ in range(300)] == [422] * 300
    assert 'emapa_access_refused_total{reason="writes"}' in metrics(running)


def test_a_fresh_folder_is_enough():
    with tempfile.TemporaryDirectory(prefix="emapa-keys-", dir="/tmp") as name:
        folder = Path(name)
        # The database's server is another user where the tests run as root.
        folder.chmod(0o755)

        def emapa(*arguments):
            command = [binary(), "keys", *arguments, "--data", str(folder / "data")]
            return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=START_SECONDS)

        assert KEY.fullmatch(last_line(emapa("add", "--name", "first", "--scope", "unit", "--unit", "ZDMK")))
        assert rows(emapa("list")).keys() == {"first"}
