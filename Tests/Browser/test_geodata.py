"""The city as data, from outside: placing by command and by request, checking, importing, replaying."""

import json
import secrets
import subprocess
import time
import urllib.request

import pytest

from service import ROOT, Service, binary

KRAKOW = ROOT / "geodata" / "krakow"
SQUARE = ("19.9373", "50.0617")
PATIENCE_SECONDS = 30


@pytest.fixture(scope="module")
def seeded():
    with Service(reports=2_000) as running:
        yield running


def emapa(*arguments, stdin=None):
    return subprocess.run(
        [binary(), *arguments], cwd=ROOT, capture_output=True, text=True, input=stdin, timeout=120
    )


def place(*arguments, stdin=None):
    """Places by the shipped files: no database is needed for that."""
    return emapa("place", *arguments, "--city", str(KRAKOW), stdin=stdin)


def test_a_point_is_placed_with_its_reasons():
    done = place(*SQUARE, "--category", "green.tree")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["district"]["code"] == "I"
    assert answer["decision"]["outcome"]["unit"]["code"] == "KZ"
    assert answer["decision"]["rule"] == "tree-listed"
    assert answer["decision"]["why"]["pl"] and answer["decision"]["why"]["en"]


@pytest.mark.parametrize(
    "arguments, words",
    [
        (("19.9",), "LON and LAT"),
        (("nan", "50"), "LON 'nan'"),
        (("19.9", "91"), "LAT '91'"),
        (("50.06", "19.93"), "look swapped"),
        ((*SQUARE, "--category", "road.potole"), "did you mean 'road.pothole'"),
        ((*SQUARE, "--at", "yesterday"), "--at needs"),
        ((*SQUARE, "--batch"), "--batch reads"),
    ],
)
def test_a_question_that_cannot_be_understood_says_what_was_wrong(arguments, words):
    done = place(*arguments)
    assert done.returncode == 64
    assert words in done.stderr
    assert done.stdout == ""


def test_a_batch_answers_each_line_with_a_line():
    lines = ["19.9373,50.0617", "19.9373,50.0617,green.tree", "19.785,50.078,noise", "20.037,50.072\r"]
    done = place("--batch", stdin="\n".join(lines))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "19.9373,50.0617,I,",
        "19.9373,50.0617,I,KZ",
        "19.785,50.078,,",
        "20.037,50.072,XVIII,",
    ]


def test_a_batch_names_the_lines_that_it_cannot_understand_and_goes_on():
    done = place("--batch", stdin="lon,lat\nhere,there\n\n" + "9" * 5_000 + "\n19.9373,50.0617,nothing\n19.9373,50.0617\n")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 6
    assert done.stdout.splitlines()[0] == "lon,lat,district,unit"
    assert done.stdout.splitlines()[-1] == "19.9373,50.0617,I,"
    assert "line 2: 'here,there'" in done.stderr
    assert "line 5: there is no category 'nothing'" in done.stderr


def test_the_shipped_city_has_no_errors():
    done = emapa("geodata", "check", "--city", str(KRAKOW))
    assert done.returncode == 0, done.stdout
    assert "no errors" in done.stdout


def test_other_rules_are_replayed_without_changing_anything(seeded, tmp_path):
    rules = json.loads((KRAKOW / "routing.json").read_text())
    rules["rules"].insert(
        next(i for i, rule in enumerate(rules["rules"]) if rule["stage"] == "category"),
        {
            "id": "all-potholes",
            "stage": "category",
            "name": {"pl": "Próba", "en": "Trial"},
            "when": {"categories": ["road.pothole"]},
            "then": {"unit": "WGKiI"},
            "why": {"pl": "Próba.", "en": "A trial."},
        },
    )
    trial = tmp_path / "trial.json"
    trial.write_text(json.dumps(rules))
    same = seeded.run("geodata", "replay", "--rules", str(KRAKOW / "routing.json"))
    assert same.returncode == 0, same.stderr
    assert "\n0 would go to another unit" in same.stdout
    other = seeded.run("geodata", "replay", "--rules", str(trial))
    assert "ZDMK → WGKiI" in other.stdout
    assert "by all-potholes" in other.stdout
    assert seeded.run("geodata", "replay", "--rules", str(trial)).stdout.split(";")[1] == other.stdout.split(";")[1]
    since = seeded.run("geodata", "replay", "--rules", str(trial), "--since", "2026-06-29").stdout
    assert 0 < int(since.split()[0]) < int(other.stdout.split()[0]) == 2_000
    broken = tmp_path / "broken.json"
    broken.write_text(trial.read_text().replace('"WGKiI"}', '"NOBODY"}'))
    refused = seeded.run("geodata", "replay", "--rules", str(broken))
    assert refused.returncode == 1
    assert str(broken) in refused.stdout and "NOBODY" in refused.stdout


def test_an_import_reaches_a_running_service_and_leaves_old_reports_alone(seeded, tmp_path):
    number = new_report(seeded)["number"]
    before = seeded.get(f"/api/v1/reports/{number}")["placement"]
    assert before["district"]["code"] == "I"

    districts = json.loads((KRAKOW / "districts.geojson").read_text())
    for feature in districts["features"]:
        if feature["properties"]["code"] == "I":
            feature["properties"]["code"] = "CENTRUM"
    layer = tmp_path / "districts.geojson"
    layer.write_text(json.dumps(districts))
    refused = seeded.run("geodata", "import", "--layer", "districts", "--file", str(layer))
    # The felling desks name the district by its old code.
    assert refused.returncode == 1, refused.stdout
    assert "'I'" in refused.stdout and "nothing was changed" in refused.stdout

    units = json.loads((KRAKOW / "units.json").read_text())
    for unit in units["units"]:
        if unit["code"] == "ZDMK":
            unit["name"]["en"] = "Roads of the Future"
    other = tmp_path / "units.json"
    other.write_text(json.dumps(units))
    done = seeded.run("geodata", "import", "--layer", "units", "--file", str(other))
    assert done.returncode == 0, done.stdout
    wait_until(lambda: "Roads of the Future" in json.dumps(seeded.get("/api/v1/units")))

    after = seeded.get(f"/api/v1/reports/{number}")["placement"]
    assert after["city_version"] == before["city_version"]
    assert after["rule"] == before["rule"] and after["why"] == before["why"]
    assert new_report(seeded)["placement"]["city_version"] == before["city_version"] + 1


def new_report(service):
    text = f"Dziura {secrets.token_hex(4)}"
    body = {"category": "road.pothole", "description": text, "location": {"lon": 19.9373, "lat": 50.0617}}
    request = urllib.request.Request(
        service.address + "/api/v1/reports",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.loads(answer.read())


def wait_until(holds):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        assert time.monotonic() < deadline, "it did not come true in time"
        time.sleep(0.1)


def test_the_help_names_each_command_once():
    names = [line.split("  ")[1] for line in emapa("--help").stdout.splitlines() if line.startswith("  ")]
    assert {"place", "geodata check", "geodata import", "geodata replay"} <= set(names)
    assert len(names) == len(set(names))
