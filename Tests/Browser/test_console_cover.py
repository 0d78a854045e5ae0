"""A dispatcher covers parts of a photo: by pointer, by the keyboard, and without scripts."""

import json
import urllib.request
import uuid

import pytest
from playwright.sync_api import expect

from axe import violations
from console import PASSWORD, add, sign_in
from keyboard import tab_to
from portal_pages import send
from service import ROOT, Service

OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
BRIGHTNESS = """
async ([url, x, y]) => {
  const picture = await createImageBitmap(await (await fetch(url)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  canvas.drawImage(picture, 0, 0);
  const { data } = canvas.getImageData(x * picture.width, y * picture.height, 1, 1);
  return Math.max(data[0], data[1], data[2]);
}
"""
"""The brightest channel of a pixel of a picture, at a part of its width and height."""


@pytest.fixture(scope="module")
def service():
    with Service(reports=0) as running:
        add(running, "zdmk", "dispatcher", "--unit", "ZDMK", "--name", "Zofia Drogowa")
        yield running


@pytest.fixture
def console(visit):
    """Opens a page of the console in a Polish browser, without the service worker of the portal."""
    return lambda path="/dispatch/sign-in", **options: visit(
        path, locale="pl-PL", service_workers="block", **options
    )


def pothole(service, words, lon, lat):
    """A report with a photo that ZDMK has."""
    edge = uuid.uuid4().hex
    photo = (ROOT / "Tests/Fixtures/photos/scene0.jpg").read_bytes()
    head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
    request = urllib.request.Request(
        f"{service.address}/api/v1/photos",
        head.encode() + photo + f"\r\n--{edge}--\r\n".encode(),
        {"Content-Type": f"multipart/form-data; boundary={edge}"},
    )
    with urllib.request.urlopen(request, timeout=15) as answer:
        taken = json.loads(answer.read())
    return send(service, description=words, location={"lon": lon, "lat": lat}, photos=[taken["id"]])["number"]


def shown(service, number):
    """The address of the photo that everybody sees."""
    with urllib.request.urlopen(f"{service.address}/api/v1/reports/{number}", timeout=15) as answer:
        return json.loads(answer.read())["photos"][0]["url"]


def brightness(page, url, x, y):
    return page.evaluate(BRIGHTNESS, [url, x, y])


def drag(page, start, end):
    """Drags over the photo, from one part of its width and height to another."""
    box = page.locator("#stage img").bounding_box()
    at = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in (start, end)]
    page.mouse.move(*at[0])
    page.mouse.down()
    page.mouse.move(*at[1], steps=4)
    page.mouse.up()


def test_by_pointer_and_taken_back(service, console, screenshots):
    number = pothole(service, "Dziura i twarz", 19.9012, 50.0711)
    desk = console()
    sign_in(desk, "zdmk", path=f"/dispatch/reports/{number}")
    page = desk.page
    before = shown(service, number)
    page.get_by_role("link", name="Zasłoń fragmenty").click()
    expect(page.locator("#stage img")).to_be_visible()
    assert violations(page) == []
    drag(page, (0.1, 0.1), (0.4, 0.5))
    drag(page, (0.6, 0.6), (0.9, 0.9))
    drag(page, (0.5, 0.05), (0.5, 0.051))
    boxes = page.locator(".cover-box")
    expect(boxes).to_have_count(2)
    # The second is moved to the lower right corner, and the first removed and drawn anew.
    drag(page, (0.75, 0.75), (0.95, 0.95))
    boxes.first.click()
    page.get_by_role("button", name="Usuń wybrany").click()
    expect(boxes).to_have_count(1)
    drag(page, (0.1, 0.1), (0.4, 0.5))
    expect(boxes).to_have_count(2)
    assert violations(page) == []
    page.screenshot(path=screenshots / "console-cover.png", full_page=True)
    with page.expect_navigation():
        page.get_by_role("button", name="Zasłoń", exact=True).click()
    expect(page.locator(".desk-done")).to_be_visible()
    expect(page.locator(".desk-photos")).to_contain_text("zasłonięte")
    expect(page.locator(".desk-history")).to_contain_text("Zasłonięto fragmenty zdjęcia 1")
    assert violations(page) == []
    after = shown(service, number)
    assert after != before
    for x, y in [(0.12, 0.12), (0.38, 0.48), (0.98, 0.98)]:
        assert brightness(page, after, x, y) <= 8
    with page.expect_navigation():
        page.get_by_role("button", name="Cofnij").click()
    expect(page.locator(".desk-history")).to_contain_text("Cofnięto zmianę")
    assert shown(service, number) == before


def test_by_the_keyboard(service, console):
    number = pothole(service, "Dziura i tablica", 19.9701, 50.0402)
    desk = console(viewport={"width": 360, "height": 740})
    sign_in(desk, "zdmk", path=f"/dispatch/reports/{number}/photos/1/cover")
    page, press = desk.page, desk.page.keyboard.press
    tab_to(page.get_by_role("button", name="Dodaj prostokąt"))
    press("Enter")
    boxes = page.locator(".cover-box")
    expect(boxes).to_be_focused()
    for _ in range(50):
        press("ArrowLeft")
    for _ in range(5):
        press("ArrowUp")
    for _ in range(10):
        press("Shift+ArrowRight")
    press("Shift+ArrowUp")
    name = "Prostokąt 1: od lewej 0%, od góry 35%, szerokość 30%, wysokość 19%"
    expect(boxes).to_have_accessible_name(name)
    expect(page.locator("#announcement")).to_have_text(name)
    press("Delete")
    expect(boxes).to_have_count(0)
    expect(page.get_by_role("button", name="Dodaj prostokąt")).to_be_focused()
    press("Enter")
    expect(boxes).to_be_focused()
    assert violations(page) == []
    assert page.evaluate(OVERFLOW) <= 0
    tab_to(page.get_by_role("button", name="Zasłoń", exact=True))
    with page.expect_navigation():
        press("Enter")
    assert brightness(page, shown(service, number), 0.5, 0.5) <= 8
    # Whoever has the right looks at the original, and takes the cover off.
    page.goto(f"{service.address}/dispatch/reports/{number}/photos/1/cover")
    assert violations(page) == []
    assert page.evaluate(OVERFLOW) <= 0
    with page.expect_navigation():
        page.get_by_role("button", name="Zdejmij zasłonę").click()
    expect(page.locator(".desk-history")).to_contain_text("Zdjęto zasłonę ze zdjęcia 1")


def test_without_scripts(service, visit):
    number = pothole(service, "Dziura bez skryptów", 19.8888, 50.0555)
    plain = visit("/dispatch/sign-in", locale="pl-PL", java_script_enabled=False)
    page = plain.page
    page.get_by_label("Nazwa konta").fill("zdmk")
    page.get_by_label("Hasło").fill(PASSWORD)
    page.get_by_label("Hasło").press("Enter")
    before = shown(service, number)
    page.goto(f"{service.address}/dispatch/reports/{number}/photos/1/cover")
    row = page.get_by_role("group", name="Prostokąt 1", exact=True)
    for label, value in [("Od lewej", "10"), ("Od góry", "10,5"), ("Szerokość", "20"), ("Wysokość", "30")]:
        row.get_by_label(label).fill(value)
    page.get_by_role("button", name="Zasłoń", exact=True).click()
    expect(page.locator(".desk-done")).to_be_visible()
    assert shown(service, number) != before
    page.get_by_role("button", name="Cofnij").click()
    assert shown(service, number) == before
