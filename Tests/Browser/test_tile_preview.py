"""The preview of the tiles at `/tiles/`: two libraries, filters, what was clicked, changes as they happen."""

import json
import re
import urllib.request

import pytest
from playwright.sync_api import expect

from conftest import PHONE
from axe import violations
from test_languages import SHAPE

LIBRARIES = ["openlayers", "maplibre"]
NARROW = {**PHONE, "viewport": {"width": 360, "height": 740}}
SOME = re.compile(r"^[1-9]\d*$")


def side(page, library):
    return page.page.locator(f"#side-{library}")


def wait_for_reports(page, library):
    expect(side(page, library)).to_have_attribute("data-features", SOME)


def features(page, library) -> int:
    return int(side(page, library).get_attribute("data-features"))


def report(service, lon, lat) -> str:
    body = {"category": "road.light", "description": "Latarnia nie świeci.", "location": {"lon": lon, "lat": lat}}
    request = urllib.request.Request(
        service.address + "/api/v1/reports", json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=15) as answer:
        return json.load(answer)["number"]


def click_middle(page, library):
    box = side(page, library).locator(".map").bounding_box()
    page.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_both_libraries_draw_the_same_reports(visit):
    page = visit("/tiles/", at=(15, 50.0614, 19.9372))
    for library in LIBRARIES:
        wait_for_reports(page, library)
    # At the very edge one of them may count a report that the other leaves out.
    assert abs(features(page, "openlayers") - features(page, "maplibre")) <= 3
    expect(page.page.locator(".maplibregl-ctrl-attrib")).to_contain_text("OpenStreetMap contributors")


@pytest.mark.parametrize("library", LIBRARIES)
def test_one_library_alone(visit, library):
    page = visit(f"/tiles/?library={library}")
    wait_for_reports(page, library)
    assert features(page, library) > 20
    (other,) = set(LIBRARIES) - {library}
    expect(side(page, other)).to_be_hidden()


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_filter_is_in_the_address_of_the_page_and_of_every_tile(visit, library):
    page = visit(f"/tiles/?library={library}", at=(15, 50.0614, 19.9372))
    wait_for_reports(page, library)
    before = features(page, library)
    ending = {"openlayers": "geojson", "maplibre": "mvt"}[library]
    with page.page.expect_request(re.compile(rf"/tiles/reports/\d+/\d+/\d+\.{ending}\?status=all$")):
        page.page.select_option("#filter-status", "all")
    expect(page.page).to_have_url(re.compile(r"\?status=all&library="))
    address = f"{page.address}/tiles/reports/{{z}}/{{x}}/{{y}}"
    expect(page.page.locator("#address-geojson")).to_have_value(f"{address}.geojson?status=all")
    expect(page.page.locator("#address-mvt")).to_have_value(f"{address}.mvt?status=all")
    expect(page.page.locator("#address-tilejson")).to_have_value(f"{page.address}/tiles/reports.json?status=all")
    expect(page.page.locator("#filter-count")).to_have_text("1 ustawiony")
    expect(side(page, library)).not_to_have_attribute("data-features", str(before))
    page.page.get_by_role("button", name="Wyczyść filtry").click()
    expect(side(page, library)).to_have_attribute("data-features", str(before))
    expect(page.page).to_have_url(re.compile(r"/tiles/\?library="))


def test_filters_of_the_address_stand_in_the_form(visit):
    query = "status=all&category=road.light&unit=ZDMK&district=I&from=2020-01-01&supporters=0&cluster=off"
    page = visit(f"/tiles/?{query}&library=openlayers", at=(15, 50.0614, 19.9372))
    wanted = dict(part.split("=") for part in query.split("&"))
    expect(page.page.locator("#filter-district option")).to_have_count(19)
    for name, value in wanted.items():
        if name != "cluster":
            expect(page.page.locator(f"#filter-{name}")).to_have_value(value)
    expect(page.page.locator("#filter-cluster")).to_be_checked()
    expect(page.page.locator("#address-mvt")).to_have_value(re.compile(re.escape(f".mvt?{query}") + "$"))
    wait_for_reports(page, "openlayers")


def test_a_filter_that_the_service_refuses_is_told(visit):
    page = visit("/tiles/?status=nonsense&library=openlayers", expect_failures=True)
    expect(page.page.locator("#problem")).to_contain_text("Nieprawidłowe parametry")
    expect(page.page.locator("#filter-status")).to_have_attribute("aria-invalid", "true")
    page.page.select_option("#filter-status", "")
    expect(page.page.locator("#problem")).to_be_hidden()
    wait_for_reports(page, "openlayers")


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_new_report_appears_by_itself_and_can_be_read(visit, service, library):
    lon, lat = {"openlayers": (19.89712, 50.02511), "maplibre": (19.89112, 50.02911)}[library]
    page = visit(f"/tiles/?library={library}", at=(19, lat, lon))
    expect(side(page, library)).to_have_attribute("data-features", "0")
    expect(page.page.locator("#live")).to_have_attribute("data-state", "live")
    number = report(service, lon, lat)
    expect(side(page, library)).to_have_attribute("data-features", "1")
    expect(page.page.locator("#live-text")).to_contain_text("zmiana")
    click_middle(page, library)
    card = page.page.locator("#readout-features article")
    expect(card).to_have_count(1)
    expect(card.get_by_role("heading")).to_have_text("Latarnia nie świeci")
    expect(card.get_by_role("link", name=number)).to_have_attribute("href", f"/api/v1/reports/{number}")
    expect(card.get_by_role("row", name="status")).to_contain_text("received")


def test_a_change_elsewhere_asks_for_no_tile(visit, service):
    page = visit("/tiles/?library=openlayers", at=(17, 50.0614, 19.9372))
    wait_for_reports(page, "openlayers")
    expect(page.page.locator("#live")).to_have_attribute("data-state", "live")
    asked = []
    page.page.on("request", lambda request: asked.append(request.url) if "/tiles/reports/" in request.url else None)
    report(service, 20.07712, 50.07011)
    expect(page.page.locator("#live-text")).to_contain_text("zmiana")
    page.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert asked == []


def test_a_cluster_can_be_zoomed_until_it_falls_apart(visit, service):
    clusters = [tile for tile in service.tile_around(10, 50.0614, 19.9372) if "count" in tile["properties"]]
    lon, lat = max(clusters, key=lambda tile: tile["properties"]["count"])["geometry"]["coordinates"]
    page = visit("/tiles/?library=openlayers", at=(11, lat, lon))
    wait_for_reports(page, "openlayers")
    click_middle(page, "openlayers")
    page.page.get_by_role("button", name="Przybliż, aż się rozdzieli").first.click()
    expect(page.page).to_have_url(re.compile(r"#1[2-9]"))


def test_the_maps_move_together(visit):
    page = visit("/tiles/", at=(14, 50.0614, 19.9372))
    for library in LIBRARIES:
        wait_for_reports(page, library)
    side(page, "openlayers").get_by_title("Przybliż").click()
    expect(page.page).to_have_url(re.compile(r"#15/50\.061\d+/19\.937"))
    side(page, "maplibre").get_by_title("Oddal").click()
    expect(page.page).to_have_url(re.compile(r"#14/50\.061\d+/19\.937"))


def test_the_other_language_keeps_the_filters_and_the_place(visit):
    page = visit("/tiles/?status=all&library=openlayers", at=(15, 50.0614, 19.9372))
    wait_for_reports(page, "openlayers")
    page.page.get_by_role("link", name="English").click()
    expect(page.page).to_have_url(f"{page.address}/en/tiles/?status=all&library=openlayers#15/50.06140/19.93720")
    expect(page.page.locator("#filter-status")).to_have_value("all")
    expect(page.heading("Report tiles")).to_be_visible()


@pytest.mark.parametrize(
    ("tile", "named", "is_touched"),
    [
        ((14, 9100, 5500), [9100, 5500], True),
        ((14, 9101, 5500), [9100, 5500], False),
        ((16, 36403, 22003), [9100, 5500], True),
        ((16, 36404, 22003), [9100, 5500], False),
        ((10, 568, 343), [9100, 5500], True),
        # A z12 tile is four wide: a sixteenth of it reaches a quarter into the neighbouring z14 tile.
        ((12, 2275, 1375), [9099, 5500], True),
        ((12, 2275, 1375), [9098, 5500], False),
        ((12, 2275, 1375), [9104, 5503], True),
        ((0, 0, 0), [9100, 5500], True),
    ],
)
def test_which_tiles_a_change_touches(visit, tile, named, is_touched):
    page = visit("/tiles/?library=openlayers")
    zoom, x, y = tile
    found = page.page.evaluate(
        "async ([tile, change]) => (await import('/assets/map/touched.js')).isTouched(tile, change)",
        [{"z": zoom, "x": x, "y": y}, {"zoom": 14, "tiles": [named]}],
    )
    assert found == is_touched


def test_both_pages_have_the_same_parts(visit):
    page = visit("/tiles/?library=openlayers")
    assert page.page.evaluate(SHAPE, "/tiles/") == page.page.evaluate(SHAPE, "/en/tiles/")


def test_only_the_preview_may_make_workers_out_of_blobs(service):
    def policy(path):
        with urllib.request.urlopen(service.address + path, timeout=15) as answer:
            return answer.headers["Content-Security-Policy"]

    assert "worker-src 'self' blob:;" in policy("/tiles/")
    assert "worker-src 'self' blob:;" in policy("/en/tiles/")
    assert "worker-src 'self';" in policy("/")
    assert "unsafe" not in policy("/tiles/")


@pytest.mark.parametrize("library", ["both", *LIBRARIES])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", [{}, NARROW], ids=["desktop", "phone"])
def test_axe_is_content_and_nothing_is_cut_off(visit, library, scheme, device):
    page = visit(f"/tiles/?library={library}", at=(15, 50.0614, 19.9372), color_scheme=scheme, **device)
    for shown in LIBRARIES if library == "both" else [library]:
        wait_for_reports(page, shown)
    assert violations(page) == []
    width = page.page.viewport_size["width"]
    assert page.page.evaluate("document.documentElement.scrollWidth") == width
    page.page.emulate_media(color_scheme="dark" if scheme == "light" else "light")
    for shown in LIBRARIES if library == "both" else [library]:
        wait_for_reports(page, shown)
    assert violations(page) == []
