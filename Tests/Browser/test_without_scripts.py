"""Who has no scripts reports, reads and takes part all the same."""

import re

import pytest
from playwright.sync_api import expect

from conftest import PATIENCE_MS
from portal_pages import LANGUAGES, send

WIDTHS = [360, 1280]
NUMBER = re.compile(r"KCK-\d{4}-\d{6}")
WORDS = {
    "pl": {"category": "Dziura w jezdni", "description": "Wyrwa przy studzience, {}. Rowerzyści omijają ją chodnikiem."},
    "en": {"category": "Pothole", "description": "A hole beside the manhole, {}. Cyclists go round on the pavement."},
}


@pytest.fixture
def plain(service, browser):
    """Opens a page in a browser without scripts."""
    contexts = []

    def open_page(path, width=1280):
        context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=False)
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        page = context.new_page()
        page.goto(service.address + path)
        return page

    yield open_page
    for context in contexts:
        assert context.cookies() == []
        context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_report_by_the_form_alone(plain, service, language, width):
    base, words = LANGUAGES[language], WORDS[language]
    page = plain(f"{base}/report", width)
    page.get_by_label(words["category"], exact=True).check(force=True)
    page.locator("form [name=description]").fill(words["description"].format(f"{language} {width}"))
    page.locator("[name=address]").fill(f"Rynek Główny {WIDTHS.index(width) + 1}")
    page.locator("[name=email]").fill("resident@example.org")
    page.locator("[name=consent_email]").check(force=True)
    page.locator("form button[type=submit]:not([name])").last.click()
    number = NUMBER.search(page.locator("main").inner_text())[0]
    secret = page.locator("main").inner_html().split("#secret=")[1][:22]
    assert re.fullmatch(r"[\w-]{22}", secret)
    report = service.get(f"/api/v1/reports/{number}")
    assert report["category"] == "road.pothole"
    assert report["description"].startswith(words["description"][:10])
    page.goto(f"{service.address}{base}/reports/{number}")
    expect(page.locator("h1")).to_contain_text(words["category"])


def test_what_is_wrong_is_said_at_the_fields_and_nothing_is_lost(plain):
    page = plain("/report")
    page.locator("form [name=description]").fill("Coś się stało z chodnikiem.")
    page.locator("[name=email]").fill("to nie adres")
    page.locator("form button[type=submit]:not([name])").last.click()
    expect(page.locator("form [name=description]")).to_have_value("Coś się stało z chodnikiem.")
    expect(page.locator("[name=email]")).to_have_value("to nie adres")
    assert page.locator("[role=alert] a[href^='#']").count() >= 1


def test_a_photo_is_kept_while_something_else_is_mended(plain, tmp_path, service):
    picture = tmp_path / "dziura.png"
    shot = plain("/about")
    shot.screenshot(path=picture)
    page = plain("/report")
    page.locator("[name=photo]").set_input_files(picture)
    page.locator("form [name=description]").fill("Zapadnięta kostka przed wejściem do parku.")
    page.locator("[name=address]").fill("Rynek Główny 5")
    page.locator("form button[type=submit]:not([name])").last.click()
    expect(page.locator("[name=photo_id]")).to_have_count(1)
    page.get_by_label("Uszkodzony chodnik", exact=True).check(force=True)
    page.locator("form button[type=submit]:not([name])").last.click()
    number = NUMBER.search(page.locator("main").inner_text())[0]
    assert len(service.get(f"/api/v1/reports/{number}")["photos"]) == 1


def test_the_list_is_read_page_by_page_and_filtered(plain):
    page = plain("/")
    first = set(NUMBER.findall(page.locator("main").inner_html()))
    assert len(first) >= 20
    page.locator("a[href*='page=']").first.click()
    second = set(NUMBER.findall(page.locator("main").inner_html()))
    assert second and first.isdisjoint(second)
    page.goto(page.url.split("?")[0] + "?district=I&status=open")
    expect(page.locator("select[name=district]")).to_have_value("I")
    assert page.locator("main").get_by_text("Stare Miasto").count() > 0


def test_a_case_is_read_supported_and_followed(plain, service):
    number = send(service, description="Pęknięta płyta przy ławce.", location={"lon": 19.8931, "lat": 50.0377})["number"]
    page = plain(f"/reports/{number}")
    expect(page.locator("main")).to_contain_text("Pęknięta płyta przy ławce.")
    page.locator("form[action$='/support'] button").click()
    expect(page.locator("[role=status], .note").first).to_be_visible()
    assert service.get(f"/api/v1/reports/{number}")["supporters"] == 1
    follow = page.locator("form[action$='/follow']")
    for closed in page.locator("details:not([open])").all():
        closed.locator("summary").first.click()
    follow.locator("[name=email]").fill("resident@example.org")
    follow.locator("[name=consent_email]").check(force=True)
    follow.locator("button").click()
    assert "resident@example.org" not in page.content()


def test_an_idea_is_supported_from_the_list(plain, service):
    sent = send(
        service,
        category="idea.green",
        description="Łąka kwietna zamiast trawnika przy pętli.",
        location={"lon": 19.8874, "lat": 50.0912},
    )
    page = plain("/ideas")
    expect(page.locator("main")).to_contain_text("Łąka kwietna")
    page.locator(f"form[action*='{sent['number']}'] button").first.click()
    assert service.get(f"/api/v1/reports/{sent['number']}")["supporters"] == 1
