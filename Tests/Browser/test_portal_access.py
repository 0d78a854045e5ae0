"""Everybody can use every page: axe finds nothing, thumbs hit, nothing is cut off, all languages and colours."""

import pytest

from axe import violations
from portal_pages import MISSING, PAGES, address, send

WIDTHS = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1280, "height": 800}}

SMALL = """
() => [...document.querySelectorAll("a, button, summary, select, textarea, input:not([type=hidden]), [role=option]")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .filter((element) => !element.closest("p, li p, dd, .prose li, .prose td, .ol-attribution, .visually-hidden"))
  .filter((element) => !element.matches(".skip-link, .visually-hidden"))
  .map((element) => {
    const target = element.matches("input[type=checkbox], input[type=radio]") ? element.closest("label") ?? element : element;
    const box = target.getBoundingClientRect();
    return { name: (target.textContent || target.ariaLabel || target.id).trim().slice(0, 40), width: box.width, height: box.height };
  })
  .filter(({ width, height }) => width > 0 && (height < 43.5 || width < 43.5))
  .map(({ name, width, height }) => `${name} ${Math.round(width)}x${Math.round(height)}`)
"""
"""Controls that are smaller than a thumb. Links within a sentence need not be larger than its lines (WCAG 2.5.8)."""

NAMELESS = """
() => [...document.querySelectorAll("a[href], button, select, textarea, input:not([type=hidden])")]
  .filter((element) => element.checkVisibility())
  .filter((element) => !(element.textContent.trim() || element.ariaLabel || element.labels?.length || element.title
    || element.getAttribute("aria-labelledby")))
  .map((element) => element.outerHTML.slice(0, 120))
"""


@pytest.fixture(scope="module")
def case(service):
    return f"/reports/{send(service)['number']}"


@pytest.fixture(params=["pl", "en"])
def language(request):
    return request.param


def paths(case):
    return [*PAGES, case, MISSING]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(visit, case, language, scheme, width):
    page = visit("/about", viewport=WIDTHS[width], color_scheme=scheme, expect_failures=True)
    found = []
    for path in paths(case):
        page.open(address(path, language))
        page.page.wait_for_load_state("load")
        if page.page.locator("#map").count():
            page.wait_for_map()
        found += [f"{path}: {violation}" for violation in violations(page)]
    assert found == []


def test_everything_to_press_is_large_enough_for_a_thumb(visit, case, language):
    page = visit("/about", viewport=WIDTHS["phone"], has_touch=True, is_mobile=True, expect_failures=True)
    small = {}
    for path in paths(case):
        page.open(address(path, language))
        page.page.wait_for_load_state("load")
        if found := page.page.evaluate(SMALL):
            small[path] = found
    assert small == {}


def test_everything_to_press_has_a_name(visit, case, language):
    page = visit("/about", expect_failures=True)
    for path in paths(case):
        page.open(address(path, language))
        assert page.page.evaluate(NAMELESS) == [], path


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_page_has_to_be_moved_sideways(visit, case, language, width):
    page = visit("/about", viewport={"width": width, "height": 740}, expect_failures=True)
    wide = {}
    for path in paths(case):
        page.open(address(path, language))
        page.page.wait_for_load_state("load")
        over = page.page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0:
            wide[path] = over
    assert wide == {}


def test_every_page_has_one_heading_of_its_own_and_a_title(visit, case, language):
    page = visit("/about", expect_failures=True)
    titles = {}
    for path in paths(case):
        page.open(address(path, language))
        assert page.page.get_by_role("heading", level=1).count() == 1, path
        assert page.page.locator("main").count() == 1, path
        titles.setdefault(page.page.title(), []).append(path)
    assert [same for same in titles.values() if len(same) > 1] == []


def test_the_first_tab_skips_to_the_content(visit, case, language):
    page = visit("/about", expect_failures=True)
    for path in [address(each, language) for each in paths(case)]:
        page.open(path)
        page.page.wait_for_load_state("load")
        page.page.evaluate("() => document.activeElement.blur()")
        page.page.keyboard.press("Tab")
        target = page.page.evaluate("() => document.activeElement.getAttribute('href')")
        assert target and target.startswith("#"), path
        assert page.page.locator(target).count() == 1, path


def test_every_page_leads_to_its_twin_in_the_other_language(visit, case):
    page = visit("/about", expect_failures=True)
    for path in paths(case):
        for here, there in (("pl", "en"), ("en", "pl")):
            page.open(address(path, here))
            link = page.page.locator(f"a[hreflang={there}]").first
            assert link.get_attribute("href").removeprefix(page.address).split("#")[0] == address(path, there), path
            alternates = page.page.locator(f"link[rel=alternate][hreflang={there}]")
            if path not in ("/offline", MISSING):
                assert alternates.first.get_attribute("href").startswith("http"), path
