"""The running service against its own description: schemathesis sends what api/openapi.json allows, and what it doesn't."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from service import ROOT, Service

SECONDS = 60
SEED = 20_260_630
SCHEMATHESIS = Path(sys.executable).with_name("schemathesis")
LEAST_CASES = 200


@pytest.fixture(scope="module")
def small():
    with Service(reports=200) as running:
        yield running


@pytest.fixture(scope="module")
def key(small):
    """A key that may do everything, with any report."""
    done = small.run("keys", "add", "--name", "contract", "--scope", "report,import,unit", "--unit", "KCK")
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


def explore(service, folder, *arguments, parameters=""):
    """Runs schemathesis in a folder of its own; a breach fails with its report."""
    config = folder / "schemathesis.toml"
    config.write_text((ROOT / "Tests/Browser/contract.toml").read_text() + parameters)
    command = [SCHEMATHESIS, "--config-file", config, "run", f"{service.address}/api/v1/openapi.json"]
    command += ["--seed", str(SEED), "--phases", "examples,coverage,fuzzing", "--mode", "all"]
    command += ["--no-color", "--warnings", "off", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=SECONDS)
    report = done.stdout + done.stderr
    assert done.returncode == 0, report[-8_000:]
    assert int(re.search(r"(\d+) generated", report)[1]) >= LEAST_CASES, report[-2_000:]


def test_with_a_key_every_answer_is_as_described(small, key, tmp_path):
    number = small.get("/api/v1/reports")["reports"][0]["number"]
    # A number that exists, so that more is seen than 404.
    parameters = f'\n[parameters]\n"path.number" = "{number}"\n'
    explore(small, tmp_path, "-H", f"Authorization: Bearer {key}", "--max-examples", "60", parameters=parameters)


def test_without_a_key_every_answer_is_as_described(small, tmp_path):
    explore(small, tmp_path, "--max-examples", "15")
