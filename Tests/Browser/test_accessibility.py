"""axe finds nothing serious in any view, light or dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import PHONE

GRAVE = {"serious", "critical"}


def grave_violations(page) -> list[str]:
    found = Axe().run(page.page).response["violations"]
    return [
        f"{violation['id']}: {node['html']}"
        for violation in found
        if violation["impact"] in GRAVE
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("path", ["/", "/en/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", [{}, PHONE], ids=["desktop", "phone"])
def test_axe_is_content_with_every_view(visit, path, scheme, device):
    page = visit(path, at=(17, 50.0553, 19.9741), color_scheme=scheme, **device)
    page.wait_for_map()
    assert grave_violations(page) == []
    page.page.locator("section[data-view=start] [data-action=aim]").click()
    assert grave_violations(page) == []
    page.page.locator("[data-action=place]").click()
    page.send()
    expect(page.page.locator("#category-error")).to_be_visible()
    assert grave_violations(page) == []
    page.write("road.light", "Latarnia nie świeci.")
    page.send()
    page.number()
    assert grave_violations(page) == []
    pin = page.middle()
    page.page.locator("section[data-view=sent] [data-action=start]").click()
    page.open_pin(pin)
    assert grave_violations(page) == []


def test_everything_to_press_is_large_enough_for_a_thumb(visit):
    page = visit(**PHONE)
    page.wait_for_map()
    small = page.page.evaluate(
        """() => [...document.querySelectorAll("button, summary, select, nav a")]
          .filter((element) => element.checkVisibility())
          .map((element) => [element.textContent.trim(), element.getBoundingClientRect()])
          .filter(([, box]) => box.height < 44)
          .map(([name]) => name)"""
    )
    assert small == []
