"""Pictures of the pages, for the eye. Those in the documentation are renewed by `make bless`."""

import os
import re

import pytest
from playwright.sync_api import expect

from conftest import PHONE
from console import add, sign_in
from portal_pages import send
from service import ROOT

VIEWS = {
    "desktop": {},
    "desktop-dark": {"color_scheme": "dark"},
    "phone": {**PHONE, "device_scale_factor": 2},
    "phone-dark": {**PHONE, "device_scale_factor": 2, "color_scheme": "dark"},
}
PAGES = {
    "map": "/", "ideas": "/ideas", "about": "/about", "help": "/help", "privacy": "/privacy",
    "accessibility": "/accessibility", "report": "/report",
    "report-here": "/report?lon=19.9411&lat=50.0543&category=road.light",
}


@pytest.mark.parametrize("name", VIEWS)
def test_pictures_of_every_page(visit, service, screenshots, name):
    page = visit("/about", **VIEWS[name])
    case = f"/reports/{send(service, location={'lon': 19.9411, 'lat': 50.0561})['number']}"
    for title, path in {**PAGES, "case": case}.items():
        page.open(path)
        expect(page.page.locator("h1").first).to_be_attached()
        if page.page.locator("#map").count() and page.page.locator("#map").is_visible():
            page.wait_for_map()
        page.page.screenshot(path=screenshots / f"{name}-{title}.png", full_page=title not in ("map", "report"))


def documented(screenshots):
    """Where pictures of the documentation are kept."""
    folder = ROOT / "docs" / "images" if "BLESS" in os.environ else screenshots
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def test_the_picture_of_the_map_for_the_documentation(visit, screenshots):
    page = visit(at=(12.5, 50.058, 19.955))
    page.wait_for_map()
    page.page.screenshot(path=documented(screenshots) / "portal.png")


def test_the_picture_of_reporting_for_the_documentation(visit, screenshots):
    page = visit("/report?lon=19.9411&lat=50.0543", device_scale_factor=1)
    page.wait_for_map()
    page.page.screenshot(path=documented(screenshots) / "report.png")


def test_the_picture_of_the_tiles_for_the_documentation(visit, screenshots):
    page = visit("/tiles/", at=(14, 50.0614, 19.9372))
    for library in ("openlayers", "maplibre"):
        expect(page.page.locator(f"#side-{library}")).to_have_attribute("data-features", re.compile(r"^[1-9]"))
    page.page.screenshot(path=documented(screenshots) / "tiles.png")


def test_the_picture_of_the_queue_for_the_documentation(visit, service, screenshots):
    add(service, "obraz", "dispatcher", "--unit", "ZDMK", "--name", "Dyspozytor")
    page = visit("/dispatch/sign-in", locale="pl-PL", service_workers="block")
    sign_in(page, "obraz")
    # Keys are heard once the page's scripts are there.
    expect(page.page.locator("#live-text")).to_have_text("Na bieżąco")
    page.page.keyboard.press("v")
    expect(page.page.locator("#map")).to_have_attribute("aria-busy", "false")
    page.wait_for_pixels("--map-cluster", 500)
    page.page.screenshot(path=documented(screenshots) / "queue.png")
