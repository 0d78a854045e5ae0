"""The map page: the map, a phone, changes as they happen, and everybody's ways to use it."""

import re

import pytest
from playwright.sync_api import expect

from axe import violations
from map_page import PIN_PIXELS
from map_ways import NARROW, SQUARE, STANDING, TILE_ZOOM, addresses, click_map, items, middle, open_report, report, wait_for_list


@pytest.fixture(scope="module")
def standing(service) -> str:
    """The number of the report at STANDING."""
    return report(service, *STANDING)


# The map


def test_the_page_opens_with_the_city_and_its_reports(visit):
    page = visit()
    page.wait_for_map()
    expect(page.page).to_have_title("Mapa zgłoszeń – Emapa Krakowa")
    expect(page.page.locator(".ol-attribution")).to_contain_text("Gmina Miejska Kraków, MSIP")
    assert page.pixels("--map-tint-1") > 10_000
    assert page.pixels("--map-border") > 500
    assert page.pixels("--map-cluster") > 1_000


def test_rivers_and_parks_lie_under_the_reports_and_name_their_source(visit):
    page = visit(at=(14, 50.055, 19.925))
    page.wait_for_map()
    assert page.pixels("--map-water") > 2_000
    assert page.pixels("--map-park") > 2_000
    credit = page.page.locator(".ol-attribution").get_by_role("link", name="© OpenStreetMap contributors")
    expect(credit).to_have_attribute("href", "https://www.openstreetmap.org/copyright")


def test_a_click_on_a_cluster_looks_closer(visit, service):
    clusters = [tile for tile in service.tile_around(TILE_ZOOM, *SQUARE) if "count" in tile["properties"]]
    lon, lat = max(clusters, key=lambda tile: tile["properties"]["count"])["geometry"]["coordinates"]
    page = visit(at=(TILE_ZOOM + 2, lat, lon))
    page.wait_for_map()
    click_map(page)
    expect(page.page).to_have_url(re.compile(rf"#{TILE_ZOOM + 4}/"))


def test_the_legend_explains_every_state(visit):
    page = visit()
    expect(page.page.locator("#legend li:visible")).to_have_text(
        [
            "Nowe",
            "W toku",
            "Załatwione",
            "Zamknięte inaczej",
            "12Kilka zgłoszeń obok siebie",
            "+3Tyle podobnych zgłoszeń",
        ]
    )


def test_the_map_turns_dark_with_the_device(visit):
    page = visit()
    page.wait_for_map()
    page.page.emulate_media(color_scheme="dark")
    page.wait_for_pixels("--map-tint-1", 10_000)
    page.wait_for_pixels("--map-cluster", 1_000)


def test_a_report_on_the_map_is_read_and_leads_to_its_page(visit, service):
    number = report(service, 50.07512, 19.98231)
    page = visit(at=(18, 50.07512, 19.98231))
    open_report(page)
    card = page.page.locator("#report-card")
    expect(card.get_by_role("heading")).to_have_text("Latarnia nie świeci")
    expect(card.get_by_role("heading")).to_be_focused()
    expect(card).to_contain_text("Przyjęte")
    expect(card).to_contain_text(number)
    expect(card).to_contain_text("Latarnia nie świeci.")
    expect(card.get_by_role("link", name="Zobacz sprawę")).to_have_attribute("href", f"/reports/{number}")
    assert "/report?lon=19.982" in card.get_by_role("link", name="Zgłoś tu inną").get_attribute("href")
    expect(page.page.locator(f"[data-number={number}]")).to_have_attribute("data-marked", "")
    page.page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(page.page.locator("#map")).to_be_focused()


def test_reports_at_one_place_are_read_one_after_the_other(visit, service):
    place = (50.07712, 19.98531)
    found = {report(service, *place), report(service, *place, "green.tree", "Drzewo pochyla się nad chodnikiem.")}
    page = visit(at=(18, *place))
    open_report(page)
    card = page.page.locator("#report-card")
    expect(card).to_contain_text("W tym miejscu: 1 z 2")
    read = {card.locator("#case-number").inner_text()}
    card.get_by_role("button", name="Następne").click()
    expect(card).to_contain_text("W tym miejscu: 2 z 2")
    assert read | {card.locator("#case-number").inner_text()} == found


def test_a_click_beside_all_reports_offers_to_report_there(visit):
    page = visit(at=(18, 50.04021, 19.85512))
    page.wait_for_map()
    click_map(page)
    card = page.page.locator("#place-card")
    expect(card).to_contain_text("Dzielnica")
    href = card.get_by_role("link", name="Zgłoś tutaj").get_attribute("href")
    lon, lat = map(float, re.fullmatch(r"/report\?lon=([\d.]+)&lat=([\d.]+)", href).groups())
    assert abs(lon - 19.85512) < 1e-4 and abs(lat - 50.04021) < 1e-4


def test_outside_the_city_nothing_can_be_reported(visit):
    page = visit(at=(15, 49.90, 19.90))
    page.wait_for_map()
    click_map(page)
    card = page.page.locator("#place-card")
    expect(card.get_by_role("heading")).to_have_text("Poza granicami Krakowa")
    expect(card.get_by_role("link", name="Zgłoś tutaj")).to_be_hidden()


def test_the_keyboard_alone_moves_the_map_and_reads_a_report(visit, service):
    place = (50.07912, 19.98831)
    number = report(service, *place)
    page = visit(at=(17, *place))
    page.wait_for_map()
    page.wait_for_pixels("--state-new", PIN_PIXELS, near=middle(page))
    page.page.locator("#map").focus()
    page.page.keyboard.press("Enter")
    expect(page.page.locator("#case-number")).to_have_text(number)
    page.page.keyboard.press("Escape")
    page.page.keyboard.press("ArrowRight")
    expect(page.page).not_to_have_url(re.compile(r"/19\.98831$"))
    page.page.keyboard.press("-")
    expect(page.page).to_have_url(re.compile(r"#16/"))
    page.page.keyboard.press("ArrowDown")
    page.wait_for_map()
    page.page.keyboard.press("Enter")
    expect(page.page.locator(".card:visible")).to_have_count(1)


def test_without_districts_and_landscape_the_map_still_shows_reports(visit):
    # The service worker would have them of its own.
    page = visit(at=(15, *SQUARE), expect_failures=True, service_workers="block")
    for part in ("**/tiles/areas/**", "**/api/v1/areas"):
        page.page.route(part, lambda route: route.abort())
    page.page.reload()
    page.wait_for_map()
    page.wait_for_pixels("--map-cluster", 100)
    expect(page.page.locator("#map-notice")).to_contain_text("granic dzielnic")


def test_without_the_map_library_the_list_is_there(visit):
    page = visit(expect_failures=True, service_workers="block")
    page.page.route("**/vendor/ol.js", lambda route: route.abort())
    page.page.reload()
    expect(page.page.locator("#map-loading")).to_contain_text("Nie udało się wczytać mapy")
    expect(items(page)).to_have_count(20)
    page.page.select_option("#filter-status", "closed")
    expect(page.page).to_have_url(re.compile(r"\?status=closed"))
    expect(items(page).first.locator("use[href$='#new']")).to_have_count(0)


# Changes as they happen


def test_a_new_report_appears_by_itself_on_the_map_and_in_the_list(visit, service):
    place = (50.02211, 19.90012)
    page = visit(at=(18, *place))
    page.wait_for_map()
    expect(page.page.locator("#live")).to_have_attribute("data-state", "live")
    number = report(service, *place)
    page.wait_for_pixels("--state-new", PIN_PIXELS, near=middle(page))
    expect(page.page.locator(f"[data-number={number}]")).to_be_visible()


def test_what_happened_before_the_page_could_listen_is_told(visit, service):
    place = (50.02311, 19.90412)
    page = visit("/about", service_workers="block")
    held = []
    page.page.route("**/events?*", lambda route: held.append(route))
    page.open("/", (18, *place))
    page.wait_for_map()
    number = report(service, *place)
    # By then everybody who listens has been told.
    page.page.wait_for_timeout(1_000)
    held[0].continue_()
    page.wait_for_pixels("--state-new", PIN_PIXELS, near=middle(page))
    expect(page.page.locator(f"[data-number={number}]")).to_be_visible()


def test_a_change_elsewhere_asks_for_no_tile_and_no_list(visit, service):
    page = visit(at=(17, *SQUARE))
    wait_for_list(page)
    expect(page.page.locator("#live")).to_have_attribute("data-state", "live")
    page.page.evaluate("""() => {
      const source = new EventSource("/events");
      window.heard = new Promise((done, fail) => {
        source.addEventListener("tiles", () => { source.close(); done(); });
        setTimeout(() => fail(new Error("no change was told")), 15_000);
      });
      return new Promise((done) => source.addEventListener("hello", done));
    }""")
    asked = []
    page.page.on("request", lambda request: asked.append(request.url))
    report(service, 50.07011, 20.07712)
    page.page.evaluate("() => window.heard.then(() => new Promise((done) => setTimeout(done, 3500)))")
    assert [url for url in asked if "/tiles/reports/" in url or "/list" in url] == []


def test_the_old_reports_stay_in_sight_until_the_new_tile_is_there(visit, service):
    place = (50.02811, 19.89412)
    report(service, *place)
    page = visit(at=(18, *place))
    page.wait_for_map()
    page.wait_for_pixels("--state-new", PIN_PIXELS, near=middle(page))
    expect(page.page.locator("#live")).to_have_attribute("data-state", "live")
    page.page.evaluate("""() => {
      window.fewest = Infinity;
      const canvas = [...document.querySelectorAll("#map canvas")].at(-1);
      const watch = () => {
        const [width, height] = [canvas.width, canvas.height];
        const { data } = canvas.getContext("2d").getImageData(width / 2 - 14, height / 2 - 14, 28, 28);
        let drawn = 0;
        for (let i = 3; i < data.length; i += 4) if (data[i] === 255) drawn += 1;
        window.fewest = Math.min(window.fewest, drawn);
        window.watching = requestAnimationFrame(watch);
      };
      watch();
    }""")
    held = []
    page.page.route(re.compile("/tiles/reports/"), lambda route: held.append(route))
    with page.page.expect_request(re.compile("/tiles/reports/")):
        report(service, place[0] + 0.0004, place[1] + 0.0004)
    page.page.evaluate("() => new Promise((done) => setTimeout(done, 500))")
    for route in held:
        route.continue_()
    page.page.evaluate("() => new Promise((done) => setTimeout(done, 1000))")
    assert page.page.evaluate("window.fewest") > PIN_PIXELS
    assert held


def test_a_quiet_refresh_keeps_the_focus_in_the_list(visit, service):
    place = (50.03111, 19.89112)
    first = report(service, *place)
    page = visit(at=(18, *place))
    page.wait_for_map()
    link = page.page.locator(f"[data-number={first}] .report-link")
    link.focus()
    expect(page.page.locator("#live")).to_have_attribute("data-state", "live")
    second = report(service, place[0] + 0.0003, place[1])
    expect(page.page.locator(f"[data-number={second}]")).to_be_visible()
    expect(link).to_be_focused()


# On a phone


def test_on_a_phone_the_map_the_list_and_the_filters_are_seen_one_at_a_time(visit):
    page = visit(**NARROW)
    page.wait_for_map()
    expect(page.page.locator("#map")).to_be_visible()
    expect(items(page).first).to_be_hidden()
    expect(page.page.locator("#legend ul:visible")).to_have_count(0)
    page.button("Lista").click()
    expect(items(page)).to_have_count(20)
    expect(items(page).first).to_be_visible()
    expect(page.page.locator("#map")).to_be_hidden()
    expect(page.button("Lista")).to_have_attribute("aria-pressed", "true")
    expect(page.page.locator("#results-heading")).to_be_focused()
    page.button("Filtry").click()
    expect(page.page.locator("#filter-category")).to_be_visible()
    page.page.select_option("#filter-category", "road.light")
    page.button("Pokaż na mapie").click()
    expect(page.page.locator("#map")).to_be_visible()
    expect(page.page.locator(".views .badge")).to_have_text("1")
    page.page.reload()
    expect(page.page.locator("#filter-category")).to_have_value("road.light")


def test_on_a_phone_the_view_is_there_again_after_a_report_was_read(visit):
    page = visit(**NARROW)
    page.wait_for_map()
    page.button("Lista").click()
    page.page.goto(page.address + "/about")
    page.page.go_back()
    expect(items(page).first).to_be_visible()


def test_on_a_phone_a_card_does_not_cover_what_it_is_about(visit, standing):
    page = visit(at=(18, STANDING[0] + 0.0006, STANDING[1]), **NARROW)
    page.wait_for_map()
    x, y = middle(page)
    pin = (x, y + 175)
    page.wait_for_pixels("--state-new", PIN_PIXELS, near=pin)
    page.page.mouse.click(*pin)
    card = page.page.locator("#report-card")
    expect(card).to_contain_text("Latarnia nie świeci.")
    page.wait_for_map()
    map_box, card_box = page.page.locator("#map").bounding_box(), card.bounding_box()
    assert card_box["y"] < pin[1] < card_box["y"] + card_box["height"]
    page.wait_for_pixels("--state-new", PIN_PIXELS, near=(x, (map_box["y"] + card_box["y"]) / 2))


@pytest.mark.parametrize("view", ["Mapa", "Lista", "Filtry"])
def test_on_a_phone_nothing_is_cut_off_and_everything_is_large_enough_for_a_thumb(visit, view):
    page = visit(**NARROW)
    page.wait_for_map()
    if view != "Mapa":
        page.button(view).click()
    assert page.page.evaluate("document.documentElement.scrollWidth") == 360
    small = page.page.evaluate(
        """() => [...document.querySelectorAll("main :is(button, summary, select, input, .actions a, .report-show)")]
          .filter((element) => element.checkVisibility({ checkVisibilityCSS: true }))
          .map((element) => [element.textContent.trim() || element.id, element.getBoundingClientRect()])
          .filter(([, box]) => box.height < 44)
          .map(([name]) => name)"""
    )
    assert small == []


# For everybody


@pytest.mark.parametrize("path", ["/", "/en/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", [{}, NARROW], ids=["desktop", "phone"])
def test_axe_is_content_with_the_map_page(visit, standing, path, scheme, device):
    page = visit(path, at=(18, *STANDING), color_scheme=scheme, **device)
    open_report(page)
    assert violations(page) == []
    page.page.keyboard.press("Escape")
    page.page.fill("#address", "rynek")
    expect(addresses(page).first).to_be_visible()
    assert violations(page) == []
    page.page.locator("#address").press("Escape")
    page.page.locator("#timeline summary").click()
    assert violations(page) == []
    if device:
        for view in ("list", "filters"):
            page.page.locator(f".views [data-show={view}]").click()
            assert violations(page) == []


def test_without_a_script_the_list_its_filters_and_its_pages_work(visit):
    page = visit(java_script_enabled=False)
    expect(items(page)).to_have_count(20)
    expect(page.page.locator("#map")).to_be_hidden()
    expect(page.page.get_by_role("link", name="Zgłoś problem").last).to_be_visible()
    page.page.select_option("#filter-category", "road.light")
    page.button("Filtruj").click()
    expect(page.page).to_have_url(re.compile(r"category=road\.light"))
    expect(page.page.locator("#list h3").filter(has_not_text="Latarnia nie świeci")).to_have_count(0)
    first = items(page).first.get_attribute("data-number")
    page.page.get_by_role("link", name="Pokaż starsze").click()
    expect(page.page).to_have_url(re.compile(r"category=road\.light.*page="))
    assert items(page).first.get_attribute("data-number") != first
    page.page.get_by_role("link", name="Wyczyść").click()
    expect(page.page).to_have_url(page.address + "/")
    expect(items(page).first.locator(".report-link")).to_have_attribute("href", re.compile(r"^/reports/KCK-"))


def test_the_english_page_is_english(visit):
    page = visit("/en/", at=(15, *SQUARE))
    page.wait_for_map()
    expect(page.heading("What is going on in your neighbourhood?")).to_be_visible()
    expect(page.page.locator("#results-count")).to_contain_text("in the list")
    expect(items(page).first.locator(".report-link")).to_have_attribute("href", re.compile(r"^/en/reports/KCK-"))
    page.page.get_by_role("link", name="Polski").click()
    expect(page.page).to_have_url(f"{page.address}/#15/50.06140/19.93720")
