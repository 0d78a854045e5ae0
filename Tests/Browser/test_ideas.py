"""The page of ideas: looked through, supported, and read on."""

import re

import pytest
from playwright.sync_api import expect

from axe import violations
from keyboard import tab_to
from portal_pages import send

PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
CATEGORIES = [
    "Zdrowie", "Infrastruktura", "Edukacja", "Kultura", "Bezpieczeństwo", "Zieleń", "Sport", "Rowery", "Społeczeństwo",
]


@pytest.fixture(scope="module")
def idea(service):
    words = "Hamaki w cieniu drzew nad zalewem."
    return send(service, category="idea.sport", description=words, location={"lon": 20.0513, "lat": 50.0794})


def card(page, number):
    return page.locator(".idea").filter(has=page.locator(f"a[href$='{number}']"))


@pytest.mark.parametrize("size", [{}, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/ideas", "/en/ideas?status=all", "/ideas?category=idea.health&district=IX&status=closed"])
def test_axe_is_content(visit, path, scheme, size):
    page = visit(path, color_scheme=scheme, **size).page
    page.wait_for_load_state("load")
    assert violations(page) == []


def test_all_nine_categories_and_how_an_idea_comes_true_are_there(visit):
    page = visit("/ideas").page
    assert page.locator(".ideas-chip").all_inner_texts() == CATEGORIES
    expect(page.locator(".ideas-way h3")).to_have_text(["Zgłaszasz", "Oceniamy", "Decydujemy", "Realizujemy"])
    expect(page.get_by_role("link", name="Zgłoś pomysł").first).to_have_attribute("href", "/report?kind=idea")
    expect(page.get_by_role("link", name="Zobacz na mapie")).to_have_attribute("href", "/?kind=idea&status=all")


def test_a_voice_is_counted_on_the_card(visit, service, idea):
    page = visit("/ideas").page
    found = card(page, idea["number"])
    expect(found.locator(".idea-count")).to_contain_text("Jeszcze bez głosów")
    found.get_by_role("button", name=f"Popieram: Sport, {idea['number']}").click()
    expect(found.locator(".idea-count")).to_have_text("1 osoba popiera")
    expect(found.get_by_role("status")).to_have_text("Dziękujemy! Twój głos jest już policzony.")
    assert service.get(f"/api/v1/reports/{idea['number']}")["supporters"] == 1


def test_the_filters_change_the_list_and_the_address(visit, idea):
    page = visit("/ideas").page
    page.evaluate("window.sameVisit = true")
    page.get_by_label("Sport", exact=True).check(force=True)
    expect(page.locator(".idea h3").filter(has_not_text="Sport")).to_have_count(0)
    expect(page.locator("#found")).to_contain_text("Pokazujemy")
    page.get_by_label("Zdrowie", exact=True).check(force=True)
    page.get_by_label("Stan").select_option("all")
    expect(page).to_have_url(re.compile(r"category=idea\.sport.*status=all"))
    page.get_by_label("Szukaj w treści").fill("hamaki")
    page.keyboard.press("Enter")
    expect(page.locator(".idea")).to_have_count(1)
    expect(card(page, idea["number"])).to_be_visible()
    assert page.evaluate("window.sameVisit") is True
    page.reload()
    expect(page.get_by_label("Sport", exact=True)).to_be_checked()
    expect(page.locator(".idea")).to_have_count(1)


def test_what_nobody_has_thought_of_is_an_invitation(visit):
    page = visit("/ideas?q=tramwaj+wodny+na+dachu").page
    expect(page.locator(".ideas-none")).to_contain_text("Może Twój będzie pierwszy?")
    expect(page.locator(".ideas-none").get_by_role("link", name="Wyczyść wybór")).to_have_attribute("href", "/ideas")


def test_further_ideas_come_below(visit):
    page = visit("/ideas?status=all").page
    first = page.locator(".idea").count()
    page.get_by_role("link", name="Pokaż więcej").click()
    expect(page.locator(".idea")).to_have_count(2 * first)
    expect(page.locator(".idea h3 a").nth(first)).to_be_focused()
    numbers = page.locator(".idea h3 .visually-hidden").all_inner_texts()
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("size", [{}, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize(
    ("path", "health", "next_one", "voice", "thanks"),
    [
        ("/ideas", "Zdrowie", "Infrastruktura", "Popieram: Sport", "Twój głos jest już policzony"),
        ("/en/ideas", "Health", "Infrastructure", "I support it: Sport", "Your voice has been counted"),
    ],
)
def test_the_keyboard_alone_narrows_the_list_and_supports(visit, idea, path, health, next_one, voice, thanks, size):
    page = visit(path, **size).page
    support = page.get_by_role("button", name=f"{voice}, {idea['number']}")
    tab_to(page.get_by_label(health, exact=True))
    page.keyboard.press("Space")
    expect(page.get_by_label(health, exact=True)).to_be_checked()
    expect(support).to_have_count(0)
    page.keyboard.press("Tab")
    expect(page.get_by_label(next_one, exact=True)).to_be_focused()
    page.goto(page.url.split("?")[0])
    tab_to(support)
    page.keyboard.press("Enter")
    expect(card(page, idea["number"]).get_by_role("status")).to_contain_text(thanks)
