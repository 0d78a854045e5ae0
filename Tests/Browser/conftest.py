import os
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from map_page import MapPage
from service import ROOT, Service, binary

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
PATIENCE_MS = 15_000
SCREENSHOTS = ROOT / ".setup" / "screenshots"

DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


def pytest_sessionstart():
    if not binary().exists():
        pytest.exit(f"{binary()} is missing: build it first, or set EMAPA_BINARY", returncode=2)


@pytest.fixture(scope="session")
def service():
    with Service() as running:
        yield running


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(service, browser):
    """Opens the page in a fresh browser profile; what the page did wrong unasked fails the test."""
    opened = []

    def open_page(path="/", at=None, expect_failures=False, **options) -> MapPage:
        context = browser.new_context(**{**DESKTOP, "reduced_motion": "reduce", **options})
        context.set_default_timeout(PATIENCE_MS)
        page = MapPage(context.new_page(), service.address)
        opened.append((page, expect_failures))
        page.open(path, at)
        return page

    yield open_page
    complaints = [text for page, expected in opened if not expected for text in page.complaints]
    foreign = [url for page, _ in opened for url in page.foreign_requests]
    for page, _ in opened:
        page.page.context.close()
    assert complaints == []
    assert foreign == []


@pytest.fixture(scope="session")
def screenshots() -> Path:
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    return SCREENSHOTS
