"""Before a report is sent, those that may be about the same matter are shown, and joined, supported or waved away."""

import re

import pytest
from playwright.sync_api import expect

from conftest import PHONE
from report_page import ReportPage, at, form
from axe import violations
from twins import Place, Reporter

NARROW = {**PHONE, "viewport": {"width": 360, "height": 740}}
DARK_CROSSING = "Latarnia przy przejściu nie świeci od tygodnia."
MINE = "Przy przejściu nie świeci latarnia"
LONG = "Latarnia przy przejściu nie świeci. " * 12
MARKUP = '<img src=x onerror="window.strangersScriptRan = true"> Latarnia nie świeci'


@pytest.fixture
def residents(service):
    return Reporter(service)


def begin(visit, here, category="road.light", description=MINE, base="", **options) -> ReportPage:
    """Goes to a place and writes."""
    page = form(visit, at(here.lat, here.lon, base), **options)
    page.go_on("what")
    page.write(category, description)
    return page


def card(page, number):
    return page.page.locator(".twin").filter(has=page.page.locator(f"#twin-{number}"))


def choose(page, number):
    card(page, number).locator(".twin-choose").click()


def sent_by(page, action):
    """What is sent as a report by an action."""
    with page.page.expect_request(lambda request: request.url.endswith("/api/v1/reports")) as sent:
        action()
    return sent.value.post_data_json


def twin_requests(page):
    asked = []
    page.page.on("request", lambda request: asked.append(request) if request.url.endswith("/duplicates") else None)
    return asked


@pytest.mark.parametrize(
    ("base", "heading", "found", "words"),
    [
        (
            "",
            "Czy to jedno z tych zgłoszeń?",
            "Znaleziono 1 podobne zgłoszenie.",
            ["bardzo podobne", "w tym samym miejscu · dzisiaj", "Przyjęte · Poparcie: 2 osoby", "ta sama kategoria"],
        ),
        (
            "/en",
            "Is it one of these?",
            "1 similar report found.",
            ["very similar", "at the same place · today", "Received · Support: 2 people", "the same category"],
        ),
    ],
)
def test_a_twin_is_shown_with_all_that_tells_it_apart(visit, residents, base, heading, found, words):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING)
    for sender in ("first-of-two-neighbours", "second-of-two-neighbours"):
        residents.support(number, sender)
    page = begin(visit, here, base=base)
    expect(page.heading(heading)).to_be_visible()
    for text in [DARK_CROSSING, *words]:
        expect(card(page, number)).to_contain_text(text)
    expect(page.page.locator("#twins-status")).to_have_text(found)
    expect(page.page.locator("#description")).to_be_focused()


@pytest.mark.parametrize(("supporters", "words"), [(1, "1 osoba"), (4, "4 osoby"), (5, "5 osób")])
def test_people_are_counted_as_polish_counts_them(visit, residents, supporters, words):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING)
    for neighbour in range(supporters):
        residents.support(number, f"neighbour-number-{neighbour}")
    page = begin(visit, here)
    expect(card(page, number).locator(".twin-state")).to_have_text(f"Przyjęte · Poparcie: {words}")


def test_a_photo_is_shown_small_and_then_large(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING, photos=[residents.photo()])
    page = begin(visit, here)
    photo = card(page, number).get_by_role("img", name="Zdjęcie ze zgłoszenia")
    expect(photo).to_have_attribute("src", re.compile(r"/320\."))
    page.page.wait_for_function("() => document.querySelector('.twin img').naturalWidth > 0")
    small = photo.bounding_box()["width"]
    card(page, number).get_by_role("button", name="Pokaż więcej").click()
    expect(photo).to_have_attribute("src", re.compile(r"/1280\."))
    assert photo.bounding_box()["width"] > 3 * small
    card(page, number).get_by_role("button", name="Pokaż mniej").click()
    assert photo.bounding_box()["width"] == small


def test_a_long_text_is_cut_after_three_lines_until_it_is_opened(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", LONG)
    page = begin(visit, here, **NARROW)
    text = card(page, number).locator(".twin-text")
    cut = text.bounding_box()["height"]
    opener = card(page, number).get_by_role("button", name="Pokaż więcej")
    expect(opener).to_have_attribute("aria-expanded", "false")
    opener.click()
    assert text.bounding_box()["height"] > 2 * cut
    assert text.evaluate("text => text.scrollHeight <= text.clientHeight + 1")


def test_strangers_markup_is_shown_as_text(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", MARKUP)
    page = begin(visit, here)
    expect(card(page, number).locator(".twin-text")).to_have_text(MARKUP)
    assert page.page.evaluate("window.strangersScriptRan") is None
    assert page.page.locator(".twin-text img").count() == 0


def test_words_that_are_not_public_are_not_shown(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "order.parking", "Auto na chodniku pod szkołą")
    page = begin(visit, here, "order.parking", "Samochód na chodniku pod szkołą")
    expect(card(page, number)).to_contain_text("Treści takich zgłoszeń nie pokazujemy.")
    expect(card(page, number)).not_to_contain_text("Auto")


@pytest.mark.parametrize("device", [{}, NARROW], ids=["desktop", "phone"])
def test_joining_links_the_report_and_its_sender_has_a_number_of_their_own(visit, residents, device):
    here = residents.free_place()
    leader = residents.report(here, "road.light", DARK_CROSSING)
    page = begin(visit, here, **device)
    choose(page, leader)
    expect(card(page, leader).locator(".twin-choose")).to_have_attribute("aria-pressed", "true")
    page.go_on("summary")
    expect(page.page.locator("#send")).to_have_text(f"Dołącz do zgłoszenia {leader}")
    expect(page.page.locator("#send")).to_be_in_viewport(ratio=1)
    assert sent_by(page, page.send)["same_as"] == leader
    number = page.number()
    assert number != leader
    expect(page.page.locator("#sent-linked")).to_contain_text(f"Połączone z {leader}")
    assert residents.read(number)["leader"] == leader
    assert residents.read(leader)["members"] == 1


def test_supporting_counts_once_and_sends_no_report(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING)
    page = begin(visit, here)
    posted = []
    page.page.on("request", lambda request: posted.append(request.url) if request.method == "POST" else None)
    for attempt in range(2):
        choose(page, number)
        page.go_on("summary")
        page.button("Tylko popieram").click()
        expect(page.heading("Dziękujemy za poparcie!")).to_be_focused()
        expect(page.page.locator("#thanks-words")).to_contain_text("jesteś pierwszą osobą")
        expect(page.page.locator("#thanks-case")).to_have_attribute("href", f"/reports/{number}")
        assert residents.read(number)["supporters"] == 1
        page.page.locator("#view-thanks").get_by_role("link", name="Zgłoś inną sprawę").click()
        page.page.wait_for_timeout(300)
        expect(page.button("Wróć do niego")).to_be_hidden()
        if attempt == 0:
            page.page.goto(page.visited.address + at(here.lat, here.lon))
            page.go_on("what")
            page.write("road.light", MINE)
    assert not any(url.endswith("/api/v1/reports") for url in posted)
    sender = page.page.evaluate("localStorage.getItem('emapa.sender')")
    assert re.fullmatch(r"[!-~]{32}", sender)


def test_the_thanks_tell_the_new_count(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING)
    residents.support(number, "a-neighbour-across-the-street")
    page = begin(visit, here, base="/en")
    choose(page, number)
    page.go_on("summary")
    page.button("Only support it").click()
    expect(page.page.locator("#thanks-words")).to_have_text(
        f"Report {number}: 2 people support it now, you included."
    )


def test_support_that_fails_says_so_and_keeps_the_form(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING)
    page = begin(visit, here, expect_failures=True)
    choose(page, number)
    page.page.route("**/support", lambda route: route.fulfill(status=404, body="{}"))
    page.go_on("summary")
    page.button("Tylko popieram").click()
    expect(page.page.locator("#report-problem")).to_have_text("Nie udało się zapisać poparcia. Spróbuj jeszcze raz.")
    expect(page.page.locator("#description")).to_have_value(MINE)


def test_something_else_folds_the_list_and_goes_with_the_report(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING)
    page = begin(visit, here)
    page.button("Moje to co innego").click()
    expect(page.button("Moje to co innego")).to_have_attribute("aria-pressed", "true")
    expect(card(page, number)).to_be_hidden()
    page.button("Cofnij wybór").click()
    expect(card(page, number)).to_be_visible()
    expect(page.button("Moje to co innego")).to_be_focused()
    page.button("Moje to co innego").click()
    content = sent_by(page, page.send)
    assert content["not_same_as"] == [number]
    assert "same_as" not in content
    assert residents.read(page.number())["leader"] is None


def test_a_choice_can_be_taken_back(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING)
    page = begin(visit, here)
    for take_back in (lambda: page.button("Cofnij wybór").click(), lambda: choose(page, number)):
        choose(page, number)
        expect(card(page, number).locator(".twin-choose")).to_have_attribute("aria-pressed", "true")
        take_back()
        expect(card(page, number).locator(".twin-choose")).to_have_attribute("aria-pressed", "false")
        expect(card(page, number).locator(".twin-choose")).to_be_focused()
    page.go_on("summary")
    expect(page.page.locator("#send")).to_have_text("Wyślij zgłoszenie")
    expect(page.button("Tylko popieram")).to_be_hidden()
    assert "same_as" not in sent_by(page, page.send)


def test_a_draft_keeps_the_choice(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING)
    page = begin(visit, here)
    choose(page, number)
    page.wait_for_draft(number)
    page.page.goto(page.visited.address + "/report")
    page.button("Wróć do niego").click()
    expect(card(page, number).locator(".twin-choose")).to_have_attribute("aria-pressed", "true")
    assert sent_by(page, page.send)["same_as"] == number


def test_a_choice_is_dropped_where_it_no_longer_fits(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING)
    page = begin(visit, here)
    chosen = card(page, number).locator(".twin-choose")
    choose(page, number)
    with page.page.expect_response("**/duplicates"):
        page.page.fill("#description", "Coś zupełnie innego, rozbita szyba")
    expect(chosen).to_have_attribute("aria-pressed", "true")
    page.choose("waste.graffiti")
    expect(page.page.locator("#twins")).to_be_hidden()
    page.choose("road.light")
    page.page.fill("#description", MINE)
    expect(chosen).to_have_attribute("aria-pressed", "false")
    choose(page, number)
    page.back()
    page.page.get_by_text("Wpisz współrzędne").click()
    page.page.fill("#lat", f"{here.lat + 0.02}, {here.lon}")
    page.page.locator("#lat").blur()
    page.next()
    page.expect_step("what")
    expect(page.page.locator("#twins")).to_be_hidden()
    page.go_on("summary")
    expect(page.page.locator("#send")).to_have_text("Wyślij zgłoszenie")


def test_typing_asks_once_it_pauses(visit, residents):
    here = residents.free_place()
    residents.report(here, "road.light", DARK_CROSSING)
    page = begin(visit, here, description="")
    expect(page.page.locator(".twin")).to_have_count(1)
    asked = twin_requests(page)
    page.page.locator("#description").press_sequentially("nie świeci od tygodnia", delay=15)
    page.page.wait_for_function("() => document.querySelector('.twin-mark:not([hidden])')")
    assert len(asked) < 5
    assert asked[-1].post_data_json["description"] == "nie świeci od tygodnia"


def test_an_answer_that_comes_late_is_ignored(visit, residents):
    here = residents.free_place()
    residents.report(here, "road.light", DARK_CROSSING)
    page = form(visit, at(here.lat, here.lon))
    page.go_on("what")
    held = []

    def hold(route):
        if route.request.post_data_json["category"] == "road.light":
            held.append(route)
        else:
            route.continue_()

    page.page.route("**/duplicates", hold)
    with page.page.expect_request("**/duplicates"):
        page.write("road.light", MINE)
    with page.page.expect_event("requestfailed", lambda failed: failed.url.endswith("/duplicates")):
        with page.page.expect_response("**/duplicates"):
            page.write("waste.graffiti", "Bazgroły na murze szkoły")
    assert len(held) == 1
    expect(page.page.locator("#twins")).to_be_hidden()


def test_without_answers_the_form_works_and_says_nothing(visit, residents):
    here = residents.free_place()
    residents.report(here, "road.light", DARK_CROSSING)
    page = form(visit, at(here.lat, here.lon), expect_failures=True)
    page.page.route("**/duplicates", lambda route: route.fulfill(status=500, body="oops"))
    page.go_on("what")
    page.write("road.light", MINE)
    page.page.wait_for_timeout(600)
    expect(page.page.locator("#twins")).to_be_hidden()
    expect(page.page.locator("#report-problem")).to_be_hidden()
    page.send()
    assert page.number()


def test_danger_leaves_only_the_number_to_call(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "water.leak", "Woda leje się z pękniętej rury na chodnik")
    page = begin(visit, here, "water.leak", "Leje się woda z rury na chodnik")
    choose(page, number)
    danger = page.page.locator("[name=answer-danger]")
    danger.nth(0).check()
    expect(page.page.get_by_role("link", name="Zadzwoń: 994")).to_be_visible()
    expect(page.page.locator("#twins")).to_be_hidden()
    danger.nth(1).check()
    expect(card(page, number).locator(".twin-choose")).to_have_attribute("aria-pressed", "true")
    page.go_on("summary")
    expect(page.page.locator("#send")).to_have_text(f"Dołącz do zgłoszenia {number}")


def test_a_chosen_report_that_is_gone_lets_choose_anew(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING)
    page = begin(visit, here, expect_failures=True)
    choose(page, number)
    problem = {"title": "Nie", "errors": [{"pointer": "#/same_as", "code": "unknown", "detail": "Nie ma."}]}
    page.page.route("**/api/v1/reports", lambda route: route.fulfill(status=422, json=problem))
    page.send()
    expect(page.page.locator("#report-problem")).to_contain_text("Wybranego zgłoszenia już nie ma")
    expect(page.page.locator("#send")).to_have_text("Wyślij zgłoszenie")


def test_the_keyboard_alone_joins(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING)
    page = begin(visit, here)
    expect(card(page, number)).to_be_visible()
    keyboard = page.page.keyboard
    page.page.locator("#handling summary").focus()
    keyboard.press("Tab")
    expect(card(page, number).locator(".twin-choose")).to_be_focused()
    keyboard.press("Space")
    expect(card(page, number).locator(".twin-choose")).to_have_attribute("aria-pressed", "true")
    expect(page.page.locator("#twins-status")).to_contain_text(f"Wybrano zgłoszenie {number}")
    for control in ("Moje to co innego", "Cofnij wybór"):
        keyboard.press("Tab")
        expect(page.button(control)).to_be_focused()
    page.go_on("summary")
    page.page.locator("#send").focus()
    keyboard.press("Enter")
    assert residents.read(page.number())["leader"] == number


def test_a_candidate_is_ringed_on_the_map_while_it_is_looked_at(visit, residents):
    here = residents.free_place()
    beside = Place(here.lon + 0.0002, here.lat)
    number = residents.report(beside, "road.light", DARK_CROSSING)
    page = begin(visit, here)
    expect(card(page, number)).to_be_visible()
    page.page.mouse.move(0, 0)
    page.page.locator("#description").focus()
    page.visited.wait_for_map()
    before = page.visited.pixels("--map-pin")
    card(page, number).locator(".twin-choose").focus()
    page.visited.wait_for_pixels("--map-pin", before + 100)
    page.page.locator("#description").focus()
    page.page.wait_for_timeout(200)
    assert page.visited.pixels("--map-pin") == before


def test_the_ring_of_a_candidate_at_the_same_place_lies_over_the_pin(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING)
    page = begin(visit, here)
    expect(card(page, number)).to_be_visible()
    page.page.locator("#description").focus()
    page.visited.wait_for_map()
    before = page.visited.pixels("--map-pin")
    card(page, number).locator(".twin-choose").focus()
    page.visited.wait_for_pixels("--map-pin", before + 100)


def test_a_candidate_out_of_sight_moves_the_map(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING)
    page = begin(visit, here)
    expect(card(page, number)).to_be_visible()
    page.visited.wait_for_map()
    page.page.locator("#map").focus()
    for _ in range(12):
        page.page.keyboard.press("ArrowRight")
    page.visited.wait_for_map()
    page.page.wait_for_timeout(500)
    away = page.visited.pixels("--map-pin")
    card(page, number).locator(".twin-choose").focus()
    page.visited.wait_for_pixels("--map-pin", away + 200)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("device", "base"),
    [({}, ""), (NARROW, ""), (NARROW, "/en")],
    ids=["desktop", "phone", "phone-en"],
)
def test_axe_is_content_and_nothing_is_cut_off_whatever_is_chosen(visit, residents, scheme, device, base, screenshots):
    here = residents.free_place()
    first = residents.report(here, "road.light", LONG, photos=[residents.photo()])
    for number in range(4):
        near = Place(here.lon + 0.00005 * number, here.lat + 0.00005)
        residents.report(near, "road.light", f"{DARK_CROSSING} {'x' * 40}{number}", not_same_as=[first])
    page = begin(visit, here, base=base, color_scheme=scheme, **device)
    width = device.get("viewport", {"width": 1280})["width"]
    name = f"twins-{'phone' if device else 'desktop'}-{'en' if base else 'pl'}-{scheme}"

    def look(step):
        page.page.locator("#twins").evaluate("section => section.scrollIntoView()")
        page.page.screenshot(path=screenshots / f"{name}-{step}.png")
        assert violations(page) == []
        assert page.page.evaluate("document.documentElement.scrollWidth") == width
        small = page.page.evaluate(
            """() => [...document.querySelectorAll("#twins button, .step-bar button")]
              .filter((button) => button.checkVisibility() && button.getBoundingClientRect().height < 44)
              .map((button) => button.textContent)"""
        )
        assert small == []

    expect(page.page.locator(".twin")).to_have_count(3)
    page.page.locator("#twins-more").click()
    expect(page.page.locator(".twin")).to_have_count(5)
    look("open")
    choose(page, first)
    card(page, first).locator(".text-button").click()
    look("chosen")
    page.page.locator("#twins-other").click()
    look("folded")
