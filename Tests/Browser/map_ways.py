"""What tests of the map page do again and again."""

from playwright.sync_api import expect

from conftest import PHONE
from map_page import PIN_PIXELS
from portal_pages import send

SQUARE = (50.0614, 19.9372)
NARROW = {**PHONE, "viewport": {"width": 360, "height": 740}}
TILE_ZOOM = 10
"""A tile is drawn 1024 pixels wide: on the map, its zoom is two more."""
STANDING = (50.03511, 19.88512)
"""Where a report lies that some tests only read."""


def report(service, lat, lon, category="road.light", description="Latarnia nie świeci.") -> str:
    """Sends a report; answers its number."""
    return send(service, category=category, description=description, location={"lon": lon, "lat": lat})["number"]


def middle(page) -> tuple[float, float]:
    box = page.page.locator("#map").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def click_map(page, right=0, down=0):
    x, y = middle(page)
    page.page.mouse.click(x + right, y + down)


def open_report(page):
    """Clicks the pin in the middle as soon as it is drawn."""
    page.wait_for_map()
    page.wait_for_pixels("--state-new", PIN_PIXELS, near=middle(page))
    click_map(page)
    expect(page.page.locator("#report-card")).to_be_visible()


def items(page):
    return page.page.locator("#list .report")


def numbers(page) -> list[str]:
    return items(page).evaluate_all("(items) => items.map((item) => item.dataset.number)")


def addresses(page):
    return page.page.locator("#address-list").get_by_role("option")


def wait_for_list(page):
    """Waits until the list has followed the map, which it says."""
    expect(page.page.locator("#announcement")).not_to_be_empty()


def tile_requests(page) -> list[str]:
    asked = []
    page.page.on("request", lambda request: asked.append(request.url) if "/tiles/reports/" in request.url else None)
    return asked
