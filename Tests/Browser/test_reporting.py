"""From a place on the map to a number, and what may go wrong on the way."""

import pytest
from playwright.sync_api import expect

from conftest import PHONE
from map_page import PIN_PIXELS

LAMP = ("road.light", "Latarnia przy przejściu nie świeci od tygodnia.")
STATES = ["new", "working", "done", "closed"]
OUTSIDE = (14, 49.90, 19.90)


def report_numbers(features) -> set[str]:
    return {feature["properties"].get("number") for feature in features}


def test_a_click_reports_and_the_pin_is_there_without_a_reload(visit, service):
    lat, lon = 50.05712, 19.89304
    page = visit(at=(18, lat, lon))
    page.wait_for_map()
    page.page.evaluate("window.sameVisit = true")
    page.click_map()
    expect(page.page.locator("#place-name")).to_have_text("Dzielnica VII Zwierzyniec")
    page.write(*LAMP)
    page.send()
    number = page.number()
    expect(page.page.locator("#sent-district")).to_have_text("Dzielnica VII Zwierzyniec")
    expect(page.page.locator("#sent-category")).to_have_text("Latarnia nie świeci")
    assert number in report_numbers(service.tile_around(18, lat, lon))

    page.button("Gotowe").click()
    page.open_pin(page.middle())
    expect(page.page.locator("#case-heading")).to_have_text("Latarnia nie świeci")
    expect(page.page.locator("#case-number")).to_have_text(number)
    expect(page.page.locator("#case-status")).to_have_text("Przyjęte")
    assert page.page.evaluate("window.sameVisit") is True


def test_the_old_tiles_stay_until_the_new_ones_are_there(visit):
    page = visit(at=(16, 50.0614, 19.9372))
    page.wait_for_map()
    page.click_map()
    page.write(*LAMP)
    before = sum(page.pixels(f"--state-{state}") for state in STATES)
    held = []
    page.page.route("**/tiles/reports/**", lambda route: held.append(route))
    with page.page.expect_request("**/tiles/reports/**"):
        page.send()
    page.number()
    page.wait_for_map()
    assert sum(page.pixels(f"--state-{state}") for state in STATES) >= before > 0
    for route in held:
        route.continue_()
    page.page.unroute("**/tiles/reports/**")
    page.wait_for_pixels("--state-new", PIN_PIXELS, near=page.middle())


@pytest.mark.parametrize(
    ("category", "description", "field", "text"),
    [
        ("", "Dziura w jezdni", "category", "Wybierz kategorię."),
        ("road.pothole", "", "description", "Napisz w kilku słowach, co się stało."),
        ("road.pothole", "   ", "description", "Napisz w kilku słowach, co się stało."),
        ("road.pothole", "a" * 4001, "description", "Opis jest za długi, skróć go do 4000 znaków."),
    ],
)
def test_a_field_that_is_wrong_says_so_and_takes_the_focus(visit, category, description, field, text):
    page = visit(at=(16, 50.0614, 19.9372))
    page.wait_for_map()
    page.button("Zgłoś problem").click()
    page.button("Zgłoś tutaj").click()
    page.write(category, description)
    page.send()
    expect(page.page.locator(f"#{field}-error")).to_have_text(text)
    expect(page.page.locator(f"#{field}")).to_be_focused()
    expect(page.page.locator(f"#{field}")).to_have_attribute("aria-invalid", "true")
    expect(page.page.get_by_role("alert")).to_have_text("Popraw zaznaczone pola.")


def test_a_place_outside_the_city_is_refused_at_its_field(visit):
    page = visit(at=OUTSIDE, expect_failures=True)
    page.wait_for_map()
    page.click_map()
    expect(page.page.locator("#place-name")).to_have_text("Poza granicami Krakowa")
    page.write(*LAMP)
    with page.page.expect_response("**/api/v1/reports") as answer:
        page.send()
    assert answer.value.status == 422
    assert answer.value.headers["content-type"].startswith("application/problem+json")
    expect(page.page.get_by_role("alert")).to_have_text("Popraw zaznaczone pola.")
    expect(page.page.locator("#location-error")).to_contain_text("poza granicami miasta")
    expect(page.page.locator("#place")).to_be_focused()
    expect(page.page.locator("#description")).to_have_value(LAMP[1])


def test_a_busy_service_asks_to_try_again_and_then_takes_the_report(visit):
    page = visit(at=(17, 50.0421, 19.9587), expect_failures=True)
    page.wait_for_map()
    page.click_map()
    page.write(*LAMP)
    page.page.route(
        "**/api/v1/reports",
        lambda route: route.fulfill(status=503, content_type="application/problem+json", body="{}"),
    )
    page.send()
    expect(page.page.get_by_role("alert")).to_contain_text("spróbuj ponownie za moment")
    page.page.unroute("**/api/v1/reports")
    page.send()
    assert page.number()


def test_without_a_network_the_draft_waits_on_the_device(visit):
    page = visit(at=(17, 50.0733, 19.9931), expect_failures=True)
    page.wait_for_map()
    page.click_map()
    page.write(*LAMP)
    page.page.context.set_offline(True)
    page.send()
    expect(page.page.get_by_role("alert")).to_contain_text("Brak połączenia")
    page.page.context.set_offline(False)
    page.page.reload()
    page.wait_for_map()
    page.button("Wróć do niego").click()
    expect(page.page.locator("#category")).to_have_value(LAMP[0])
    expect(page.page.locator("#description")).to_have_value(LAMP[1])
    expect(page.page.locator("#place-name")).to_have_text("Dzielnica XIV Czyżyny")
    page.send()
    assert page.number()
    page.page.reload()
    expect(page.page.get_by_text("Masz niewysłane zgłoszenie.")).to_be_hidden()


def test_a_draft_can_be_thrown_away(visit):
    page = visit(at=(17, 50.0112, 19.9534))
    page.wait_for_map()
    page.click_map()
    page.write(*LAMP)
    page.page.locator("#report").get_by_role("button", name="Anuluj").click()
    page.button("Usuń").click()
    page.page.reload()
    expect(page.heading("Co wymaga naprawy w Twojej okolicy?")).to_be_visible()
    expect(page.button("Wróć do niego")).to_be_hidden()


def test_a_report_with_one_thumb_on_a_phone(visit):
    page = visit(at=(17, 50.0312, 19.9198), **PHONE)
    page.wait_for_map()
    page.button("Zgłoś problem").tap()
    expect(page.page.locator("#aim-place")).to_contain_text("50.0312")
    page.button("Zgłoś tutaj").tap()
    expect(page.page.locator("#place-coordinates")).to_contain_text("50.0312")
    page.write(*LAMP)
    page.page.locator("#send").tap()
    assert page.number()


def test_a_report_with_the_keyboard_alone(visit):
    page = visit(at=(16, 50.0614, 19.9372))
    # Reports like this one are joined by keyboard elsewhere.
    page.page.route("**/api/v1/duplicates", lambda route: route.fulfill(json={"candidates": []}))
    page.wait_for_map()
    keyboard = page.page.keyboard
    keyboard.press("Tab")
    expect(page.page.get_by_text("Przejdź do zgłaszania")).to_be_focused()
    keyboard.press("Enter")
    keyboard.press("Tab")
    expect(page.button("Zgłoś problem")).to_be_focused()
    keyboard.press("Enter")
    expect(page.heading("Wskaż miejsce")).to_be_focused()
    before = page.page.locator("#aim-place").inner_text()

    page.page.locator("#map").focus()
    keyboard.press("ArrowRight")
    expect(page.page.locator("#aim-place")).not_to_have_text(before)
    aimed = page.page.locator("#aim-place").inner_text()
    keyboard.press("Enter")
    expect(page.heading("Nowe zgłoszenie")).to_be_focused()
    expect(page.page.locator("#place-coordinates")).to_have_text(aimed.split(" · ")[1])

    for control in ("tel:112", "Zmień miejsce", "category"):
        keyboard.press("Tab")
    expect(page.page.locator("#category")).to_be_focused()
    keyboard.type("Dziura")
    expect(page.page.locator("#handling")).to_be_visible()
    for control in ("tel:112", "answer-danger", "answer-size", "Dlaczego?", "description"):
        keyboard.press("Tab")
    expect(page.page.locator("#description")).to_be_focused()
    keyboard.type("Głęboka dziura na środku pasa.")
    keyboard.press("Tab")
    keyboard.press("Enter")
    assert page.number()
    expect(page.page.locator("#sent-heading")).to_be_focused()


def test_a_place_by_its_coordinates(visit):
    page = visit()
    page.wait_for_map()
    page.button("Zgłoś problem").click()
    page.page.get_by_text("Wpisz współrzędne").click()
    field = page.page.get_by_label("Szerokość i długość geograficzna")
    field.fill("tam za rogiem")
    field.press("Enter")
    expect(page.page.locator("#coordinates-error")).to_have_text("Wpisz dwie liczby, na przykład 50.0614, 19.9372.")
    field.fill("50,0647 19,9450")
    field.press("Enter")
    expect(page.page.locator("#place-name")).to_have_text("Dzielnica I Stare Miasto")
    expect(page.page.locator("#place-coordinates")).to_contain_text("50.06470")


def test_my_position_moves_the_crosshair(visit):
    page = visit(permissions=["geolocation"], geolocation={"latitude": 50.0703, "longitude": 20.0378})
    page.wait_for_map()
    page.button("Zgłoś problem").click()
    page.button("Moja lokalizacja").click()
    expect(page.page.locator("#aim-place")).to_contain_text("50.0703")


def test_while_one_report_is_on_its_way_it_is_not_sent_twice(visit):
    page = visit(at=(17, 50.0891, 20.0012))
    page.wait_for_map()
    page.click_map()
    page.write(*LAMP)
    held = []
    page.page.route("**/api/v1/reports", lambda route: held.append(route))
    page.send()
    expect(page.page.locator("#send")).to_have_text("Wysyłanie…")
    page.page.locator("#report").evaluate("form => form.requestSubmit()")
    assert len(held) == 1
    held[0].continue_()
    assert page.number()
