"""A dispatcher's day in a real browser: the queue by the keyboard, a case, and two people on one case."""

import re

import pytest
from playwright.sync_api import expect

from axe import violations
from console import PASSWORD, add, sign_in
from portal_pages import send
from service import Service

WIDTHS = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1280, "height": 800}}
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def service():
    with Service(reports=0) as running:
        add(running, "zdmk", "dispatcher", "--unit", "ZDMK", "--name", "Zofia Drogowa")
        add(running, "zdmk2", "dispatcher", "--unit", "ZDMK", "--name", "Zenon Drogowy")
        add(running, "centrala", "coordinator", "--name", "Celina Centrala")
        add(running, "redakcja", "editor", "--name", "Róża Redakcja")
        yield running


@pytest.fixture
def console(visit):
    """Opens a page of the console in a Polish browser, without the service worker of the portal."""
    return lambda path="/dispatch/sign-in", **options: visit(
        path, locale="pl-PL", service_workers="block", **options
    )


def pothole(service, words, lon=19.9412, lat=50.0531):
    """A report that ZDMK has; each test has words and places of its own."""
    return send(service, description=words, location={"lon": lon, "lat": lat})["number"]


def test_a_dispatchers_day_by_the_keyboard(service, console, screenshots):
    numbers = [
        pothole(service, "Dziura przed szkołą, głęboka", 19.9012, 50.0711),
        pothole(service, "Dziura obok zajezdni, szeroka", 19.9701, 50.0402),
    ]
    day = console()
    sign_in(day, "zdmk")
    page = day.page
    expect(page.get_by_role("heading", name="Kolejka")).to_be_visible()
    expect(page.locator("#live-text")).to_have_text("Na bieżąco")
    assert violations(page) == []
    # The first report is taken, and taken back.
    page.keyboard.press("j")
    page.keyboard.press("m")
    expect(page.locator(".queue-deed")).to_contain_text("Zmieniono 1 zgłoszenie")
    expect(page.locator(".case-holder b")).to_have_text("Zofia Drogowa")
    page.screenshot(path=screenshots / "console-queue.png")
    page.keyboard.press("z")
    expect(page.locator(".queue-deed")).to_contain_text("Cofnięto")
    expect(page.locator(".case-holder b")).to_have_count(0)
    # Both are set in progress at once.
    page.keyboard.press("a")
    expect(page.locator("#chosen")).to_have_text(str(len(page.locator(".case").all())))
    page.keyboard.press("p")
    expect(page.locator(".case-status", has_text="W realizacji")).to_have_count(len(page.locator(".case").all()))
    # Words are searched for, and the one that is found is opened.
    page.keyboard.press("/")
    page.keyboard.type("zajezdni")
    page.keyboard.press("Enter")
    expect(page.locator(".case")).to_have_count(1)
    page.locator("#main").focus()
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(numbers[1])
    assert violations(page) == []
    page.screenshot(path=screenshots / "console-case.png", full_page=True)
    page.locator("#act-note summary").press("Enter")
    page.get_by_role("textbox", name="Treść").fill("Brygada jedzie w piątek.")
    with page.expect_navigation():
        page.get_by_role("button", name="Zapisz").first.press("Enter")
    expect(page.locator(".desk-history")).to_contain_text("Brygada jedzie w piątek.")
    expect(page.locator(".desk-history")).to_contain_text("Zofia Drogowa, ZDMK")


@pytest.mark.parametrize("size", WIDTHS)
def test_the_queue_and_a_case_fit_any_screen(service, console, size, screenshots):
    number = pothole(service, f"Dziura na ekranie {size}", 19.95 + len(size) / 1000, 50.03)
    screen = console(viewport=WIDTHS[size])
    sign_in(screen, "centrala")
    page = screen.page
    expect(page.locator(f'[data-number="{number}"]')).to_be_visible()
    assert page.evaluate(OVERFLOW) <= 0
    assert violations(page) == []
    page.screenshot(path=screenshots / f"console-queue-{size}.png")
    page.goto(f"{service.address}/dispatch/reports/{number}")
    for summary in page.locator(".desk-act summary").all():
        summary.click()
    assert page.evaluate(OVERFLOW) <= 0
    assert violations(page) == []
    page.goto(f"{service.address}/dispatch/import")
    assert page.evaluate(OVERFLOW) <= 0
    assert violations(page) == []


def test_two_browsers_on_one_case_do_not_overwrite_each_other(service, console):
    number = pothole(service, "Dziura dla dwojga", 19.9123, 50.0222)
    path = f"/dispatch/reports/{number}"
    first, second = console(), console(expect_failures=True)
    sign_in(first, "zdmk", path=path)
    sign_in(second, "zdmk2", path=path)
    one, two = first.page, second.page
    two.locator("#act-step summary").click()
    two.locator("#step-status").select_option("planned")
    one.locator("#act-step summary").click()
    one.locator("#step-status").select_option("in_progress")
    with one.expect_navigation():
        one.locator("#act-step button").click()
    # The other one is told without asking, and is refused when they go on all the same.
    expect(two.locator("#changed")).to_be_visible()
    with two.expect_navigation():
        two.locator("#act-step button").click()
    expect(two.get_by_role("alert")).to_contain_text("Sprawdź, jak jest teraz")
    expect(two.locator(".desk-status")).to_contain_text("W realizacji")


def test_each_sees_that_the_other_writes_before_anything_is_saved(service, console):
    number = pothole(service, "Dziura, o której piszą dwie osoby", 19.9234, 50.0123)
    path = f"/dispatch/reports/{number}"
    first, second = console(), console()
    sign_in(first, "zdmk", path=path)
    sign_in(second, "zdmk2", path=path)
    one, two = first.page, second.page
    expect(two.locator("#editing")).to_be_empty()
    one.locator("#act-note summary").click()
    one.locator("#note-note").type("Jed")
    expect(two.locator("#editing")).to_have_text("Zofia Drogowa edytuje tę sprawę.")
    queue = console()
    sign_in(queue, "centrala")
    expect(queue.page.locator(f'[data-number="{number}"] .case-editing')).to_have_text("edytuje: Zofia Drogowa")
    assert violations(queue.page) == []
    expect(one.locator("#editing")).to_be_empty()
    assert violations(two) == []
    # Whoever leaves without saving is forgotten at once.
    one.goto(f"{service.address}/dispatch/")
    expect(two.locator("#editing")).to_be_empty()


def test_the_queue_follows_what_happens_elsewhere(service, console):
    watching = console()
    sign_in(watching, "centrala", path="/dispatch/?sort=newest")
    expect(watching.page.locator("#live-text")).to_have_text("Na bieżąco")
    number = pothole(service, "Dziura, która właśnie powstała", 19.9888, 50.0666)
    expect(watching.page.locator(f'[data-number="{number}"]')).to_be_visible()


def test_the_map_beside_the_list_shows_the_same_reports(service, console, screenshots):
    number = pothole(service, "Dziura na mapie obok listy", 20.0222, 50.0777)
    beside = console()
    sign_in(beside, "zdmk")
    page = beside.page
    expect(page.locator("#live-text")).to_have_text("Na bieżąco")
    with page.expect_response(lambda answer: "/dispatch/tiles/unit/" in answer.url and "status=open" in answer.url):
        page.keyboard.press("v")
    expect(page.locator("#show-map")).to_have_attribute("aria-pressed", "true")
    page.locator(f'[data-number="{number}"] .case-link').focus()
    page.wait_for_timeout(600)
    assert violations(page) == []
    page.screenshot(path=screenshots / "console-queue-map.png")


def test_the_queue_works_without_scripts(service, visit):
    number = pothole(service, "Dziura bez skryptów", 19.8888, 50.0555)
    plain = visit("/dispatch/sign-in", locale="pl-PL", java_script_enabled=False)
    sign_in_plain(plain, "zdmk")
    page = plain.page
    page.get_by_label("Słowa z opisu lub adresu").fill("skryptów")
    page.get_by_role("button", name="Pokaż").click()
    expect(page.locator(".case")).to_have_count(1)
    page.locator(f'[data-number="{number}"] input[type=checkbox]').check()
    page.locator("#action").select_option("assign:me")
    page.get_by_role("button", name="Zrób").click()
    expect(page.locator(".queue-deed")).to_contain_text("Zmieniono 1 zgłoszenie")
    page.get_by_role("button", name="Cofnij").click()
    expect(page.locator(".queue-deed")).to_contain_text("Cofnięto")


def sign_in_plain(page, login):
    """Signs in where no script tells which field has the focus."""
    page.page.get_by_label("Nazwa konta").fill(login)
    page.page.get_by_label("Hasło").fill(PASSWORD)
    page.page.get_by_label("Hasło").press("Enter")


def test_an_editors_template_becomes_an_answer_and_a_note_on_a_rule_comes_back(service, console, screenshots):
    number = pothole(service, "Dziura z odpowiedzią", 19.9333, 50.0333)
    editing = console(path="/dispatch/sign-in")
    sign_in(editing, "redakcja", path="/dispatch/templates/new")
    page = editing.page
    page.get_by_label("Nazwa").fill("Naprawa w planie")
    page.get_by_label("Kategoria").select_option("road.pothole")
    page.get_by_label("Stan, który wyjaśnia").select_option("planned")
    page.get_by_label("Treść po polsku").fill("Zgłoszenie {number} naprawimy do {deadline}.")
    page.get_by_label("Treść po angielsku").fill("Report {number} is to be mended by {deadline}.")
    assert violations(page) == []
    with page.expect_navigation():
        page.get_by_role("button", name="Zapisz").press("Enter")
    expect(page.get_by_role("cell", name="Dziura w jezdni")).to_be_visible()
    assert violations(page) == []
    page.screenshot(path=screenshots / "console-templates.png")
    handling = console()
    sign_in(handling, "zdmk", path=f"/dispatch/reports/{number}")
    case = handling.page
    case.locator("#act-step summary").press("Enter")
    case.locator("#step-status").select_option("in_progress")
    # A template for another state is not offered.
    expect(case.locator("#step-template option[data-status=planned]").first).to_be_disabled()
    case.locator("#step-status").select_option("planned")
    case.locator("#step-template").select_option(label="Naprawa w planie (pl)")
    expect(case.locator("#step-note")).to_have_value(re.compile(f"Zgłoszenie {number} naprawimy do .*20"))
    with case.expect_navigation():
        case.locator("#act-step button").press("Enter")
    expect(case.locator(".desk-history")).to_contain_text(f"Zgłoszenie {number} naprawimy do")
    case.locator(".desk-why summary").press("Enter")
    case.get_by_label("Reguła się myli").fill("To droga wewnętrzna.")
    assert violations(case) == []
    with case.expect_navigation():
        case.get_by_role("button", name="Przekaż redaktorom").press("Enter")
    page.goto(f"{service.address}/dispatch/rules")
    expect(page.get_by_role("row", name=number)).to_contain_text("To droga wewnętrzna.")
    assert violations(page) == []
    with page.expect_navigation():
        page.get_by_role("button", name="Rozpatrzona").press("Enter")
    expect(page.get_by_role("row", name=number)).to_have_count(0)
