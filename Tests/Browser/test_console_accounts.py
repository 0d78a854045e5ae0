"""Accounts of the console in a real browser: signing in, the first sign-in with codes, what administrators do."""

import re
import urllib.error
import urllib.parse
import urllib.request

import pytest
from playwright.sync_api import expect

import authenticator
from axe import violations
from console import PASSWORD, add, fill, sign_in
from keyboard import tab_to
from service import Service
from test_portal_access import NAMELESS

WIDTHS = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1280, "height": 800}}
GIVEN = re.compile(r"[a-z2-7]{4}(-[a-z2-7]{4}){3}")
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def service():
    with Service(reports=0) as running:
        add(running, "root", "administrator", "--name", "Rita Root")
        add(running, "anna", "consultant", "--name", "Anna Nowak")
        yield running


@pytest.fixture
def console(visit):
    """Opens a page of the console in a Polish browser."""
    return lambda path="/dispatch/sign-in", **options: visit(path, locale="pl-PL", **options)


@pytest.fixture
def refused_console(console):
    """The same where refusals are wanted: the browser tells each answer of 4xx as an error."""
    return lambda **options: console(expect_failures=True, **options)


def test_an_administrator_adds_a_dispatcher_who_signs_in_for_the_first_time(
    console, refused_console, screenshots
):
    administrator = console()
    sign_in(administrator, "root", path="/dispatch/staff")
    page = administrator.page
    tab_to(page.get_by_role("link", name="Dodaj konto"))
    page.keyboard.press("Enter")
    fill(administrator, "Nazwa konta", "jan.kowal")
    fill(administrator, "Imię i nazwisko", "Jan Kowal")
    tab_to(page.get_by_label("Rola"))
    page.keyboard.type("dysp")
    tab_to(page.get_by_label("Jednostka"))
    page.keyboard.type("ZDMK")
    tab_to(page.get_by_role("button", name="Załóż konto"))
    page.keyboard.press("Enter")
    password = page.locator("#given-password").text_content()
    assert GIVEN.fullmatch(password)
    assert violations(page) == []
    page.screenshot(path=screenshots / "console-given.png")
    page.get_by_role("link", name="Do listy kont").press("Enter")
    row = page.get_by_role("row", name="jan.kowal")
    expect(row).to_contain_text("dyspozytor")
    expect(row).to_contain_text("ZDMK")
    expect(row).to_contain_text("czeka na własne hasło")

    dispatcher = refused_console()
    sign_in(dispatcher, "jan.kowal", password)
    page = dispatcher.page
    expect(page.get_by_role("heading", name="Własne hasło")).to_be_visible()
    page.screenshot(path=screenshots / "console-password.png")
    own = "sześć żółtych parasoli"
    fill(dispatcher, "Nowe hasło", own)
    fill(dispatcher, "Nowe hasło jeszcze raz", own)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Kody jednorazowe")).to_be_visible()
    expect(page.locator("#code-picture svg")).to_be_visible()
    assert violations(page) == []
    page.screenshot(path=screenshots / "console-codes.png", full_page=True)
    secret = page.locator("code.secret").text_content()
    address = page.locator("#code-picture").get_attribute("data-address")
    assert urllib.parse.parse_qs(urllib.parse.urlsplit(address).query)["secret"] == [secret.replace(" ", "")]
    step = authenticator.now()
    fill(dispatcher, "Kod z aplikacji", authenticator.code(secret, step))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Kolejka")).to_be_visible()
    expect(page.locator(".bar-who")).to_contain_text("dyspozytor, ZDMK")
    expect(page.get_by_role("link", name="Konta")).to_have_count(0)

    tab_to(page.get_by_role("button", name="Wyloguj"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Wylogowano.")
    sign_in(dispatcher, "jan.kowal", own)
    expect(page.get_by_role("heading", name="Kod jednorazowy")).to_be_visible()
    page.screenshot(path=screenshots / "console-code.png")
    fill(dispatcher, "Kod z aplikacji", authenticator.code(secret, step))
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("nie pasuje albo został już użyty")
    fill(dispatcher, "Kod z aplikacji", authenticator.code(secret, step + 1))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Kolejka")).to_be_visible()


def test_a_wrong_password_says_no_more_than_that(refused_console, screenshots):
    page = refused_console()
    for login, password in [("anna", "wrong"), ("nobody", PASSWORD)]:
        sign_in(page, login, password)
        expect(page.page.get_by_role("alert")).to_contain_text("Nazwa lub hasło się nie zgadza.")
        expect(page.page.get_by_label("Nazwa konta")).to_have_value(login)
        expect(page.page.get_by_label("Hasło")).to_have_value("")
    page.page.screenshot(path=screenshots / "console-refused.png")
    assert violations(page) == []


def test_the_way_leads_back_to_where_one_wanted_to_go(console):
    page = console()
    sign_in(page, "root", path="/dispatch/audit?what=account_added")
    assert page.page.url.endswith("/dispatch/audit?what=account_added")
    expect(page.page.get_by_label("Zdarzenie")).to_have_value("account_added")


def test_one_ends_another_session_of_oneself(console):
    first, second = console(), console()
    sign_in(first, "anna")
    sign_in(second, "anna", path="/dispatch/account")
    others = second.page.get_by_role("button", name="Zakończ sesję:")
    expect(others.first).to_be_visible()
    tab_to(second.page.get_by_role("button", name="Zakończ wszystkie inne"))
    second.page.keyboard.press("Enter")
    expect(second.page.get_by_role("status")).to_have_text("Wszystkie inne sesje są zakończone.")
    expect(others).to_have_count(0)
    first.open("/dispatch/account")
    expect(first.page.get_by_role("heading", name="Logowanie")).to_be_visible()


PAGES = ["/dispatch/", "/dispatch/account", "/dispatch/account/codes", "/dispatch/staff", "/dispatch/staff/new",
         "/dispatch/staff/2", "/dispatch/audit", "/dispatch/no-such-page"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["pl", "en"])
def test_everybody_can_use_every_page(refused_console, service, screenshots, width, scheme, language):
    name = f"access-{width}-{scheme}-{language}"
    add(service, name, "administrator", "--language", language)
    page = refused_console(viewport=WIDTHS[width], color_scheme=scheme)
    found = [f"sign-in: {violation}" for violation in violations(page)]
    page.page.screenshot(path=screenshots / f"console-{width}-{scheme}-{language}-signin.png")
    sign_in(page, name)
    for path in PAGES:
        page.open(path)
        page.page.wait_for_load_state("load")
        found += [f"{path}: {violation}" for violation in violations(page)]
        found += [f"{path}: nameless {control}" for control in page.page.evaluate(NAMELESS)]
        if page.page.evaluate(OVERFLOW) > 0:
            found.append(f"{path}: is wider than the window")
        title = path.strip("/").replace("/", "-")
        page.page.screenshot(path=screenshots / f"console-{width}-{scheme}-{language}-{title}.png", full_page=True)
    assert found == []
    assert page.foreign_requests == []


def test_all_of_it_works_without_scripts(console):
    page = console(java_script_enabled=False)
    page.page.get_by_label("Nazwa konta").fill("anna")
    page.page.get_by_label("Hasło").fill(PASSWORD)
    page.page.get_by_role("button", name="Zaloguj").click()
    expect(page.page.get_by_role("heading", name="Kolejka")).to_be_visible()
    page.open("/dispatch/account")
    page.page.get_by_label("Imię i nazwisko").fill("Anna Nowak-Nowak")
    page.page.get_by_role("button", name="Zapisz").click()
    expect(page.page.get_by_role("status")).to_have_text("Zapisano.")
    page.open("/dispatch/account/codes")
    expect(page.page.locator("code.secret")).to_have_text(re.compile(r"[A-Z2-7]{4}( [A-Z2-7]{4}){7}"))
    page.page.get_by_role("button", name="Wyloguj").click()
    expect(page.page.get_by_role("status")).to_have_text("Wylogowano.")


def test_the_cookie_is_tied_to_the_host_where_clients_come_by_https(service):
    """Behind a proxy that ends TLS the name says that browsers take the cookie over https and from this host alone."""
    options = ["--public-url", "https://emapa.example"]
    with Service(reports=0, options=options) as behind:
        add(behind, "anna", "consultant")
        form = urllib.parse.urlencode({"login": "anna", "password": PASSWORD}).encode()
        request = urllib.request.Request(
            behind.address + "/dispatch/sign-in",
            form,
            {"Host": "emapa.example", "Origin": "https://emapa.example", "X-Forwarded-Proto": "https"},
        )
        opener = urllib.request.build_opener(NoRedirect())
        with pytest.raises(urllib.error.HTTPError) as answer:
            opener.open(request, timeout=15)
        with answer.value as redirect:
            assert redirect.code == 303
            cookie = redirect.headers["Set-Cookie"]
        assert re.fullmatch(r"__Host-emapa-staff=[\w-]{43}; Path=/; HttpOnly; SameSite=Lax; Secure", cookie)


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def test_commands_make_list_disable_and_enable(service):
    done = service.run("staff", "add", "marek", "--role", "dispatcher", "--unit", "MPO", "--language", "en")
    assert done.returncode == 0, done.stderr
    password = done.stdout.splitlines()[-1]
    assert GIVEN.fullmatch(password)
    assert password not in done.stderr

    def row():
        listed = service.run("staff", "list")
        assert listed.returncode == 0 and password not in listed.stdout
        return next(line.split("\t") for line in listed.stdout.splitlines() if line.startswith("marek\t"))

    assert row()[1:6] == ["dispatcher", "MPO", "en", "due", "given"]
    assert service.run("staff", "disable", "marek").returncode == 0
    assert row()[7] != "-"
    assert service.run("staff", "enable", "marek").returncode == 0
    assert row()[7] == "-"
    again = service.run("staff", "reset-password", "marek", "--without-code")
    assert GIVEN.fullmatch(again.stdout.splitlines()[-1]) and again.stdout.splitlines()[-1] != password
    for words in [
        ["add", "marek", "--role", "editor"], ["add", "x", "--role", "editor"], ["add", "other", "--role", "boss"],
        ["add", "other", "--role", "dispatcher"], ["add", "other", "--role", "dispatcher", "--unit", "NONE"],
        ["add", "other", "--role", "editor", "--unit", "MPO"], ["disable", "nobody"], ["reset-password", "nobody"],
    ]:
        refused = service.run("staff", *words)
        assert refused.returncode != 0 and "emapa: " in refused.stderr, words
