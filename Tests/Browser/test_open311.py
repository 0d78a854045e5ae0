"""Open311: the examples of docs/open311.md, the door against its own description, and what clients do to it by sockets."""

import json
import re
import shutil
import socket
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from service import ROOT, Service

PAGE = ROOT / "docs/open311.md"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SCHEMATHESIS = Path(sys.executable).with_name("schemathesis")
SEED = 20_260_630
LEAST_CASES = 200
SECONDS = 90


@pytest.fixture(scope="module")
def small():
    with Service(reports=300) as running:
        yield running


def add_key(service, name, *more):
    done = service.run("keys", "add", "--name", name, *more)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


@pytest.fixture(scope="module")
def keys(small):
    return {
        "KEY": add_key(small, "my-app", "--scope", "report"),
        "UNIT_KEY": add_key(small, "zdmk", "--scope", "unit", "--unit", "ZDMK"),
    }


def examples():
    """Each block of commands with the answers that follow it."""
    fences = FENCE.findall(PAGE.read_text(encoding="utf-8"))
    for index, (language, text) in enumerate(fences):
        if language == "sh":
            assert fences[index + 1][0] in ("json", "xml"), text
            yield text, fences[index + 1][1]


def as_pattern(answer):
    """`…` stands for anything, what stands between is to the letter."""
    return ".*?".join(re.escape(part) for part in answer.strip().split("…"))


def test_the_examples_of_the_page_do_what_they_say(small, keys, tmp_path):
    shutil.copy(ROOT / "Tests/Fixtures/photos/quarters.jpg", tmp_path / "sign.jpg")
    known = list(examples())
    assert len(known) >= 8
    mark = "=== next ==="
    # One shell for all, since later examples use what earlier ones found; each answer ends its line.
    script = f"\necho '{mark}'\n".join(re.sub(r"^(curl .*?[^\\])$", r"\1; echo", text, flags=re.M | re.S) for text, _ in known)
    script = script.replace("http://127.0.0.1:8311", small.address)
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script], cwd=tmp_path, env={"PATH": "/usr/bin:/bin", **keys},
        capture_output=True, text=True, timeout=SECONDS,
    )
    assert done.returncode == 0, done.stderr
    answers = done.stdout.split(mark)
    assert len(answers) == len(known)
    for (command, expected), answer in zip(known, answers, strict=True):
        lines = "\n".join(line for line in answer.splitlines() if line)
        assert re.fullmatch(as_pattern(expected), lines, re.DOTALL), f"{command}\n{lines[:2000]}"


def test_every_answer_is_as_the_door_describes_itself(small, keys, tmp_path):
    listed = small.get("/open311/v2/requests.json?updated_after=2000-01-01T00:00:00Z&page_size=1")
    config = tmp_path / "schemathesis.toml"
    found = f'[parameters]\n"path.service_request_id" = "{listed[0]["service_request_id"]}"\n'
    config.write_text((ROOT / "Tests/Browser/open311.toml").read_text() + found)
    for key in (keys["KEY"], keys["UNIT_KEY"], None):
        command = [SCHEMATHESIS, "--config-file", config, "run", f"{small.address}/open311/v2/openapi.json"]
        command += ["--seed", str(SEED), "--phases", "examples,coverage,fuzzing", "--mode", "all", "--max-examples", "40"]
        command += ["--no-color", "--warnings", "off"] + (["-H", f"Authorization: Bearer {key}"] if key else [])
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=2 * SECONDS)
        report = done.stdout + done.stderr
        assert done.returncode == 0, report[-8_000:]
        assert int(re.search(r"(\d+) generated", report)[1]) >= LEAST_CASES, report[-2_000:]


def exchange(service, request):
    host, port = service.address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as client:
        client.sendall(request)
        answer = b""
        while part := client.recv(65_536):
            answer += part
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]), head.decode("latin-1"), body


@pytest.mark.parametrize("form", ["xml", "json"])
def test_errors_of_the_protocol_itself_are_told_in_the_form(small, form):
    ids = ",".join(f"KCK-2026-{number:06d}" for number in range(700))
    for target, status in [
        (f"/open311/v2/requests.{form}?service_request_id={ids}", 400),
        (f"/open311/v2/requests.{form}?service_request_id={'7,' * 4_000}", 400),
        (f"/open311/v2/nowhere.{form}", 404),
        (f"/open311/v2/requests.{form}?q=%zz", 400),
    ]:
        request = f"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        found, head, body = exchange(small, request.encode())
        assert found == status, target[:80]
        if form == "json":
            assert "Content-Type: application/json; charset=utf-8" in head
            errors = [error["code"] for error in json.loads(body)]
        else:
            assert "Content-Type: text/xml; charset=utf-8" in head
            errors = [int(error.text) for error in ElementTree.fromstring(body).findall("error/code")]
        assert errors == [status]


def test_no_key_and_no_contact_reaches_the_log(small, keys):
    words = {"email": "tajny.adres@example.org", "phone": "601 987 654", "first_name": "Tajnoimie"}
    fields = {"service_code": "road.pothole", "lat": "50.0710", "long": "19.9610", "description": "Dziura", **words}
    data = [argument for item in fields.items() for argument in ("--data-urlencode", "=".join(item))]
    subprocess.run(
        ["curl", "-sf", f"{small.address}/open311/v2/requests.json?api_key={keys['KEY']}", *data],
        check=True, capture_output=True, timeout=SECONDS,
    )
    small.get(f"/open311/v2/requests.json?api_key={keys['UNIT_KEY']}&extensions=true")
    log = Path(small.log.name).read_text(encoding="utf-8")
    for secret in [*words.values(), *keys.values()]:
        assert secret not in log
