"""What is on the map."""

import re

from playwright.sync_api import expect

from conftest import PHONE

TILE_ZOOM = 10
"""A tile is drawn 1024 pixels wide: on the map, its zoom is two more."""


def count(cluster) -> int:
    return cluster["properties"]["count"]


def test_the_page_opens_with_the_city_and_its_reports(visit):
    page = visit()
    page.wait_for_map()
    expect(page.page).to_have_title("Emapa Krakowa: zgłoś problem w mieście")
    expect(page.page.locator(".ol-attribution")).to_contain_text("Gmina Miejska Kraków, MSIP")
    assert page.pixels("--map-tint-1") > 10_000
    assert page.pixels("--map-border") > 500
    assert page.pixels("--map-cluster") > 1_000


def test_rivers_and_parks_lie_under_the_reports_and_name_their_source(visit):
    page = visit(at=(14, 50.055, 19.925))
    page.wait_for_map()
    assert page.pixels("--map-water") > 2_000
    assert page.pixels("--map-park") > 2_000
    credit = page.page.locator(".ol-attribution").get_by_role("link", name="© OpenStreetMap contributors")
    expect(credit).to_have_attribute("href", "https://www.openstreetmap.org/copyright")


def test_without_its_landscape_the_map_still_takes_reports(visit):
    page = visit(at=(17, 50.0402, 19.8551), expect_failures=True)
    page.page.route("**/tiles/areas/**", lambda route: route.abort())
    page.page.reload()
    page.wait_for_map()
    page.click_map()
    expect(page.page.locator("#place-name")).to_contain_text("Dzielnica")
    expect(page.page.locator("#map-notice")).to_be_hidden()


def test_the_map_gets_all_districts(service):
    areas = {area["properties"]["code"]: area["properties"] for area in service.get("/api/v1/areas")["features"]}
    assert len(areas) == 18
    assert areas["I"]["name"] == "Stare Miasto"
    assert areas["XVIII"]["number"] == 18


def test_a_click_on_a_cluster_looks_closer(visit, service):
    tiles = service.tile_around(TILE_ZOOM, 50.0614, 19.9372)
    cluster = max((tile for tile in tiles if "count" in tile["properties"]), key=count)
    lon, lat = cluster["geometry"]["coordinates"]
    page = visit(at=(TILE_ZOOM + 2, lat, lon))
    page.wait_for_map()
    page.click_map()
    expect(page.page).to_have_url(re.compile(rf"#{TILE_ZOOM + 4}/"))


def test_the_map_opens_where_the_address_says(visit):
    page = visit(at=(15, 50.0614, 19.9372))
    page.wait_for_map()
    page.button("Zgłoś problem").click()
    expect(page.page.locator("#aim-place")).to_contain_text("Dzielnica I Stare Miasto · 50.061")


def test_the_legend_explains_every_state(visit):
    page = visit()
    expect(page.page.locator("#legend li")).to_have_text(
        ["Nowe", "W toku", "Załatwione", "Zamknięte inaczej", "12Kilka zgłoszeń obok siebie"]
    )


def test_on_a_phone_the_legend_is_closed_and_nothing_is_cut_off(visit):
    page = visit(**PHONE)
    page.wait_for_map()
    expect(page.page.locator("#legend ul")).to_be_hidden()
    width = page.page.evaluate("document.documentElement.scrollWidth")
    assert width == PHONE["viewport"]["width"]
    assert page.pixels("--map-cluster") > 500


def test_the_map_turns_dark_with_the_device(visit):
    page = visit()
    page.wait_for_map()
    light = page.page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.page.emulate_media(color_scheme="dark")
    assert page.page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    page.wait_for_pixels("--map-tint-1", 10_000)
    page.wait_for_pixels("--map-cluster", 1_000)


def test_without_a_script_the_page_tells_the_hotline(visit):
    page = visit(java_script_enabled=False)
    expect(page.page.get_by_text("Mapa wymaga JavaScriptu")).to_be_visible()
    expect(page.button("Zgłoś problem")).to_be_hidden()
