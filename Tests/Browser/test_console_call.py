"""A call as a consultant takes it: one screen, by the keyboard, in less than the time that a caller waits."""

import time

import pytest
from playwright.sync_api import expect

from axe import violations
from console import add, sign_in
from keyboard import tab_to
from portal_pages import send
from service import Service

MOST_SECONDS = 40
KEYS_PER_SECOND = 6
WIDTHS = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1280, "height": 800}}
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
PLACE = (19.93711, 50.06143)


@pytest.fixture(scope="module")
def service():
    with Service(reports=0) as running:
        add(running, "telefon", "consultant", "--name", "Tekla Telefon")
        add(running, "zdmk", "dispatcher", "--unit", "ZDMK", "--name", "Zofia Drogowa")
        yield running


@pytest.fixture
def console(visit):
    """Opens a page of the console in a Polish browser, without the service worker of the portal."""
    return lambda path="/dispatch/sign-in", **options: visit(
        path, locale="pl-PL", service_workers="block", **options
    )


def test_a_call_is_taken_by_the_keyboard_in_time(service, console, screenshots):
    desk = console()
    sign_in(desk, "telefon", path="/dispatch/call")
    page = desk.page
    expect(page.locator("#address")).to_be_focused()
    expect(page.locator("#map canvas").first).to_be_visible()
    assert violations(page) == []
    began = time.monotonic()
    type_as_people_do(page, "Rynek Gł")
    expect(page.get_by_role("option").first).to_contain_text("Rynek Główny")
    page.keyboard.press("Enter")
    expect(page.locator("#district")).to_contain_text("Stare Miasto")
    page.keyboard.press("Tab")
    type_as_people_do(page, "wyrwa w asfalcie")
    page.keyboard.press("Enter")
    expect(page.locator("#category")).to_have_value("Dziura w jezdni")
    expect(page.locator("#handling")).to_contain_text("Zarząd Dróg Miasta Krakowa")
    expect(page.locator("#category-advice")).to_contain_text("112")
    tab_to(page.locator("#description"))
    type_as_people_do(page, "Głęboka dziura przy krawężniku")
    tab_to(page.locator("#phone"))
    type_as_people_do(page, "600100200")
    page.screenshot(path=screenshots / "console-call.png", full_page=True)
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    spoken = page.locator(".called-number").inner_text()
    seconds = time.monotonic() - began
    assert seconds < MOST_SECONDS, f"{seconds:.1f} s"
    assert spoken.startswith("KCK 20")
    assert violations(page) == []
    page.screenshot(path=screenshots / "console-called.png")
    # The next call is one key away, and the last one is counted.
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator(".call-top")).to_contain_text("Dziś 1 rozmowa")


def test_what_is_reported_already_is_seen_at_once_and_joined(service, console):
    lon, lat = PLACE
    leader = send(service, description="Wyrwa w asfalcie obok sklepu", location={"lon": lon, "lat": lat})["number"]
    desk = console()
    sign_in(desk, "telefon", path=f"/dispatch/call?lon={lon}&lat={lat}&address=Przykładowa")
    page = desk.page
    page.locator("#category").fill("dziura")
    page.locator("#category").press("Enter")
    page.locator("#description").fill("Wyrwa w asfalcie obok sklepu")
    twin = page.locator(f'#twins input[value="{leader}"]')
    expect(twin).to_be_visible()
    assert violations(page) == []
    twin.press("Space")
    with page.expect_navigation():
        page.locator("#save").press("Enter")
    expect(page.get_by_role("link", name=leader)).to_be_visible()
    with page.expect_navigation():
        page.get_by_role("link", name=leader).press("Enter")
    expect(page.locator("h1")).to_contain_text(leader)


def test_danger_and_what_others_see_to_end_without_a_report(service, console):
    lon, lat = PLACE
    desk = console(expect_failures=True)
    sign_in(desk, "telefon", path=f"/dispatch/call?lon={lon}&lat={lat}")
    page = desk.page
    page.locator("#category").fill("dziura")
    page.locator("#category").press("Enter")
    page.locator("#questions").get_by_label("Tak").first.check()
    expect(page.locator("#handling")).to_have_attribute("data-kind", "emergency")
    expect(page.locator("#handling").get_by_role("link").first).to_have_text("Zadzwoń: 112")
    page.locator("#description").fill("Zapadła się jezdnia")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert").first).to_contain_text("112")
    # What was written is still there, the answer among it.
    expect(page.locator("#description")).to_have_value("Zapadła się jezdnia")
    expect(page.locator("#questions").get_by_label("Tak").first).to_be_checked()
    assert violations(page) == []
    page.locator("#outcome").select_option("transferred_complex")
    with page.expect_navigation():
        page.get_by_role("button", name="Zakończ bez zgłoszenia").press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Rozmowa zapisana")
    expect(page.locator(".call-top")).to_contain_text("złożona: 1")


def test_a_click_on_the_map_is_a_place(service, console):
    desk = console()
    sign_in(desk, "telefon", path="/dispatch/call")
    page = desk.page
    expect(page.locator("#map")).to_have_attribute("aria-busy", "false")
    box = page.locator("#map").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("#district")).to_contain_text("Dzielnica")
    lon, lat = (float(page.locator(id).input_value()) for id in ("#lon", "#lat"))
    assert 19.79 < lon < 20.22 and 49.96 < lat < 50.13


@pytest.mark.parametrize("size", WIDTHS)
def test_the_desk_for_calls_fits_any_screen(service, console, size):
    screen = console(viewport=WIDTHS[size])
    sign_in(screen, "telefon", path="/dispatch/call")
    assert screen.page.evaluate(OVERFLOW) <= 0
    assert violations(screen.page) == []


def test_without_scripts_a_call_is_taken_all_the_same(service, console):
    lon, lat = 19.9222, 50.0444
    desk = console(java_script_enabled=False)
    page = desk.page
    page.get_by_label("Nazwa konta", exact=True).fill("telefon")
    page.get_by_label("Hasło", exact=True).fill("cztery słonie w windzie")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.goto(f"{service.address}/dispatch/call?lon={lon}&lat={lat}")
    page.locator("#category").fill("dziura w jezdni")
    page.locator("#description").fill("Dziura bez skryptów")
    page.locator("#save").click()
    expect(page.locator(".called-number")).to_contain_text("KCK 20")


def test_a_dispatcher_has_no_desk_for_calls(service, console):
    other = console(expect_failures=True)
    sign_in(other, "zdmk", path="/dispatch/call")
    expect(other.page.get_by_role("link", name="Rozmowa")).to_have_count(0)
    expect(other.page.locator("#call")).to_have_count(0)


def type_as_people_do(page, text):
    """Types as fast as somebody who listens meanwhile."""
    page.keyboard.type(text, delay=1_000 / KEYS_PER_SECOND)
