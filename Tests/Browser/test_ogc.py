"""The layers in the hands of those who use them: GDAL, the door's own description, a proxy, and people at /ogc."""

import json
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect

from axe import violations
from conftest import PHONE
from portal_pages import send
from service import ROOT, Service

SCHEMATHESIS = Path(sys.executable).with_name("schemathesis")
SEED = 20_260_630
LEAST_CASES = 200
SECONDS = 120
REPORTS = 11_000
BOX = (19.92, 50.04, 19.96, 50.07)
PAGES = [
    "/ogc", "/ogc/collections", "/ogc/conformance", "/ogc/collections/reports", "/ogc/collections/units",
    "/ogc/collections/reports/items?limit=50&bbox=19.92,50.04,19.96,50.07", "/ogc/collections/zones/items",
    "/ogc/collections/units/items", "/ogc/collections/districts/items/I",
]
VIEWS = {"desktop": {}, "phone": {**PHONE, "viewport": {"width": 360, "height": 740}}}
SMALL = """
() => [...document.querySelectorAll("main a, main button, main select, main input")]
  .filter((element) => element.checkVisibility() && !element.closest("p.hint, dd, .ol-attribution"))
  .map((element) => ({ name: element.textContent.trim() || element.id, box: element.getBoundingClientRect() }))
  .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
  .map(({ name, box }) => `${name} ${Math.round(box.width)}x${Math.round(box.height)}`)
"""


@pytest.fixture(scope="module")
def many():
    """Enough reports that GDAL has to follow 'next' often."""
    with Service(reports=REPORTS) as running:
        yield running


@pytest.fixture(scope="module")
def small():
    with Service(reports=200) as running:
        yield running


def key(service, unit):
    done = service.run("keys", "add", "--name", unit.lower(), "--scope", "unit", "--unit", unit)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


def held(service, condition="true"):
    """How many reports the database holds that everybody may know of."""
    shown = service.run("check").stdout
    connection = re.search(r"^connection +(.+)$", shown, re.MULTILINE)[1]
    document = json.loads((ROOT / "geodata/krakow/categories.json").read_text(encoding="utf-8"))
    withheld = [entry["code"] for entry in document["categories"] if entry.get("visibility") == "staff"]
    statement = f"""SELECT count(*), min(number), max(number) FROM report WHERE NOT hidden AND status <> 'withdrawn'
        AND NOT (status = 'rejected' AND kind <> 'idea') AND category <> ALL ('{{{",".join(withheld)}}}') AND {condition}"""
    found = subprocess.run(
        ["psql", "-XAtq", "-c", statement, connection], capture_output=True, text=True, check=True, timeout=SECONDS
    ).stdout.strip().split("|")
    return int(found[0]), found[1], found[2]


def ogrinfo(service, *arguments, bearer=None):
    more = ["--config", "GDAL_HTTP_HEADERS", f"Authorization: Bearer {bearer}"] if bearer else []
    command = ["ogrinfo", "-ro", *more, *arguments[:-1], f"OAPIF:{service.address}/ogc", *arguments[-1:]]
    done = subprocess.run([part for part in command if part], capture_output=True, text=True, timeout=SECONDS)
    assert done.returncode == 0 and "ERROR" not in done.stderr, done.stderr
    return done.stdout


def numbers(text):
    return re.findall(r"^  number \(String\) = (\S+)$", text, re.MULTILINE)


def test_gdal_finds_the_layers(many):
    shown = ogrinfo(many, "")
    assert re.findall(r"^\d+: (\w+) ", shown, re.MULTILINE) == ["reports", "districts", "zones", "units"]
    assert "reports (title: Zgłoszenia) (Point)" in shown


def test_gdal_reads_ten_thousand_features_to_the_end(many):
    count, first, last = held(many)
    assert count >= 10_000
    found = numbers(ogrinfo(many, "-al", "-geom=NO", "reports"))
    assert len(found) == len(set(found)) == count
    assert (min(found), max(found)) == (first, last)


def test_gdal_reads_what_lies_in_a_box(many):
    west, south, east, north = BOX
    count, *_ = held(many, f"lon BETWEEN {west} AND {east} AND lat BETWEEN {south} AND {north}")
    assert count > 100
    found = numbers(ogrinfo(many, "-al", "-geom=NO", "-spat", *map(str, BOX), "reports"))
    assert len(found) == len(set(found)) == count
    assert numbers(ogrinfo(many, "-al", "-geom=NO", "-spat", "0", "0", "1", "1", "reports")) == []


def test_gdal_filters_by_a_property(many):
    count, *_ = held(many, "category = 'road.pothole'")
    assert len(numbers(ogrinfo(many, "-al", "-geom=NO", "-where", "category = 'road.pothole'", "reports"))) == count


def test_gdal_reads_what_is_internal_with_a_key(many):
    text = ogrinfo(many, "-al", "-geom=NO", "-where", "unit = 'ZDMK'", "reports", bearer=key(many, "ZDMK"))
    assert "  channel (String) = " in text and "  hidden" in text
    assert "  channel" not in ogrinfo(many, "-al", "-geom=NO", "-where", "unit = 'ZDMK'", "reports")


def test_the_layers_of_the_city_are_read_whole(many):
    for layer, count in (("districts", 18), ("zones", None), ("units", None)):
        shown = ogrinfo(many, "-so", layer)
        told = int(re.search(r"Feature Count: (\d+)", shown)[1])
        asked = many.get(f"/ogc/collections/{layer}/items?limit=1")["numberMatched"]
        assert told == asked == (count or asked)


@pytest.mark.parametrize("unit", ["ZDMK", "KCK", None])
def test_every_answer_is_as_the_door_describes_itself(small, tmp_path, unit):
    document = small.get("/ogc/api")
    # Who asks for more than the maximum gets the maximum, as the standard has it: no value to be refused.
    del document["components"]["parameters"]["limit"]["schema"]["maximum"]
    described = tmp_path / "ogc.json"
    described.write_text(json.dumps(document))
    number = small.get("/ogc/collections/reports/items?limit=1")["features"][0]["id"]
    described.write_text(described.read_text().replace("KCK-2026-000001", number))
    config = tmp_path / "schemathesis.toml"
    config.write_text((ROOT / "Tests/Browser/ogc.toml").read_text())
    command = [SCHEMATHESIS, "--config-file", config, "run", described, "--url", f"{small.address}/ogc", "--seed", str(SEED)]
    command += ["--phases", "examples,coverage,fuzzing", "--mode", "all", "--max-examples", "20", "--no-color"]
    command += ["--warnings", "off"] + (["-H", f"Authorization: Bearer {key(small, unit)}"] if unit else [])
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=2 * SECONDS)
    report = done.stdout + done.stderr
    assert done.returncode == 0, report[-8_000:]
    assert int(re.search(r"(\d+) generated", report)[1]) >= LEAST_CASES, report[-2_000:]


def test_behind_a_proxy_links_lead_to_the_proxy():
    with Service(reports=20, options=("--proxies", "127.0.0.0/8")) as running:
        headers = {"X-Forwarded-Host": "mapa.example.org", "X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}
        paths = ["/ogc", "/ogc/collections", "/ogc/collections/reports/items?limit=1", "/ogc/collections/reports/tiles"]
        for path in paths:
            request = urllib.request.Request(running.address + path, headers=headers)
            with urllib.request.urlopen(request, timeout=15) as answer:
                found = re.findall(r'"href":"([^"]+)"', answer.read().decode())
            assert found and all(address.startswith("https://mapa.example.org/ogc") for address in found), path
        with urllib.request.urlopen(running.address + "/ogc", timeout=15) as answer:
            assert f'"{running.address}/ogc"' in answer.read().decode()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", ["", "/en"])
def test_everybody_can_use_the_pages(visit, service, language, view):
    page = visit("/about", **VIEWS[view])
    item = f"/ogc/collections/reports/items/{send(service)['number']}"
    for path in [*PAGES, item]:
        page.open(language + path)
        if page.page.locator("#map").count():
            page.wait_for_map()
        over = page.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over == 0, path
        assert violations(page) == [], path
        assert page.page.get_by_role("heading", level=1).count() == 1, path
        if view == "phone":
            assert page.page.evaluate(SMALL) == [], path


def test_what_the_table_says_is_on_the_map(visit, service):
    page = visit("/ogc/collections/reports/items?limit=50&bbox=19.92,50.04,19.96,50.07")
    page.wait_for_map()
    expect(page.page.locator("#map")).to_have_attribute("data-count", "50")
    assert page.page.locator("tbody tr").count() == 50
    page.page.get_by_role("link", name="Następna strona").click()
    page.wait_for_map()
    assert "cursor=" in page.page.url and page.page.locator("tbody tr").count() == 50
    page.page.get_by_role("link", name="Pierwsza strona").click()
    expect(page.page).not_to_have_url(re.compile("cursor="))


def test_filters_lead_to_what_was_asked_for_without_a_script_too(visit, service):
    page = visit("/en/ogc/collections/reports/items", java_script_enabled=False)
    page.page.get_by_label("District").select_option("I")
    page.page.get_by_label("State").select_option("resolved")
    page.page.get_by_role("button", name="Show").click()
    assert "district=I" in page.page.url and "status=resolved" in page.page.url
    cells = page.page.locator("tbody tr td:last-child").all_text_contents()
    assert cells and set(cells) == {"I"}


def test_what_the_map_shows_becomes_the_box(visit, service):
    page = visit("/ogc/collections/reports/items?limit=10&bbox=19.92,50.04,19.96,50.07")
    page.wait_for_map()
    page.page.get_by_role("button", name="Widok mapy").click()
    page.page.wait_for_url(re.compile("bbox=19"))
    page.wait_for_map()
    assert page.page.locator("tbody tr").count() == 10


@pytest.mark.parametrize("name", ["desktop", "phone"])
def test_pictures_of_the_layers(visit, service, screenshots, name):
    page = visit("/about", **VIEWS[name])
    for title, path in (("landing", PAGES[0]), ("layer", PAGES[3]), ("features", PAGES[5]), ("district", PAGES[8])):
        page.open(path)
        if page.page.locator("#map").count():
            page.wait_for_map()
        page.page.screenshot(path=screenshots / f"ogc-{name}-{title}.png", full_page=True)
