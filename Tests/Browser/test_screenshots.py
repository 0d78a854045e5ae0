"""Pictures of the page, for the eye. The one in the documentation is renewed by `make bless`."""

import os

import pytest

from conftest import PHONE
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

    def picture(step):
        page.wait_for_map()
        page.page.screenshot(path=screenshots / f"{name}-{step}.png")

    picture("1-start")
    page.button("Zgłoś problem").click()
    picture("2-aim")
    page.page.get_by_text("Wpisz współrzędne").click()
    page.page.get_by_label("Szerokość i długość geograficzna").fill("50.05431, 19.94102")
    page.button("Pokaż").click()
    picture("3-form")
    page.send()
    picture("4-errors")
    page.write("road.light", "Latarnia przy przejściu dla pieszych nie świeci od tygodnia.")
    page.send()
    page.number()
    picture("5-sent")
    pin = page.middle()
    page.button("Gotowe").click()
    page.open_pin(pin)
    picture("6-case")


@pytest.mark.skipif("BLESS" not in os.environ, reason="renewed by `make bless` only")
def test_the_picture_in_the_documentation(visit):
    page = visit(at=(12.5, 50.058, 19.955))
    page.wait_for_map()
    images = ROOT / "docs" / "images"
    images.mkdir(parents=True, exist_ok=True)
    page.page.screenshot(path=images / "portal.png")
