"""Before a report is sent, those that may be about the same matter are shown, and joined, supported or waved away."""

import re

import pytest
from playwright.sync_api import expect

from conftest import PHONE
from test_accessibility import grave_violations
from twins import Place, Reporter

NARROW = {**PHONE, "viewport": {"width": 360, "height": 740}}
DARK_CROSSING = "Latarnia przy przejściu nie świeci od tygodnia."
MINE = "Przy przejściu nie świeci latarnia"
LONG = "Latarnia przy przejściu nie świeci. " * 12
MARKUP = '<img src=x onerror="window.strangersScriptRan = true"> Latarnia nie świeci'


@pytest.fixture
def residents(service):
    return Reporter(service)


def begin(page, category="road.light", description=MINE):
    """Points at the middle of the map and writes."""
    page.wait_for_map()
    page.page.locator("section[data-view=start] [data-action=aim]").click()
    page.page.locator("[data-action=place]").click()
    page.write(category, description)


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
    ("path", "heading", "found", "words"),
    [
        (
            "/",
            "Czy to jedno z tych zgłoszeń?",
            "Znaleziono 1 podobne zgłoszenie.",
            ["bardzo podobne", "w tym samym miejscu · dzisiaj", "Przyjęte · Poparcie: 2 osoby", "ta sama kategoria"],
        ),
        (
            "/en/",
            "Is it one of these?",
            "1 similar report found.",
            ["very similar", "at the same place · today", "Received · Support: 2 people", "the same category"],
        ),
    ],
)
def test_a_twin_is_shown_with_all_that_tells_it_apart(visit, residents, path, heading, found, words):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING)
    for sender in ("first-of-two-neighbours", "second-of-two-neighbours"):
        residents.support(number, sender)
    page = visit(path, at=here.view())
    begin(page)
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
    page = visit(at=here.view())
    begin(page)
    expect(card(page, number).locator(".twin-state")).to_have_text(f"Przyjęte · Poparcie: {words}")


def test_a_photo_is_shown_small_and_then_large(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING, photos=[residents.photo()])
    page = visit(at=here.view())
    begin(page)
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
    page = visit(at=here.view(), **NARROW)
    begin(page)
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
    page = visit(at=here.view())
    begin(page)
    expect(card(page, number).locator(".twin-text")).to_have_text(MARKUP)
    assert page.page.evaluate("window.strangersScriptRan") is None
    assert page.page.locator(".twin-text img").count() == 0


def test_words_that_are_not_public_are_not_shown(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "order.parking", "Auto na chodniku pod szkołą")
    page = visit(at=here.view())
    begin(page, "order.parking", "Samochód na chodniku pod szkołą")
    expect(card(page, number)).to_contain_text("Treści takich zgłoszeń nie pokazujemy.")
    expect(card(page, number)).not_to_contain_text("Auto")


@pytest.mark.parametrize("device", [{}, NARROW], ids=["desktop", "phone"])
def test_joining_links_the_report_and_its_sender_has_a_number_of_their_own(visit, residents, device):
    here = residents.free_place()
    leader = residents.report(here, "road.light", DARK_CROSSING)
    page = visit(at=here.view(), **device)
    begin(page)
    choose(page, leader)
    expect(card(page, leader).locator(".twin-choose")).to_have_attribute("aria-pressed", "true")
    expect(page.page.locator("#send")).to_have_text(f"Dołącz do zgłoszenia {leader}")
    expect(page.page.locator("#send")).to_be_in_viewport(ratio=1)
    assert sent_by(page, page.send)["same_as"] == leader
    number = page.number()
    assert number != leader
    expect(page.page.locator("#sent-linked")).to_contain_text(f"Połączone z {leader}")
    expect(page.page.locator("#sent-lead")).to_be_hidden()
    assert residents.read(number)["leader"] == leader
    assert residents.read(leader)["members"] == 1


def test_supporting_counts_once_and_sends_no_report(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING)
    page = visit(at=here.view())
    posted = []
    page.page.on("request", lambda request: posted.append(request.url) if request.method == "POST" else None)
    for _ in range(2):
        begin(page)
        choose(page, number)
        page.button("Tylko popieram").click()
        expect(page.heading("Dziękujemy za poparcie!")).to_be_focused()
        expect(page.page.locator("#thanks-words")).to_contain_text("jesteś pierwszą osobą")
        assert residents.read(number)["supporters"] == 1
        page.button("Gotowe").click()
        expect(page.button("Wróć do niego")).to_be_hidden()
    assert not any(url.endswith("/api/v1/reports") for url in posted)
    sender = page.page.evaluate("localStorage.getItem('emapa.sender')")
    assert re.fullmatch(r"[!-~]{32}", sender)


def test_the_thanks_tell_the_new_count(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING)
    residents.support(number, "a-neighbour-across-the-street")
    page = visit("/en/", at=here.view())
    begin(page)
    choose(page, number)
    page.button("Only support it").click()
    expect(page.page.locator("#thanks-words")).to_have_text(
        f"Report {number}: 2 people support it now, you included."
    )


def test_support_that_fails_says_so_and_keeps_the_form(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING)
    page = visit(at=here.view(), expect_failures=True)
    begin(page)
    choose(page, number)
    page.page.route("**/support", lambda route: route.fulfill(status=404, body="{}"))
    page.button("Tylko popieram").click()
    expect(page.page.locator("#report-problem")).to_have_text("Nie udało się zapisać poparcia. Spróbuj jeszcze raz.")
    expect(page.page.locator("#description")).to_have_value(MINE)


def test_something_else_folds_the_list_and_goes_with_the_report(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING)
    page = visit(at=here.view())
    begin(page)
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
    page = visit(at=here.view())
    begin(page)
    for take_back in (lambda: page.button("Cofnij wybór").click(), lambda: choose(page, number)):
        choose(page, number)
        expect(page.button("Tylko popieram")).to_be_visible()
        take_back()
        expect(page.button("Tylko popieram")).to_be_hidden()
        expect(page.page.locator("#send")).to_have_text("Wyślij zgłoszenie")
        expect(card(page, number).locator(".twin-choose")).to_be_focused()
    assert "same_as" not in sent_by(page, page.send)


def test_a_draft_keeps_the_choice(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING)
    page = visit(at=here.view())
    begin(page)
    choose(page, number)
    page.page.reload()
    page.wait_for_map()
    page.button("Wróć do niego").click()
    expect(card(page, number).locator(".twin-choose")).to_have_attribute("aria-pressed", "true")
    assert sent_by(page, page.send)["same_as"] == number


def test_a_choice_is_dropped_where_it_no_longer_fits(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING)
    page = visit(at=here.view())
    begin(page)
    choose(page, number)
    with page.page.expect_response("**/duplicates"):
        page.page.fill("#description", "Coś zupełnie innego, rozbita szyba")
    expect(page.page.locator("#send")).to_have_text(f"Dołącz do zgłoszenia {number}")
    page.page.select_option("#category", "idea.culture")
    expect(page.page.locator("#send")).to_have_text("Wyślij zgłoszenie")
    expect(page.page.locator("#twins")).to_be_hidden()
    page.page.select_option("#category", "road.light")
    page.page.fill("#description", MINE)
    choose(page, number)
    page.page.locator("#place [data-action=aim]").click()
    page.page.get_by_text("Wpisz współrzędne").click()
    page.page.get_by_label("Szerokość i długość geograficzna").fill(f"{here.lat + 0.02}, {here.lon}")
    page.button("Pokaż").click()
    expect(page.page.locator("#send")).to_have_text("Wyślij zgłoszenie")
    expect(page.page.locator("#twins")).to_be_hidden()


def test_typing_asks_once_it_pauses(visit, residents):
    here = residents.free_place()
    residents.report(here, "road.light", DARK_CROSSING)
    page = visit(at=here.view())
    begin(page, description="")
    expect(page.page.locator(".twin")).to_have_count(1)
    asked = twin_requests(page)
    page.page.locator("#description").press_sequentially("nie świeci od tygodnia", delay=15)
    page.page.wait_for_function("() => document.querySelector('.twin-mark:not([hidden])')")
    assert len(asked) < 5
    assert asked[-1].post_data_json["description"] == "nie świeci od tygodnia"


def test_an_answer_that_comes_late_is_ignored(visit, residents):
    here = residents.free_place()
    residents.report(here, "road.light", DARK_CROSSING)
    page = visit(at=here.view())
    held = []

    def hold(route):
        if route.request.post_data_json["category"] == "road.light":
            held.append(route)
        else:
            route.continue_()

    page.page.route("**/duplicates", hold)
    with page.page.expect_request("**/duplicates"):
        begin(page)
    with page.page.expect_event("requestfailed", lambda failed: failed.url.endswith("/duplicates")):
        with page.page.expect_response("**/duplicates"):
            page.write("idea.culture", "Koncerty na skwerze")
    assert len(held) == 1
    expect(page.page.locator("#twins")).to_be_hidden()


def test_without_answers_the_form_works_and_says_nothing(visit, residents):
    here = residents.free_place()
    residents.report(here, "road.light", DARK_CROSSING)
    page = visit(at=here.view(), expect_failures=True)
    page.page.route("**/duplicates", lambda route: route.fulfill(status=500, body="oops"))
    begin(page)
    page.page.wait_for_timeout(600)
    expect(page.page.locator("#twins")).to_be_hidden()
    expect(page.page.locator("#report-problem")).to_be_hidden()
    page.send()
    assert page.number()


def test_danger_leaves_only_the_number_to_call(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "water.leak", "Woda leje się z pękniętej rury na chodnik")
    page = visit(at=here.view())
    begin(page, "water.leak", "Leje się woda z rury na chodnik")
    choose(page, number)
    danger = page.page.locator("[name=answer-danger]")
    danger.nth(0).check()
    expect(page.page.get_by_role("link", name="Zadzwoń: 994")).to_be_visible()
    expect(page.page.locator("#twins")).to_be_hidden()
    expect(page.button("Tylko popieram")).to_be_hidden()
    expect(page.page.locator("#send")).to_have_text("Wyślij zgłoszenie")
    danger.nth(1).check()
    expect(card(page, number).locator(".twin-choose")).to_have_attribute("aria-pressed", "true")
    expect(page.page.locator("#send")).to_have_text(f"Dołącz do zgłoszenia {number}")


def test_a_chosen_report_that_is_gone_lets_choose_anew(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING)
    page = visit(at=here.view(), expect_failures=True)
    begin(page)
    choose(page, number)
    problem = {"title": "Nie", "errors": [{"pointer": "#/same_as", "code": "unknown", "detail": "Nie ma."}]}
    page.page.route("**/api/v1/reports", lambda route: route.fulfill(status=422, json=problem))
    page.send()
    expect(page.page.locator("#report-problem")).to_contain_text("Wybranego zgłoszenia już nie ma")
    expect(page.page.locator("#send")).to_have_text("Wyślij zgłoszenie")


def test_the_keyboard_alone_joins(visit, residents):
    here = residents.free_place()
    number = residents.report(here, "road.light", DARK_CROSSING)
    page = visit(at=here.view())
    begin(page)
    expect(card(page, number)).to_be_visible()
    keyboard = page.page.keyboard
    page.page.locator("#description").focus()
    keyboard.press("Tab")
    expect(card(page, number).locator(".twin-choose")).to_be_focused()
    keyboard.press("Space")
    expect(card(page, number).locator(".twin-choose")).to_have_attribute("aria-pressed", "true")
    expect(page.page.locator("#twins-status")).to_contain_text(f"Wybrano zgłoszenie {number}")
    for control in ("Moje to co innego", "Cofnij wybór"):
        keyboard.press("Tab")
        expect(page.button(control)).to_be_focused()
    keyboard.press("Tab")
    expect(page.page.locator("#send")).to_be_focused()
    keyboard.press("Enter")
    assert residents.read(page.number())["leader"] == number


def test_a_candidate_is_ringed_on_the_map_while_it_is_looked_at(visit, residents):
    here = residents.free_place()
    beside = Place(here.lon + 0.0002, here.lat)
    number = residents.report(beside, "road.light", DARK_CROSSING)
    page = visit(at=here.view())
    begin(page)
    expect(card(page, number)).to_be_visible()
    page.wait_for_map()
    before = page.pixels("--map-pin")
    card(page, number).locator(".twin-choose").focus()
    page.wait_for_pixels("--map-pin", before + 100)
    page.page.locator("#description").focus()
    page.page.wait_for_timeout(200)
    assert page.pixels("--map-pin") == before


def test_the_pin_and_the_card_of_a_group_say_how_many_are_alike(visit, residents):
    here = residents.free_place()
    leader = residents.report(here, "road.light", DARK_CROSSING)
    for number in range(2):
        residents.report(here, "road.light", f"{DARK_CROSSING} {number}", same_as=leader)
    page = visit(at=here.view())
    page.wait_for_map()
    page.wait_for_pixels("--map-cluster", 60)
    page.open_pin(page.middle())
    expect(page.page.locator("#case-members")).to_have_text("i 2 podobne")
    page = visit("/en/", at=here.view())
    page.wait_for_map()
    page.open_pin(page.middle())
    expect(page.page.locator("#case-members")).to_have_text("and 2 alike")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("device", "path"),
    [({}, "/"), (NARROW, "/"), (NARROW, "/en/")],
    ids=["desktop", "phone", "phone-en"],
)
def test_axe_is_content_and_nothing_is_cut_off_whatever_is_chosen(visit, residents, scheme, device, path, screenshots):
    here = residents.free_place()
    first = residents.report(here, "road.light", LONG, photos=[residents.photo()])
    for number in range(4):
        near = Place(here.lon + 0.00005 * number, here.lat + 0.00005)
        residents.report(near, "road.light", f"{DARK_CROSSING} {'x' * 40}{number}", not_same_as=[first])
    page = visit(path, at=here.view(), color_scheme=scheme, **device)
    begin(page)
    name = f"twins-{'phone' if device else 'desktop'}-{'en' if path != '/' else 'pl'}-{scheme}"

    def look(step):
        page.wait_for_map()
        page.page.locator("#twins").evaluate("section => section.scrollIntoView()")
        page.page.screenshot(path=screenshots / f"{name}-{step}.png")
        assert grave_violations(page) == []
        assert page.page.locator("#panel").evaluate("panel => panel.scrollWidth <= panel.clientWidth")
        small = page.page.evaluate(
            """() => [...document.querySelectorAll("#twins button, .actions-send button")]
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
