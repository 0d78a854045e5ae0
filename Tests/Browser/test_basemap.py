"""A map made elsewhere under the reports: asked for as the administrator configured it, and from nowhere else."""

import base64
import re
import struct
import threading
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from conftest import DESKTOP, PATIENCE_MS
from map_page import MapPage
from service import Service

CREDIT = "© Miasto <3"
GREEN = (0, 154, 68)
ADDRESSES = {
    "xyz": ("/{z}/{x}/{y}.png", re.compile(r"^/(\d+)/(\d+)/(\d+)\.png$"), ("z", "x", "y")),
    "wmts": (
        "/wmts?SERVICE=WMTS&TileMatrix={TileMatrix}&TileRow={TileRow}&TileCol={TileCol}",
        re.compile(r"^/wmts\?SERVICE=WMTS&TileMatrix=(\d+)&TileRow=(\d+)&TileCol=(\d+)$"),
        ("z", "y", "x"),
    ),
}


def picture() -> bytes:
    """A tile of one colour, as PNG."""

    def chunk(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    rows = (b"\0" + bytes(GREEN) * 256) * 256
    head = struct.pack(">IIBBBBB", 256, 256, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.fixture
def tiles():
    """A server of tiles of another origin, and the paths that it was asked for."""
    asked = []

    class Tiles(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.send_header("Cross-Origin-Resource-Policy", "cross-origin")
            self.end_headers()
            self.wfile.write(picture())

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Tiles)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("kind", ADDRESSES)
def test_it_lies_under_the_reports_and_names_its_source(browser, tiles, kind):
    origin, asked = tiles
    template, pattern, names = ADDRESSES[kind]
    options = ["--basemap", origin + template, "--basemap-attribution", CREDIT]
    with Service(reports=200, options=options) as service:
        context = browser.new_context(**DESKTOP)
        context.set_default_timeout(PATIENCE_MS)
        page = MapPage(context.new_page(), service.address)
        page.open("/", (14, 50.0614, 19.9372))
        page.wait_for_map()
        expect(page.page.locator(".ol-attribution")).to_contain_text(CREDIT)
        found = [dict(zip(names, map(int, match.groups()))) for match in map(pattern.match, asked) if match]
        assert len(found) == len(asked) > 0
        assert {"z": 14, "x": 9099, "y": 5552} in found, "the tile around the market square"
        assert {url.split("/")[2] for url in page.foreign_requests} == {origin.split("/")[2]}
        assert share_of_green(context, page.page.locator("#map").screenshot()) > 0.5
        context.close()


def share_of_green(context, screenshot: bytes) -> float:
    """How much of a picture has the tiles' colour. Canvases with pictures from elsewhere may not be read in their page."""
    page = context.new_page()
    return page.evaluate(
        """async ([address, green]) => {
          const image = new Image();
          image.src = address;
          await image.decode();
          const { width, height } = image;
          const context = new OffscreenCanvas(width, height).getContext("2d");
          context.drawImage(image, 0, 0);
          const { data } = context.getImageData(0, 0, width, height);
          let count = 0;
          for (let i = 0; i < data.length; i += 4) if (green.every((part, index) => data[i + index] === part)) count += 1;
          return count / (width * height);
        }""",
        [f"data:image/png;base64,{base64.b64encode(screenshot).decode()}", GREEN],
    )
