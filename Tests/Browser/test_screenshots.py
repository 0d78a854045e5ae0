"""Pictures of the page, for the eye. The one in the documentation is renewed by `make bless`."""

import os

import pytest

from conftest import PHONE
from map_page import PIN_PIXELS
from service import ROOT

VIEWS = {
    "desktop": {},
    "desktop-dark": {"color_scheme": "dark"},
    "phone": {**PHONE, "device_scale_factor": 2},
    "phone-dark": {**PHONE, "device_scale_factor": 2, "color_scheme": "dark"},
}


@pytest.mark.parametrize("name", VIEWS)
def test_pictures_of_the_way_of_a_report(visit, screenshots, name):
    page = visit(**VIEWS[name])
    # Each at a place of its own: reports that lie together are drawn as one.
    latitude = 50.05431 + 0.002 * list(VIEWS).index(name)

    def picture(step):
        page.wait_for_map()
        page.page.screenshot(path=screenshots / f"{name}-{step}.png")

    picture("1-start")
    page.button("Zgłoś problem").click()
    picture("2-aim")
    page.page.get_by_text("Wpisz współrzędne").click()
    page.page.get_by_label("Szerokość i długość geograficzna").fill(f"{latitude:.5f}, 19.94102")
    page.button("Pokaż").click()
    picture("3-form")
    page.send()
    picture("4-errors")
    page.write("road.light", "Latarnia przy przejściu dla pieszych nie świeci od tygodnia.")
    page.send()
    page.number()
    pin = page.middle()
    page.wait_for_pixels("--state-new", PIN_PIXELS, near=pin)
    picture("5-sent")
    page.button("Gotowe").click()
    page.open_pin(pin)
    picture("6-case")


def test_the_picture_for_the_documentation(visit, screenshots):
    page = visit(at=(12.5, 50.058, 19.955))
    page.wait_for_map()
    folder = ROOT / "docs" / "images" if "BLESS" in os.environ else screenshots
    folder.mkdir(parents=True, exist_ok=True)
    page.page.screenshot(path=folder / "portal.png")
