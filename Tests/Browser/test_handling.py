"""Who will handle a report, said while it is written: by place, category and answers."""

import re

import pytest
from playwright.sync_api import expect

from conftest import PHONE
from report_page import at, form, written
from axe import violations

SQUARE = (50.0617, 19.9373)
MOTORWAY = (50.02, 19.8301)
STREET = (50.0711, 19.9862)


def begin(visit, place, category, base="", **options):
    """A place and a category in the step 'what'."""
    page = form(visit, at(*place, base), **options)
    page.go_on("what")
    page.choose(category)
    return page


def answer(page, code, name):
    """Answers a question, whatever its answers look like."""
    listed = page.page.locator(f"select#answer-{code}")
    if listed.count() > 0:
        listed.select_option(label=name)
    else:
        page.page.locator(f"#questions .choice:has([name=answer-{code}])").get_by_label(name, exact=True).check()


def handling(page):
    return page.page.locator("#handling")


@pytest.mark.parametrize(
    ("base", "words", "why", "reason"),
    [
        ("", "Zajmie się tym: Miejski Konserwator Zabytków", "Dlaczego?", "konserwatorską"),
        ("/en", "Will be handled by: City Conservator of Monuments", "Why?", "listed area"),
    ],
)
def test_the_unit_is_named_before_the_report_is_sent(visit, base, words, why, reason):
    page = begin(visit, SQUARE, "green.tree", base)
    expect(handling(page)).to_contain_text(words)
    expect(page.page.locator("#announcement")).to_contain_text(words)
    expect(handling(page).get_by_text(reason)).to_be_hidden()
    handling(page).get_by_text(why).click()
    expect(handling(page).get_by_text(reason)).to_be_visible()


def test_the_desk_is_named_where_there_is_one(visit):
    page = begin(visit, (50.0301, 19.93), "green.felling")
    expect(handling(page)).to_contain_text("Wydział Środowiska i Klimatu")
    expect(handling(page)).to_contain_text("Wycinka drzew, dzielnice VIII, IX")


def test_an_answer_changes_who_is_in_charge(visit):
    page = begin(visit, STREET, "waste.dump")
    expect(handling(page)).to_contain_text("Miejskie Przedsiębiorstwo Oczyszczania")
    answer(page, "land", "Prywatny, spółdzielni lub wspólnoty")
    expect(handling(page)).to_contain_text("Straż Miejska")
    answer(page, "land", "Wybierz lub pomiń")
    expect(handling(page)).to_contain_text("Miejskie Przedsiębiorstwo Oczyszczania")


def test_free_words_stay_out_of_addresses(visit):
    page = begin(visit, STREET, "road.light")
    expect(handling(page)).to_be_visible()
    asked = []
    page.page.on("request", lambda request: asked.append(request.url))
    page.page.fill("#answer-lamp_number", "przy domu Nowaków")
    with page.page.expect_request(re.compile("/api/v1/place")):
        answer(page, "extent", "Jedna")
    assert not any("Nowak" in url for url in asked)


@pytest.mark.parametrize(
    ("base", "unit", "advice", "blocked"),
    [
        ("", "Generalna Dyrekcja Dróg Krajowych i Autostrad", "krakowskim oddziale", "Nie można wysłać"),
        ("/en", "General Directorate for National Roads", "Kraków branch", "It cannot be sent"),
    ],
)
def test_what_is_not_for_the_city_cannot_be_sent_and_says_whom_to_ask(visit, base, unit, advice, blocked):
    page = begin(visit, MOTORWAY, "road.pothole", base)
    expect(handling(page)).to_contain_text(unit)
    expect(handling(page)).to_contain_text(advice)
    expect(handling(page).get_by_role("link", name="112")).to_have_attribute("href", "tel:112")
    expect(page.page.locator("#next-reason")).to_contain_text(blocked)
    page.page.fill("#description", "Dziura")
    sent = []
    page.page.on("request", lambda request: sent.append(request.method))
    page.next()
    expect(handling(page)).to_be_focused()
    page.expect_step("what")
    assert "POST" not in sent
    page.choose("green.mow")
    expect(page.page.locator("#next-reason")).to_be_hidden()
    page.next()
    page.expect_step("photos")


def test_advice_without_a_unit_is_given_too(visit):
    page = begin(visit, STREET, "animal.dead")
    answer(page, "land", "Prywatny, spółdzielni lub wspólnoty")
    expect(handling(page)).to_contain_text("To nie jest sprawa dla miasta")
    expect(page.page.locator("#next-reason")).to_be_visible()


def test_danger_shows_the_number_to_call_at_once(visit):
    page = begin(visit, STREET, "water.leak")
    expect(page.page.locator("#category-advice").get_by_role("link", name="994")).to_have_attribute("href", "tel:994")
    answer(page, "danger", "Tak")
    call = page.page.get_by_role("alert").get_by_role("link", name="Zadzwoń: 994")
    expect(call).to_have_attribute("href", "tel:994")
    expect(call).to_be_in_viewport()
    width = page.page.locator(".report-body").bounding_box()["width"]
    assert handling(page).bounding_box()["width"] == width
    page.page.fill("#description", "Woda tryska")
    page.next()
    page.expect_step("what")
    answer(page, "danger", "Nie")
    expect(call).to_be_hidden()
    page.next()
    page.expect_step("photos")


@pytest.mark.parametrize(
    ("base", "lat", "send"),
    [("", 50.05901, "Nikomu nic nie grozi – wyślij"), ("/en", 50.05821, "Nobody is in danger – send it")],
)
def test_words_of_danger_name_the_number_to_call_and_can_be_sent_all_the_same(visit, base, lat, send):
    page = written(visit, at(lat, 19.89104, base), "road.light", "Czuję gaz przy latarni", expect_failures=True)
    page.send()
    alarm = page.page.locator("#alarm")
    expect(alarm.get_by_role("link").first).to_have_attribute("href", "tel:992")
    assert alarm.bounding_box()["width"] == page.page.locator(".report-body").bounding_box()["width"]
    page.page.locator("#step-summary a[href='#step-what']").click()
    page.page.fill("#description", "Czuję gaz przy latarni, ale to tylko spaliny")
    page.go_on("summary")
    expect(alarm).to_be_hidden()
    page.send()
    page.button(send).click()
    assert page.number().startswith("KCK-")


@pytest.mark.parametrize(
    ("place", "category", "answers", "number", "words"),
    [
        (STREET, "water.leak", {"danger": "Tak"}, "994", "pogotowie wodociągowe"),
        (MOTORWAY, "road.pothole", {}, "112", "krakowskim oddziale"),
    ],
)
def test_a_refusal_of_the_service_says_whom_to_call_or_ask(visit, place, category, answers, number, words):
    page = form(visit, at(*place), expect_failures=True)
    expect(page.page.locator("#place")).to_be_visible()
    page.page.route(re.compile("/api/v1/place"), lambda route: route.abort())
    page.go_on("what")
    page.write(category, "Pilne")
    for code, name in answers.items():
        answer(page, code, name)
    page.send()
    alert = page.page.locator("#alarm, #report-problem").locator("visible=true")
    expect(alert).to_contain_text(words)
    expect(alert.get_by_role("link", name=number).first).to_have_attribute("href", f"tel:{number}")


def test_the_latest_question_wins(visit):
    page = form(visit, at(*SQUARE))
    page.go_on("what")
    held = []
    page.page.route(re.compile("place.*category=waste.dump"), lambda route: held.append(route))
    with page.page.expect_request(re.compile("place.*category=waste.dump")):
        page.choose("waste.dump")
    page.choose("green.tree")
    expect(handling(page)).to_contain_text("Konserwator")
    for route in held:
        route.abort()
    expect(handling(page)).to_contain_text("Konserwator")


def test_the_answers_go_with_the_report_and_the_unit_is_on_its_receipt(visit):
    page = begin(visit, STREET, "waste.dump")
    answer(page, "land", "Prywatny, spółdzielni lub wspólnoty")
    answer(page, "what", "Gruz")
    answer(page, "what", "Opony")
    page.page.fill("#description", "Worki pod płotem.")
    with page.page.expect_request("**/api/v1/reports") as sent:
        page.send()
    assert sent.value.post_data_json["answers"] == {"land": "private", "what": ["rubble", "tyres"]}
    page.number()
    expect(page.page.locator("#sent-unit")).to_have_text("Straż Miejska Miasta Krakowa")
    expect(page.page.locator("#sent-why")).not_to_be_empty()


def test_a_draft_keeps_its_answers(visit):
    page = begin(visit, STREET, "road.light")
    page.page.fill("#description", "Ciemno")
    page.page.fill("#answer-lamp_number", "12/7")
    answer(page, "extent", "Jedna")
    page.wait_for_draft("12/7")
    page.wait_for_draft('"one"')
    page.page.goto(page.visited.address + "/report")
    page.button("Wróć do niego").click()
    expect(page.page.locator("#answer-lamp_number")).to_have_value("12/7")
    expect(page.page.locator("#answer-extent")).to_have_value("one")


def test_a_problem_with_an_answer_is_shown_at_its_question(visit):
    page = begin(visit, STREET, "road.light", expect_failures=True)
    page.page.fill("#answer-lamp_number", "7" * 1001)
    page.page.fill("#description", "Ciemno")
    page.send()
    expect(page.page.locator("#answer-lamp_number-error")).to_contain_text("1000 znaków")
    expect(page.page.locator("#answer-lamp_number")).to_be_focused()
    page.page.fill("#answer-lamp_number", "7")
    expect(page.page.locator("#answer-lamp_number-error")).to_be_hidden()
    page.send()
    assert page.number()


def test_the_questions_are_answered_by_keyboard(visit):
    page = begin(visit, STREET, "water.leak")
    expect(page.page.locator("#category-change")).to_be_focused()
    keyboard = page.page.keyboard
    keyboard.press("Tab")
    expect(page.page.locator("#category-advice a").first).to_be_focused()
    keyboard.press("Tab")
    expect(page.page.locator("[name=answer-danger][value='']")).to_be_focused()
    keyboard.press("ArrowRight")
    expect(page.page.get_by_role("link", name="Zadzwoń: 994")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", [{}, PHONE], ids=["desktop", "phone"])
def test_axe_is_content_and_nothing_is_cut_off_whoever_is_in_charge(visit, scheme, device, screenshots):
    name = f"{'phone' if device else 'desktop'}-{scheme}"
    width = device.get("viewport", {"width": 1280})["width"]
    for step, (place, category, answers, kind) in enumerate(
        [
            (SQUARE, "green.tree", {}, "unit"),
            (MOTORWAY, "road.pothole", {}, "external"),
            (STREET, "animal.dead", {"land": "Prywatny, spółdzielni lub wspólnoty"}, "out_of_scope"),
            (STREET, "waste.dump", {"danger": "Tak"}, "emergency"),
        ]
    ):
        page = begin(visit, place, category, color_scheme=scheme, **device)
        for code, text in answers.items():
            answer(page, code, text)
        expect(handling(page)).to_have_attribute("data-kind", kind)
        handling(page).scroll_into_view_if_needed()
        page.page.screenshot(path=screenshots / f"handling-{name}-{step}-{kind}.png")
        assert violations(page) == []
        assert page.page.evaluate("document.documentElement.scrollWidth") == width
