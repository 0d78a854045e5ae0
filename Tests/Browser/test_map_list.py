"""The list beside the map, filters, addresses, and earlier days."""

import re

from playwright.sync_api import expect

from map_ways import SQUARE, addresses, items, middle, numbers, report, tile_requests, wait_for_list


# The list


def test_the_list_has_what_is_in_sight(visit, service):
    number = report(service, 50.08112, 19.99131)
    page = visit(at=(18, 50.08112, 19.99131))
    wait_for_list(page)
    expect(items(page).first).to_have_attribute("data-number", number)
    for place in items(page).evaluate_all("(items) => items.map(({ dataset }) => [dataset.lat, dataset.lon])"):
        assert abs(float(place[0]) - 50.08112) < 0.005 and abs(float(place[1]) - 19.99131) < 0.005


def test_moving_the_map_says_once_how_many_reports_are_in_the_list(visit):
    page = visit(at=(16, *SQUARE))
    page.wait_for_map()
    status = page.page.locator("#announcement")
    expect(status).to_have_text(re.compile(r"^\d+ (najnowszych )?zgłosze\S+ na liście$"))
    assert status.inner_text() == page.page.locator("#results-count").inner_text()


def test_older_reports_are_added_below_and_stay(visit):
    page = visit()
    expect(items(page)).to_have_count(20)
    page.wait_for_map()
    before = numbers(page)
    page.page.locator("[data-more]").click()
    expect(items(page)).to_have_count(40)
    assert numbers(page)[:20] == before
    assert len(set(numbers(page))) == 40
    expect(items(page).nth(20).get_by_role("link").first).to_be_focused()


def test_pointing_at_a_report_in_the_list_rings_it_on_the_map(visit, service):
    place = (50.08312, 19.99431)
    number = report(service, *place)
    page = visit(at=(18, *place))
    page.wait_for_map()
    item = page.page.locator(f"[data-number={number}]")
    expect(item).to_be_visible()
    assert page.pixels("--map-pin") < 50
    item.hover()
    page.wait_for_pixels("--map-pin", 100)
    page.page.mouse.move(*middle(page))
    item.get_by_role("link").first.focus()
    page.wait_for_pixels("--map-pin", 100)


def test_a_report_of_the_list_is_shown_on_the_map(visit):
    page = visit()
    page.wait_for_map()
    item = items(page).nth(3)
    lat = item.get_attribute("data-lat")
    item.locator(".report-show").click()
    expect(page.page).to_have_url(re.compile(rf"#17/{float(lat):.3f}"))


# Filters


def test_filters_are_in_the_address_and_narrow_the_map_and_the_list(visit):
    page = visit()
    page.wait_for_map()
    with page.page.expect_request(re.compile(r"/tiles/reports/.*\?category=road\.pothole&status=open$")):
        page.page.select_option("#filter-category", "road.pothole")
        page.page.select_option("#filter-status", "open")
    expect(page.page).to_have_url(re.compile(r"/\?category=road\.pothole&status=open#"))
    expect(page.page.locator("#list h3").filter(has_not_text="Dziura w jezdni")).to_have_count(0)
    expect(page.page.locator("#filters .badge")).to_have_text("2")
    expect(page.page.locator("#feed")).to_have_attribute("href", "/reports.atom?category=road.pothole&status=open")
    language = page.page.locator("#language")
    expect(language).to_have_attribute("href", re.compile(r"\?category=road\.pothole&status=open"))
    page.page.go_back()
    expect(page.page).to_have_url(re.compile(r"/\?category=road\.pothole#"))
    expect(page.page.locator("#filter-status")).to_have_value("")
    page.page.get_by_role("link", name="Wyczyść").click()
    expect(page.page).to_have_url(re.compile(r"/#"))
    expect(page.page.locator("#list h3").filter(has_not_text="Dziura w jezdni")).not_to_have_count(0)


def test_filters_of_the_address_stand_in_the_form(visit):
    wanted = {"category": "road.light", "kind": "intervention", "district": "IX", "from": "2025-01-01", "q": "latarnia"}
    page = visit("/?status=received,triage&" + "&".join(f"{name}={value}" for name, value in wanted.items()))
    page.wait_for_map()
    for name, value in wanted.items():
        expect(page.page.locator(f"#filter-{name}")).to_have_value(value)
        expect(page.page.locator(f"#filter-{name}")).to_be_visible()
    expect(page.page.locator("#filter-status")).to_have_value("received,triage")
    expect(page.page).to_have_url(re.compile(r"status=received,triage"))


def test_a_district_is_lit_and_the_map_moves_there(visit):
    page = visit()
    page.wait_for_map()
    page.page.select_option("#filter-district", "IX")
    expect(page.page).to_have_url(re.compile(r"\?district=IX#1[3-9]"))
    page.wait_for_map()
    page.wait_for_pixels("--map-chosen-border", 500)
    page.wait_for_pixels("--map-chosen", 10_000)
    districts = page.page.locator("#list .report-facts span:first-of-type")
    expect(districts.filter(has_not_text="Łagiewniki-Borek Fałęcki")).to_have_count(0)


def test_words_narrow_the_list_alone(visit):
    page = visit()
    page.wait_for_map()
    page.page.locator(".filters-more summary").click()
    asked = tile_requests(page)
    page.page.locator("#filter-q").fill("latarnia")
    expect(page.page).to_have_url(re.compile(r"\?q=latarnia#"))
    expect(page.page.locator("#list .report-words").first).to_contain_text(re.compile("latarni", re.IGNORECASE))
    assert asked == []


def test_days_in_the_wrong_order_are_told_at_the_fields(visit):
    page = visit()
    page.page.locator(".filters-more summary").click()
    page.page.fill("#filter-from", "2026-06-30")
    page.page.fill("#filter-to", "2026-06-01")
    page.page.locator("#filter-to").blur()
    expect(page.page.locator("#filters-dates")).to_contain_text("Zamień daty")
    expect(page.page.locator("#filter-to")).to_have_attribute("aria-invalid", "true")
    expect(page.page).not_to_have_url(re.compile("to="))


# Addresses and positions


def test_an_address_is_found_with_the_keyboard_and_offered(visit):
    page = visit()
    page.wait_for_map()
    field = page.page.get_by_role("combobox", name="Szukaj adresu lub miejsca")
    field.fill("rynek gl")
    options = addresses(page)
    expect(options.first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.page.locator("#address-status")).to_contain_text("wybierz strzałkami")
    field.press("ArrowDown")
    name = options.first.inner_text()
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    field.press("Enter")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(page.page.locator("#place-heading")).to_have_text(name)
    expect(page.page).to_have_url(re.compile(r"#17/50\.06"))


def test_escape_closes_the_addresses_and_then_empties_the_field(visit):
    page = visit()
    page.wait_for_map()
    field = page.page.get_by_role("combobox", name="Szukaj adresu lub miejsca")
    field.fill("rynek")
    expect(addresses(page).first).to_be_visible()
    field.press("Escape")
    expect(page.page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("rynek")
    field.press("Escape")
    expect(field).to_have_value("")


def test_an_unknown_address_is_said_to_be_unknown(visit):
    page = visit()
    page.page.fill("#address", "xyzzyqqq")
    expect(page.page.locator("#address-note")).to_have_text("Nie znaleziono takiego adresu.")


def test_my_position_is_shown_with_how_sure_it_is(visit):
    place = {"latitude": 50.06143, "longitude": 19.93658, "accuracy": 60}
    page = visit(geolocation=place, permissions=["geolocation"])
    page.wait_for_map()
    page.button("Moja lokalizacja").click()
    expect(page.page).to_have_url(re.compile(r"#1[67](\.\d+)?/50\.061\d+/19\.936"))
    page.wait_for_map()
    page.wait_for_pixels("--map-here", 100)
    expect(page.page.locator("#announcement")).to_contain_text("Stare Miasto")


def test_without_permission_the_position_is_said_to_be_unknown(visit):
    page = visit(permissions=[])
    page.wait_for_map()
    page.button("Moja lokalizacja").click()
    expect(page.page.locator("#map-notice")).to_contain_text("Nie udało się ustalić Twojej lokalizacji")


# The map of an earlier day


def test_the_slider_shows_the_map_of_an_earlier_day(visit):
    page = visit(at=(15, *SQUARE))
    page.wait_for_map()
    page.page.locator("#timeline summary").click()
    slider = page.page.get_by_role("slider", name="Dzień, z którego jest mapa")
    expect(slider).to_have_attribute("aria-valuetext", "dzisiaj")
    slider.focus()
    with page.page.expect_request(re.compile(r"/tiles/reports/.*\?at=\d{4}-\d\d-\d\d$")):
        page.page.keyboard.press("PageDown")
    expect(page.page).to_have_url(re.compile(r"\?at=\d{4}-\d\d-\d\d#"))
    day = page.page.locator("#at").input_value()
    assert f"at={day}" in page.page.url
    expect(slider).not_to_have_attribute("aria-valuetext", "dzisiaj")
    expect(page.page.locator("#legend li:visible").first).to_have_text("Otwarte tego dnia")
    page.button("Wróć do dzisiaj").click()
    expect(page.page).to_have_url(re.compile(r"/#"))
    expect(page.page.locator("#legend li:visible").first).to_have_text("Nowe")


def test_a_day_of_the_address_is_shown_and_asks_for_no_state_that_it_lacks(visit):
    page = visit("/?status=all&at=2026-05-01", at=(15, *SQUARE))
    asked = tile_requests(page)
    page.page.reload()
    page.wait_for_map()
    expect(page.page.locator("#at")).to_have_value("2026-05-01")
    expect(page.page.locator("#timeline summary")).to_contain_text("1 maja 2026")
    assert asked and all(url.endswith("?at=2026-05-01") for url in asked)
    expect(page.page.locator("#list")).to_contain_text("w dzisiejszym stanie")
