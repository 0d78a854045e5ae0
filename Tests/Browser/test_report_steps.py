"""From a place to a number in steps: by thumb, by keyboard, without the map or a script, and what may go wrong."""

import json
import re

import pytest
from playwright.sync_api import expect

from conftest import PHONE
from photo_place import with_place
from report_page import LAMP, at, form, written
from service import ROOT
from axe import violations
from keyboard import tab_to

NARROW = {**PHONE, "viewport": {"width": 360, "height": 740}}
PHOTO = ROOT / "Tests" / "Fixtures" / "photos" / "scene1.jpg"
OUTSIDE = (49.90, 19.90)


def read(service, number) -> dict:
    return service.get(f"/api/v1/reports/{number}")


@pytest.mark.parametrize("device", [{}, NARROW], ids=["desktop", "phone"])
def test_a_report_in_steps_gets_a_number_a_secret_link_and_who_will_do_it_by_when(visit, service, device):
    lat, lon = 50.05712, 19.89304 + 0.003 * len(device)
    page = written(visit, at(lat, lon), *LAMP, **device)
    expect(page.page.locator("#handling")).to_contain_text("Zarząd Dróg Miasta Krakowa")
    expect(page.page.locator("#handling")).to_contain_text("Termin: 7 dni roboczych.")
    page.go_on("photos")
    page.page.set_input_files("#photos", PHOTO)
    expect(page.page.locator(".photo img")).to_be_visible()
    page.go_on("contact")
    page.page.fill("#email", "resident@example.org")
    page.page.get_by_label("Chcę dostawać wiadomości").check()
    page.go_on("summary")
    for words in ["Dzielnica VII Zwierzyniec", "Latarnia nie świeci", LAMP[1], "1 zdjęcie", "resident@example.org"]:
        expect(page.page.locator(".summary")).to_contain_text(words)
    page.send()
    number = page.number()
    expect(page.page.locator("#sent-heading")).to_be_focused()
    expect(page.page.locator("#sent-district")).to_have_text("Dzielnica VII Zwierzyniec")
    expect(page.page.locator("#sent-unit")).to_have_text("Zarząd Dróg Miasta Krakowa")
    expect(page.page.locator("#sent-why")).not_to_be_empty()
    expect(page.page.locator("#sent-deadline")).to_have_text(re.compile(r"^do \d+ \w+ 20\d\d$"))
    link = page.page.locator("#sent-secret").get_attribute("href")
    assert re.fullmatch(re.escape(f"{service.address}/reports/{number}#secret=") + r"[\w-]{22}", link)
    assert len(read(service, number)["photos"]) == 1


def test_the_secret_link_is_copied_and_drawn(visit):
    page = written(visit, at(50.0691, 19.9021), *LAMP, permissions=["clipboard-read", "clipboard-write"])
    page.send()
    page.number()
    page.button("Kopiuj").click()
    expect(page.page.locator("#secret-status")).to_have_text("Skopiowano link.")
    link = page.page.locator("#sent-secret").get_attribute("href")
    assert page.page.evaluate("navigator.clipboard.readText()") == link
    page.button("Kod QR").click()
    expect(page.page.locator("#secret-picture svg")).to_be_visible()


def test_a_tap_on_the_map_puts_the_pin_and_says_the_district(visit):
    page = form(visit, **NARROW)
    page.visited.wait_for_map()
    page.button("To tutaj").tap()
    expect(page.page.locator("#place-name")).to_have_text(re.compile("^Dzielnica [IVX]+ "))
    before = page.page.locator("#place-coordinates").inner_text()
    page.visited.wait_for_map()
    box = page.page.locator("#map").bounding_box()
    page.page.touchscreen.tap(box["x"] + 60, box["y"] + 60)
    expect(page.page.locator("#place-coordinates")).not_to_have_text(before)


def test_an_address_is_chosen_without_the_map(visit, service):
    page = form(visit)
    page.button("Nie mogę użyć mapy").click()
    expect(page.page.locator("#address")).to_be_focused()
    page.page.locator("#address").press_sequentially("rynek glowny")
    expect(page.page.locator("#address-list [role=option]").first).to_be_visible()
    page.page.keyboard.press("ArrowDown")
    page.page.keyboard.press("Enter")
    expect(page.page.locator("#place-name")).to_have_text("Dzielnica I Stare Miasto")
    page.page.keyboard.press("Enter")
    page.expect_step("what")
    page.write(*LAMP)
    page.send()
    assert "Rynek Główny" in read(service, page.number())["address"]


def test_words_that_name_no_place_say_so_and_a_known_name_is_taken(visit):
    page = form(visit)
    page.page.fill("#address", "xyzzyqwq")
    page.next()
    expect(page.page.locator("#address-error")).to_contain_text("Nie znamy takiego miejsca")
    expect(page.page.locator("#address")).to_be_focused()
    page.page.fill("#address", "")
    page.next()
    expect(page.page.locator("#address-error")).to_have_text("Wskaż miejsce na mapie albo wpisz adres.")


def test_a_place_by_its_coordinates(visit):
    page = form(visit)
    page.page.get_by_text("Wpisz współrzędne").click()
    page.page.fill("#lat", "tam")
    page.page.fill("#lon", "za rogiem")
    page.page.locator("#lon").blur()
    expect(page.page.locator("#coordinates-error")).to_have_text("Wpisz dwie liczby, na przykład 50.0614 i 19.9372.")
    page.page.fill("#lat", "50,0647 19,9450")
    page.page.locator("#lat").blur()
    expect(page.page.locator("#place-name")).to_have_text("Dzielnica I Stare Miasto")
    expect(page.page.locator("#place-coordinates")).to_contain_text("50.06470")


def test_my_position_is_the_place(visit):
    page = form(visit, permissions=["geolocation"], geolocation={"latitude": 50.0703, "longitude": 20.0378})
    page.button("Moja lokalizacja").click()
    expect(page.page.locator("#place-coordinates")).to_contain_text("50.07030")


def test_without_a_position_it_says_so(visit):
    page = form(visit)
    page.button("Moja lokalizacja").click()
    expect(page.page.locator("#where-problem")).to_contain_text("Nie udało się ustalić Twojej lokalizacji")


def test_a_photo_gives_its_place_and_leaves_it_behind(visit, service, tmp_path):
    photo = tmp_path / "here.jpg"
    photo.write_bytes(with_place(PHOTO.read_bytes(), 50.0702, 19.9405))
    page = form(visit)
    page.page.set_input_files("#place-photo", photo)
    expect(page.page.locator("#place-coordinates")).to_have_text("50.07020,\u00a019.94050")
    page.go_on("what")
    page.write(*LAMP)
    page.go_on("photos")
    expect(page.page.locator(".photo")).to_have_count(1)
    with page.page.expect_request("**/api/v1/reports") as sent:
        page.send()
    assert b"Exif" not in (sent.value.post_data_buffer or b"")
    assert len(read(service, page.number())["photos"]) == 1


def test_a_photo_from_elsewhere_offers_its_place(visit, tmp_path):
    photo = tmp_path / "elsewhere.jpg"
    photo.write_bytes(with_place(PHOTO.read_bytes(), 50.0702, 19.9405))
    page = written(visit, at(50.0711, 19.9405), *LAMP)
    page.go_on("photos")
    page.page.set_input_files("#photos", photo)
    expect(page.page.locator("#photo-place")).to_contain_text("około 100 metrów")
    page.button("Użyj tego miejsca").click()
    page.go_on("summary")
    page.page.locator("#step-summary a[href='#step-where']").click()
    expect(page.page.locator("#place-coordinates")).to_contain_text("50.07020")


def test_photos_are_five_at_most_and_can_be_taken_away(visit):
    page = written(visit, at(50.0711, 19.9305), *LAMP)
    page.go_on("photos")
    page.page.set_input_files("#photos", [PHOTO] * 6)
    expect(page.page.locator(".photo img")).to_have_count(5)
    expect(page.page.locator("#photo-error")).to_contain_text("najwyżej 5 zdjęć")
    expect(page.page.locator("#photo-add")).to_be_hidden()
    page.button("Usuń zdjęcie 2").click()
    expect(page.page.locator(".photo img")).to_have_count(4)
    expect(page.button("Usuń zdjęcie 2")).to_be_focused()


def test_a_large_photo_is_made_smaller_and_stands_upright(visit):
    page = form(visit, at(50.0711, 19.9305))
    size = page.page.evaluate(
        """async () => {
          const main = document.querySelector('script[src*="report/main.js"]').src;
          const { reduced } = await import(new URL("photos/reduce.js", main));
          const canvas = new OffscreenCanvas(4000, 3000);
          canvas.getContext("2d").fillRect(0, 0, 4000, 3000);
          const blob = await reduced(await canvas.convertToBlob({ type: "image/png" }));
          const { width, height } = await createImageBitmap(blob);
          return [width, height, blob.type];
        }"""
    )
    assert size == [2560, 1920, "image/jpeg"]


@pytest.mark.parametrize(
    ("path", "words", "shown"),
    [
        ("", "latrnia", "road.light"),
        ("", "śmieci", "waste.dump"),
        ("/en", "pothole", "road.pothole"),
        ("", "tree", "green.tree"),
    ],
)
def test_a_category_is_found_by_words_of_both_languages_with_a_slip_of_the_pen(visit, path, words, shown):
    page = form(visit, at(50.0617, 19.9373, path))
    page.go_on("what")
    page.page.fill("#category-search", words)
    expect(page.page.locator(".tile:has([value='road.winter'])")).to_be_hidden()
    expect(page.page.locator(f".tile:has([value='{shown}'])")).to_be_visible()
    expect(page.page.locator("#category-count")).not_to_be_empty()


def test_a_description_suggests_the_category(visit):
    page = form(visit, at(50.0617, 19.9373))
    page.go_on("what")
    page.page.fill("#description", "Powalone drzewo leży w poprzek chodnika")
    page.button("Powalone lub połamane drzewo").click()
    expect(page.page.locator("#category-chosen-name")).to_have_text("Powalone lub połamane drzewo")
    expect(page.page.locator("#suggestions")).to_be_hidden()
    expect(page.page.locator("#questions")).to_be_visible()


@pytest.mark.parametrize(
    ("category", "description", "field", "text", "focused"),
    [
        ("", "Dziura w jezdni", "category", "Wybierz, czego to dotyczy.", "category-search"),
        ("road.pothole", "   ", "description", "Napisz w kilku słowach, co się stało.", "description"),
        ("road.pothole", "a" * 4001, "description", "Opis jest za długi, skróć go do 4000 znaków.", "description"),
    ],
)
def test_a_field_that_is_wrong_says_so_and_takes_the_focus(visit, category, description, field, text, focused):
    page = form(visit, at(50.0614, 19.9372))
    page.go_on("what")
    page.page.fill("#description", description)
    if category:
        page.choose(category)
        # Who will do it is announced too, when that is known.
        expect(page.page.locator("#handling")).to_be_visible()
    page.next()
    expect(page.page.locator(f"#{field}-error")).to_have_text(text)
    expect(page.page.locator(f"#{focused}")).to_be_focused()
    expect(page.page.locator("#announcement")).to_have_text(text)
    page.expect_step("what")


def test_consents_need_an_address_and_an_address_needs_to_be_one(visit):
    page = written(visit, at(50.0614, 19.9372), *LAMP)
    page.go_on("contact")
    consent = page.page.get_by_label("Chcę dostawać wiadomości")
    expect(consent).to_be_disabled()
    page.page.fill("#email", "resident(at)example.org")
    consent.check()
    page.next()
    expect(page.page.locator("#email-error")).to_contain_text("To nie wygląda na adres e-mail")
    expect(page.page.locator("#email")).to_be_focused()
    page.page.fill("#email", "")
    expect(consent).not_to_be_checked()
    page.next()
    page.expect_step("summary")
    expect(page.page.locator("#summary-contact")).to_have_text("bez kontaktu, anonimowo")


def test_a_place_outside_the_city_is_refused_at_once(visit):
    page = form(visit, at(*OUTSIDE))
    expect(page.page.locator("#place-name")).to_have_text("Poza granicami Krakowa")
    page.next()
    expect(page.page.locator("#location-error")).to_contain_text("poza granicami Krakowa")
    page.expect_step("where")


def test_what_the_service_finds_wrong_is_shown_in_its_step(visit):
    page = written(visit, at(50.0614, 19.9372), *LAMP, expect_failures=True)
    error = {"pointer": "#/description", "code": "direction", "detail": "Niedozwolony znak."}
    problem = {"title": "Nie", "errors": [error]}
    page.page.route("**/api/v1/reports", lambda route: route.fulfill(status=422, json=problem))
    page.send()
    page.expect_step("what")
    expect(page.page.locator("#description-error")).to_have_text("Niedozwolony znak.")
    expect(page.page.locator("#description")).to_be_focused()


def test_the_browsers_back_goes_a_step_back(visit):
    page = written(visit, at(50.0614, 19.9372), *LAMP)
    page.go_on("contact")
    page.page.go_back()
    page.expect_step("photos")
    expect(page.page.locator("#photos-heading")).to_be_focused()
    page.back()
    page.expect_step("what")
    expect(page.page.locator("#description")).to_have_value(LAMP[1])
    page.page.go_forward()
    page.expect_step("photos")


def test_progress_says_where_one_is_and_leads_back_but_not_past_what_is_missing(visit):
    page = form(visit, at(50.0614, 19.9372))
    expect(page.page.locator("#progress-position")).to_have_text("Krok 1 z 5")
    page.page.get_by_role("link", name="Podsumowanie").click()
    page.expect_step("what")
    expect(page.page.locator("#description-error")).to_be_visible()
    page.write(*LAMP)
    page.page.get_by_role("link", name="Podsumowanie").click()
    page.expect_step("summary")
    page.page.locator("#progress").get_by_role("link", name="Miejsce").click()
    page.expect_step("where")


@pytest.mark.parametrize("device", [{}, NARROW], ids=["desktop", "phone"])
@pytest.mark.parametrize(("base", "district", "word"), [("", "Dzielnica", "dziura"), ("/en", "District", "pothole")])
def test_a_report_with_the_keyboard_alone(visit, base, district, word, device):
    page = form(visit, at(50.0654, 19.9272, base), **device)
    keyboard = page.page.keyboard
    # Reports like this one are joined by keyboard elsewhere.
    page.page.route("**/api/v1/duplicates", lambda route: route.fulfill(json={"candidates": []}))
    expect(page.page.locator("#place-name")).to_contain_text(district)
    tab_to(page.page.locator("#next"))
    keyboard.press("Enter")
    expect(page.page.locator("#what-heading")).to_be_focused()
    for control in ("tel:112", "description"):
        keyboard.press("Tab")
    expect(page.page.locator("#description")).to_be_focused()
    keyboard.type(f"Coś tu jest nie tak. {base} {len(device)}")
    keyboard.press("Tab")
    expect(page.page.locator("#category-search")).to_be_focused()
    keyboard.type(word)
    expect(page.page.locator(".tile:has([value='road.winter'])")).to_be_hidden()
    keyboard.press("Enter")
    focused = page.page.locator(":focus")
    expect(focused).to_have_attribute("name", "category")
    keyboard.press("Space")
    expect(focused).to_be_checked()
    keyboard.press("Enter")
    expect(page.page.locator("#category-change")).to_be_focused()
    tab_to(page.page.locator("#next"))
    for step in ("photos", "contact", "summary"):
        keyboard.press("Enter")
        expect(page.page.locator(f"#{step}-heading")).to_be_focused()
        tab_to(page.page.locator("#send" if step == "summary" else "#next"))
    keyboard.press("Enter")
    assert page.number()
    expect(page.page.locator("#sent-heading")).to_be_focused()


def test_a_busy_service_asks_to_try_again_and_then_takes_the_report(visit):
    page = written(visit, at(50.0421, 19.9587), *LAMP, expect_failures=True)
    page.page.route(
        "**/api/v1/reports",
        lambda route: route.fulfill(status=503, content_type="application/problem+json", body="{}"),
    )
    page.send()
    expect(page.page.locator("#report-problem")).to_contain_text("spróbuj ponownie za moment")
    page.page.unroute("**/api/v1/reports")
    page.page.locator("#send").click()
    assert page.number()


def test_while_one_report_is_on_its_way_it_is_not_sent_twice(visit):
    page = written(visit, at(50.0891, 20.0012), *LAMP)
    held = []
    page.page.route("**/api/v1/reports", lambda route: held.append(route))
    page.send()
    expect(page.page.locator("#send")).to_have_text("Wysyłanie…")
    page.page.locator("#report").evaluate("form => form.requestSubmit()")
    assert len(held) == 1
    held[0].continue_()
    assert page.number()


def test_a_draft_with_its_photo_waits_on_the_device_and_can_be_thrown_away(visit):
    page = written(visit, at(50.0733, 19.9931), *LAMP)
    page.go_on("photos")
    page.page.set_input_files("#photos", PHOTO)
    expect(page.page.locator(".photo img")).to_be_visible()
    page.go_on("contact")
    page.page.fill("#phone", "123456789")
    page.wait_for_draft("123456789")
    page.page.goto(page.visited.address + "/report")
    expect(page.page.get_by_text("Masz niewysłane zgłoszenie.")).to_be_visible()
    page.button("Wróć do niego").click()
    page.expect_step("contact")
    expect(page.page.locator("#phone")).to_have_value("123456789")
    page.go_on("summary")
    for words in ["Dzielnica XIV Czyżyny", LAMP[1], "1 zdjęcie"]:
        expect(page.page.locator(".summary")).to_contain_text(words)
    page.page.goto(page.visited.address + "/report")
    page.button("Usuń").click()
    expect(page.page.get_by_text("Masz niewysłane zgłoszenie.")).to_be_hidden()
    page.page.reload()
    page.expect_step("where")
    page.page.wait_for_timeout(300)
    expect(page.page.get_by_text("Masz niewysłane zgłoszenie.")).to_be_hidden()


def test_a_sent_report_is_on_this_devices_list_until_it_is_removed(visit):
    page = written(visit, at(50.0112, 19.9534), *LAMP)
    page.send()
    number = page.number()
    page.page.goto(page.visited.address + "/report")
    page.page.get_by_text("Twoje zgłoszenia z tego urządzenia").click()
    link = page.page.get_by_role("link", name=number)
    assert "#secret=" in link.get_attribute("href")
    page.button(f"Usuń zgłoszenie {number}").click()
    expect(page.page.get_by_text("Twoje zgłoszenia z tego urządzenia")).to_be_hidden()


def test_an_idea_chooses_among_the_groups_of_ideas(visit):
    page = form(visit, "/report?kind=idea&lat=50.0614&lon=19.9372")
    expect(page.heading("Podziel się pomysłem")).to_be_visible()
    page.go_on("what")
    expect(page.heading("Jaki masz pomysł?")).to_be_visible()
    page.write("idea.cycling", "Stojaki na rowery przy bibliotece")
    page.send()
    assert page.number()


def test_everything_works_without_a_script(visit, service):
    page = visit("/report", java_script_enabled=False, expect_failures=True).page
    page.get_by_label("Adres lub nazwa miejsca").fill("Rynek Główny 1")
    page.get_by_label("Opis").fill("Latarnia nie świeci.")
    page.get_by_role("button", name="Wyślij zgłoszenie").click()
    summary = page.locator("#errors")
    expect(summary).to_contain_text("Wybierz, czego dotyczy zgłoszenie.")
    summary.get_by_role("link").first.click()
    assert page.url.endswith("#category")
    page.locator(".tile:has([value='road.light'])").click()
    page.get_by_role("button", name="Pokaż pytania o tę sprawę").click()
    page.locator("#answer-lamp_number").fill("12/7")
    page.set_input_files("#photos", PHOTO)
    page.get_by_role("button", name="Wyślij zgłoszenie").click()
    expect(page.get_by_role("heading", name="Dziękujemy, przyjęte!")).to_be_visible()
    number = page.locator(".receipt .number").inner_text()
    assert f"/reports/{number}#secret=" in page.locator(".secret-link a").get_attribute("href")
    assert len(read(service, number)["photos"]) == 1


def test_danger_is_said_without_a_script_too(visit):
    page = visit(at(50.0614, 19.9372), java_script_enabled=False, expect_failures=True).page
    page.get_by_label("Opis").fill("Czuję gaz przy latarni")
    page.locator(".tile:has([value='road.light'])").click()
    page.get_by_role("button", name="Wyślij zgłoszenie").click()
    expect(page.locator("#danger a")).to_have_attribute("href", re.compile("^tel:99"))
    page.get_by_role("button", name="Nikomu nic nie grozi – wyślij").click()
    expect(page.get_by_role("heading", name="Dziękujemy, przyjęte!")).to_be_visible()


def test_the_secret_is_in_no_request(visit):
    page = written(visit, at(50.0132, 19.9634), *LAMP)
    asked = []
    page.page.context.on("request", lambda request: asked.append(request.url))
    with page.page.expect_response("**/api/v1/reports") as answer:
        page.send()
    secret = json.loads(answer.value.text())["secret"]
    page.number()
    page.button("Kod QR").click()
    page.page.locator("#sent-case").click()
    page.page.wait_for_load_state()
    assert not any(secret in url for url in asked)


@pytest.mark.parametrize("base", ["", "/en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", [{}, NARROW], ids=["desktop", "phone"])
def test_axe_is_content_and_nothing_is_cut_off_in_every_step(visit, base, scheme, device, screenshots):
    width = device.get("viewport", {"width": 1280})["width"]
    page = form(visit, at(50.0553, 19.9741, base), color_scheme=scheme, **device)
    name = f"report-{'phone' if device else 'desktop'}-{'en' if base else 'pl'}-{scheme}"

    def look(step):
        page.visited.wait_for_map()
        page.page.screenshot(path=screenshots / f"{name}-{step}.png", full_page=True)
        assert violations(page) == []
        assert page.page.evaluate("document.documentElement.scrollWidth") == width
        small = page.page.evaluate(
            """() => [...document.querySelector("main").querySelectorAll(
                "button, summary, select, textarea, .tile, .file-button, .consent, .choice")]
              .filter((element) => element.checkVisibility() && !element.closest(".ol-control"))
              .filter((element) => element.getBoundingClientRect().height < 44)
              .map((element) => element.outerHTML.slice(0, 80))"""
        )
        assert small == []

    expect(page.page.locator("#place")).to_be_visible()
    look("1-where")
    page.next()
    page.expect_step("what")
    page.next()
    expect(page.page.locator("#description-error")).to_be_visible()
    look("2-what-wrong")
    page.write(*LAMP)
    expect(page.page.locator("#handling")).to_be_visible()
    look("2-what")
    page.next()
    page.page.set_input_files("#photos", PHOTO)
    expect(page.page.locator(".photo img")).to_be_visible()
    look("3-photos")
    page.next()
    look("4-contact")
    page.next()
    look("5-summary")
    page.send()
    page.number()
    page.page.locator("#secret-qr").click()
    look("6-sent")
