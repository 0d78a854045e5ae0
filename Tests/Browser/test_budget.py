"""Pages stay light: bytes and requests of a first view, and of a second."""

import pytest

from portal_pages import send

FIRST_VIEW_BYTES = 150_000
"""Compressed, without the map library."""
FIRST_VIEW_REQUESTS = 75
PAGES = ["/", "/report", "/ideas", "/about", "/help", "case"]


class Traffic:
    """What a page asks for, in compressed bytes."""

    def __init__(self, page):
        self.page = page
        self.bytes = {}
        self.addresses = {}
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._ask)
        session.on("Network.loadingFinished", self._finish)

    def clear(self):
        self.bytes.clear()
        self.addresses.clear()

    def _ask(self, event):
        self.addresses[event["requestId"]] = event["request"]["url"]

    def _finish(self, event):
        address = self.addresses.get(event["requestId"], "")
        if "/vendor/" not in address and not address.startswith(("data:", "blob:")):
            self.bytes[address] = int(event["encodedDataLength"])


@pytest.fixture
def settled(service, browser):
    """Opens a page in a fresh profile without the service worker, and waits until it is drawn, its map included."""
    contexts = []

    def open_page(path):
        if not contexts:
            viewport = {"width": 360, "height": 740}
            contexts.append(browser.new_context(viewport=viewport, service_workers="block"))
            contexts.append(Traffic(contexts[0].new_page()))
        traffic = contexts[1]
        traffic.clear()
        traffic.page.goto(service.address + path)
        if traffic.page.locator("#map").count():
            traffic.page.locator("#map[aria-busy=false]").wait_for(state="attached")
        return traffic

    yield open_page
    contexts[0].close()


@pytest.mark.parametrize("name", PAGES)
def test_a_first_view_is_light(settled, service, name):
    path = f"/reports/{send(service)['number']}" if name == "case" else name
    traffic = settled(path)
    heaviest = sorted(traffic.bytes.items(), key=lambda item: -item[1])[:8]
    assert sum(traffic.bytes.values()) < FIRST_VIEW_BYTES, heaviest
    assert len(traffic.bytes) < FIRST_VIEW_REQUESTS, sorted(traffic.bytes)


def test_a_second_page_asks_for_nothing_that_is_there(settled):
    there = set(settled("/about").bytes)
    again = settled("/help").bytes
    both = [address for address in again if "/assets/" in address and address in there]
    assert both
    # What the browser has of its own costs nothing.
    assert [address for address in both if again[address] > 0] == []
