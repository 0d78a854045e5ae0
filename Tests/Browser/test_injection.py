"""A script in every field is a text on every page."""

import json
import urllib.parse
import urllib.request

from playwright.sync_api import expect

from portal_pages import LANGUAGES, send

SCRIPT = "</textarea></script>\"'><script>window.ran = 1</script><img src=x onerror='window.ran = 1'><svg onload='window.ran = 1'>"
PLACE = {"lon": 19.8642, "lat": 50.0712}
LOOK = f"#18/{PLACE['lat']}/{PLACE['lon']}"


def post(service, path, body, secret=None):
    headers = {"Content-Type": "application/json"}
    if secret:
        headers["Authorization"] = f"Bearer {secret}"
    request = urllib.request.Request(service.address + path, data=json.dumps(body).encode(), headers=headers)
    with urllib.request.urlopen(request, timeout=15) as answer:
        return answer.status


def ran(page):
    return page.page.evaluate("() => window.ran ?? 0")


def test_what_strangers_write_is_shown_and_never_run(visit, service):
    sent = send(service, description=f"Opis {SCRIPT}", address=f"Adres {SCRIPT}"[:300], location=PLACE)
    idea = send(service, category="idea.sport", description=f"Pomysł {SCRIPT}", location=PLACE)
    number, secret = sent["number"], sent["secret"]
    assert post(service, f"/api/v1/reports/{number}/comments", {"text": f"Komentarz {SCRIPT}"}) == 200
    assert post(service, f"/api/v1/reports/{number}/comments", {"text": f"Odpowiedź {SCRIPT}"}, secret) == 200
    page = visit("/about", expect_failures=True)
    for base in LANGUAGES.values():
        for path in (
            f"/reports/{number}", f"/reports/{idea['number']}", f"/reports/{number}#secret={secret}", "/ideas", "/",
            f"/{LOOK}", "/?status=all", f"/report?lon={PLACE['lon']}&lat={PLACE['lat']}&category=road.pothole", "/list",
        ):
            page.open("/about")
            page.open(base + path)
            page.page.wait_for_load_state("load")
            if page.page.locator("#map").count():
                page.wait_for_map()
            assert ran(page) == 0, path
    page.open(f"/reports/{number}")
    expect(page.page.locator("main")).to_contain_text("<script>window.ran = 1</script>")


def test_what_an_address_says_is_shown_and_never_run(visit):
    page = visit("/about", expect_failures=True)
    for path in ("/", "/ideas", "/report", "/list", "/reports.atom"):
        for name in ("q", "category", "district", "status", "from", "to", "at", "kind", "page", "lon", "lat"):
            query = urllib.parse.urlencode({name: SCRIPT})
            page.open(f"{path}?{query}")
            assert ran(page) == 0, f"{path} {name}"
    for fragment in (SCRIPT, f"secret={SCRIPT}", f"17/{SCRIPT}/1"):
        page.open("/about")
        page.open("/#" + fragment)
        page.page.wait_for_timeout(200)
        assert ran(page) == 0


def test_no_page_sets_a_cookie_or_asks_another_origin(visit, service):
    number = send(service, location={"lon": 19.8647, "lat": 50.0747})["number"]
    page = visit("/")
    page.wait_for_map()
    for path in ("/report", f"/reports/{number}", "/ideas", "/about", "/help", "/privacy", "/accessibility"):
        page.open(path)
        page.page.wait_for_load_state("load")
    assert page.page.context.cookies() == []
    assert page.page.evaluate("() => document.cookie") == ""
    assert page.foreign_requests == []


def test_a_form_on_another_site_sends_nothing(browser, service):
    before = service.get("/api/v1/reports?limit=1")["reports"][0]["number"]
    foreign = f"""<form method=post action="{service.address}/report"><input name=category value=road.pothole>
        <input name=description value="Podrzucone zgłoszenie"><input name=lat value=50.05><input name=lon value=19.93></form>
        <script>document.forms[0].submit()</script>"""
    context = browser.new_context()
    page = context.new_page()
    page.route("http://another.example/", lambda route: route.fulfill(content_type="text/html", body=foreign))
    with page.expect_response("**/report") as told:
        page.goto("http://another.example/")
    assert told.value.status == 403
    context.close()
    assert service.get("/api/v1/reports?limit=1")["reports"][0]["number"] == before
