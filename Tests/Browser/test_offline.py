"""Without a network: the form opens, the report waits on the device, and is sent once when the network is back."""

import re

import pytest
from playwright.sync_api import expect

from conftest import PHONE
from report_page import LAMP, ReportPage, at, form, wait_until, written
from service import ROOT
from axe import violations

PHOTO = ROOT / "Tests" / "Fixtures" / "photos" / "scene1.jpg"
SHELL = "async () => Boolean(await caches.match('/renewed-at'))"


def wait_for_service(page):
    """Waits until the service worker has all that the form needs."""
    wait_until(page.page, "async () => (await navigator.serviceWorker.ready).active.state === 'activated'")
    wait_until(page.page, SHELL)


def visited(visit, path="/report", **options) -> ReportPage:
    """The form, with a service worker that is ready."""
    page = form(visit, path, service_workers="allow", expect_failures=True, **options)
    wait_for_service(page)
    return page


def put_aside(visit, path, category=LAMP[0], description=LAMP[1]) -> ReportPage:
    """A report that was sent without a network, and waits for it in sight."""
    page = visited(visit, path)
    page.go_on("what")
    page.write(category, description)
    page.page.context.set_offline(True)
    page.send()
    expect(page.heading("Zgłoszenie czeka na sieć")).to_be_visible()
    return page


def numbers(service, lat, lon) -> set[str]:
    return {feature["properties"].get("number") for feature in service.tile_around(18, lat, lon)}


@pytest.mark.parametrize(("base", "heading"), [("", "Gdzie to jest?"), ("/en", "Where is it?")])
def test_the_form_opens_without_a_network_in_both_languages(visit, base, heading):
    page = visited(visit)
    page.page.context.set_offline(True)
    page.page.goto(f"{page.visited.address}{base}/report?lat=50.0614&lon=19.9372&category=road.light")
    expect(page.heading(heading)).to_be_visible()
    page.go_on("what")
    expect(page.page.locator("#category-chosen")).to_be_visible()
    expect(page.page.locator("#questions")).to_be_visible()


def test_the_form_of_an_idea_opens_without_a_network(visit):
    page = visited(visit)
    page.page.context.set_offline(True)
    page.page.goto(f"{page.visited.address}/report?kind=idea")
    expect(page.heading("Podziel się pomysłem")).to_be_visible()


@pytest.mark.parametrize("path", ["/", "/en/ideas", "/reports/KCK-2026-000001"])
def test_other_pages_say_that_there_is_no_network(visit, path):
    page = visited(visit)
    page.page.context.set_offline(True)
    page.page.goto(page.visited.address + path)
    expect(page.page.locator("body")).to_have_attribute("data-page", "offline")
    expect(page.page.locator("html")).to_have_attribute("lang", "en" if path.startswith("/en") else "pl")


def test_only_the_form_and_what_it_needs_is_kept(visit):
    page = visited(visit)
    kept = page.page.evaluate(
        """async () => {
          const [name] = await caches.keys();
          return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
        }"""
    )
    pages = [path for path in kept if not re.match("/assets/|/api/v1/(categories|areas)$|/renewed-at$", path)]
    assert sorted(set(pages)) == ["/en/offline", "/en/report", "/offline", "/report"]


def test_a_report_waits_for_the_network_and_is_sent_once(visit, service):
    lat, lon = 50.0951, 19.9921
    before = numbers(service, lat, lon)
    page = visited(visit, at(lat, lon), **PHONE)
    page.go_on("what")
    page.write(*LAMP)
    page.go_on("photos")
    page.page.set_input_files("#photos", PHOTO)
    expect(page.page.locator(".photo img")).to_be_visible()
    page.page.context.set_offline(True)
    page.send()
    expect(page.heading("Zgłoszenie czeka na sieć")).to_be_focused()
    assert violations(page) == []
    page.button("Spróbuj teraz").click()
    page.page.wait_for_timeout(500)
    page.page.context.set_offline(False)
    number = page.number()
    expect(page.page.locator("#sent-secret")).to_have_attribute("href", re.compile(f"/reports/{number}#secret="))
    page.page.wait_for_timeout(1_000)
    assert numbers(service, lat, lon) - before == {number}
    assert len(service.get(f"/api/v1/reports/{number}")["photos"]) == 1
    page.page.goto(page.visited.address + "/report")
    expect(page.page.locator("#outbox")).to_be_hidden()
    expect(page.page.locator("#mine-list")).to_contain_text(number)


def test_a_report_that_waits_aside_says_when_it_is_sent(visit):
    page = put_aside(visit, at(50.0941, 19.9881))
    page.button("Zgłoś coś innego").click()
    page.expect_step("where")
    expect(page.page.locator("#outbox")).to_contain_text("Latarnia nie świeci – czeka na sieć")
    page.page.context.set_offline(False)
    expect(page.page.locator("#arrived")).to_contain_text("zostało wysłane. Numer KCK-")
    expect(page.page.locator("#outbox")).to_be_hidden()
    expect(page.page.locator("#mine-count")).to_have_text("1")


def test_a_report_that_waited_through_a_closed_page_is_sent_and_listed(visit, service):
    lat, lon = 50.0961, 19.9981
    before = numbers(service, lat, lon)
    page = put_aside(visit, at(lat, lon))
    page.page.goto("about:blank")
    page.page.context.set_offline(False)
    page.page.goto(page.visited.address + "/report")
    expect(page.page.locator("#mine-count")).to_have_text("1")
    page.page.get_by_text("Twoje zgłoszenia z tego urządzenia").click()
    number = page.page.locator("#mine-list a").inner_text()
    assert numbers(service, lat, lon) - before == {number}


def test_a_lost_answer_makes_no_second_report(visit, service):
    lat, lon = 50.05951, 19.88904
    before = numbers(service, lat, lon)
    page = written(visit, at(lat, lon), *LAMP, expect_failures=True)
    lost = []

    def lose(route):
        lost.append(route.fetch().json()["number"])
        route.abort()

    page.page.route("**/api/v1/reports", lose)
    page.send()
    expect(page.heading("Zgłoszenie czeka na sieć")).to_be_visible()
    page.page.unroute("**/api/v1/reports")
    page.button("Spróbuj teraz").click()
    assert page.number() == lost[0]
    assert numbers(service, lat, lon) - before == {lost[0]}


def test_what_waits_can_be_edited_and_is_then_sent_as_it_is(visit):
    page = put_aside(visit, at(50.0971, 19.9861))
    page.button("Wróć do edycji").click()
    page.expect_step("summary")
    page.page.locator("#step-summary a[href='#step-what']").click()
    page.page.fill("#description", "Latarnia jednak tylko mruga.")
    page.page.context.set_offline(False)
    with page.page.expect_request("**/api/v1/reports") as sent:
        page.send()
    assert sent.value.post_data_json["description"] == "Latarnia jednak tylko mruga."
    page.number()
    expect(page.page.locator("#outbox")).to_be_hidden()


def test_a_refusal_of_what_waited_is_explained_and_can_be_mended(visit):
    page = put_aside(visit, at(50.0981, 19.9811), "road.light", "Czuję gaz przy latarni")
    page.page.goto("about:blank")
    page.page.context.set_offline(False)
    page.page.goto(page.visited.address + "/report")
    expect(page.page.locator("#outbox")).to_contain_text("nie udało się wysłać")
    page.button("Popraw i wyślij").click()
    page.expect_step("summary")
    expect(page.page.locator("#alarm a").first).to_have_attribute("href", re.compile("^tel:99"))
    page.button("Nikomu nic nie grozi – wyślij").click()
    assert page.number()
    expect(page.page.locator("#outbox")).to_be_hidden()


def test_where_nothing_can_be_kept_the_page_says_so_and_keeps_the_form(visit):
    page = form(visit, at(50.0991, 19.9761), expect_failures=True)
    page.page.add_init_script("Object.defineProperty(window, 'indexedDB', { value: undefined })")
    page.page.reload()
    page.go_on("what")
    page.write(*LAMP)
    page.page.context.set_offline(True)
    page.send()
    expect(page.page.locator("#report-problem")).to_contain_text("Nie zamykaj tej strony")
    page.page.context.set_offline(False)
    page.page.locator("#send").click()
    assert page.number()
