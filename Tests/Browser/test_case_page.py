"""The page of a case: what everybody sees and can do, and what its sender can with the secret link."""

import re
import urllib.request

import pytest
from playwright.sync_api import expect

from axe import violations
from keyboard import tab_to
from portal_pages import send
from service import ANSWER_SECONDS, ROOT
from unit_staff import Staff

PHOTOS = [ROOT / "Tests" / "Fixtures" / "photos" / f"scene{n}.jpg" for n in (1, 2)]
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
SIZES = [{}, PHONE]
PRIVATE = "Dziura przy szkole, mój telefon: 601 234 567."
PLACES = ((19.8630 + 0.004 * (n % 9), 50.0102 + 0.003 * (n // 9)) for n in range(1_000))
HAVE_CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


@pytest.fixture(scope="module")
def staff(service):
    return Staff(service)


@pytest.fixture
def report(service):
    """A report of its own for each test, far from the others: nobody else changes it."""
    lon, lat = next(PLACES)
    return send(service, description=PRIVATE, location={"lon": lon, "lat": lat})


def open_case(visit, report, **options):
    """Opens a report as everybody sees it, and waits for the script."""
    page = visit(f"/reports/{report['number']}", **options).page
    expect(page.locator("time[data-aged]").first).to_be_attached()
    return page


def open_own(visit, report, base="", **options):
    """Opens a report with its secret link, and waits until the page knows its sender."""
    page = visit(f"{base}/reports/{report['number']}#secret={report['secret']}", **options)
    expect(page.page.locator("#own-heading")).to_be_visible()
    return page.page


def unfold(page, part):
    page.locator(f".own [data-part={part}] > summary").click()
    return page.locator(f".own [data-part={part}]")


def said(page):
    return page.locator(".own > [data-answer]")


def add_photo(service, report, photo):
    boundary = "emapa-photo"
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
    request = urllib.request.Request(
        f"{service.address}/api/v1/reports/{report['number']}/photos",
        head.encode() + photo.read_bytes() + f"\r\n--{boundary}--\r\n".encode(),
        {"Content-Type": f"multipart/form-data; boundary={boundary}", "Authorization": f"Bearer {report['secret']}"},
    )
    with urllib.request.urlopen(request, timeout=ANSWER_SECONDS) as answer:
        assert answer.status == 200


def test_everybody_sees_what_it_is_and_how_it_stands(visit, report, staff):
    staff.step(report["number"], "assigned")
    staff.step(report["number"], "in_progress", "Ekipa przyjedzie w środę.")
    page = open_case(visit, report)
    expect(page.locator("h1")).to_have_text("Dziura w jezdni")
    expect(page.locator(".case-status")).to_contain_text("W realizacji")
    expect(page.locator(".case-words")).to_contain_text("Dziura przy szkole, mój telefon: [tel.].")
    expect(page.locator(".case-unit")).to_contain_text("Zarząd Dróg Miasta Krakowa")
    expect(page.locator("[data-deadline=due]").last).to_contain_text("jest czas")
    expect(page.locator(".case-history li")).to_have_count(3)
    expect(page.locator(".case-history li").last).to_contain_text("Ekipa przyjedzie w środę.")
    expect(page.locator(".locator-dot")).to_be_visible()
    expect(page.locator("time").first).to_contain_text("(dzisiaj)")


def test_me_too_is_counted_without_a_reload(visit, report, service):
    page = open_case(visit, report)
    page.get_by_role("button", name="Mnie też to dotyczy").click()
    expect(page.locator(".case-support [role=status]")).to_have_text("Dziękujemy! Twój głos jest już policzony.")
    expect(page.locator(".case-supporters")).to_contain_text("Problem zgłasza też 1 osoba.")
    assert service.get(f"/api/v1/reports/{report['number']}")["supporters"] == 1
    page.reload()
    page.get_by_role("button", name="Mnie też to dotyczy").click()
    expect(page.locator(".case-support [role=status]")).not_to_be_empty()
    assert service.get(f"/api/v1/reports/{report['number']}")["supporters"] == 1


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
@pytest.mark.parametrize(
    ("base", "voice", "followed"),
    [("", "Mnie też to dotyczy", "Gotowe. Damy znać"), ("/en", "It affects me too", "Done. We will let you know")],
)
def test_a_case_is_supported_and_followed_by_the_keyboard_alone(
    visit, service, report, base, voice, followed, size
):
    page = visit(f"{base}/reports/{report['number']}", **size).page
    keyboard = page.keyboard
    tab_to(page.get_by_role("button", name=voice))
    keyboard.press("Enter")
    expect(page.locator(".case-support [role=status]")).not_to_be_empty()
    assert service.get(f"/api/v1/reports/{report['number']}")["supporters"] == 1
    tab_to(page.locator("#follow [name=email]"))
    keyboard.type("resident@example.org")
    tab_to(page.locator("#follow [name=consent_email]"))
    keyboard.press("Space")
    tab_to(page.locator("#follow button"))
    keyboard.press("Enter")
    expect(page.locator("#follow [role=status]")).to_contain_text(followed)


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
@pytest.mark.parametrize("base", ["", "/en"])
def test_the_sender_adds_words_by_the_keyboard_alone(visit, report, base, size):
    page = open_own(visit, report, base, **size)
    tab_to(page.locator(".own [data-part=comment] > summary"))
    page.keyboard.press("Enter")
    tab_to(page.locator(".own [data-part=comment] textarea"))
    page.keyboard.type("Dziura jest już większa.")
    tab_to(page.locator(".own [data-part=comment] button"))
    page.keyboard.press("Enter")
    expect(page.locator(".case-history li").last).to_contain_text("Dziura jest już większa.")


def test_following_asks_for_an_address_and_a_consent(visit, report):
    page = open_case(visit, report)
    button = page.get_by_role("button", name="Powiadom mnie")
    trouble = page.locator("#follow [role=alert]")
    button.click()
    expect(trouble).to_have_text("Podaj e-mail albo numer telefonu.")
    expect(page.get_by_label("E-mail", exact=True)).to_be_focused()
    page.get_by_label("E-mail", exact=True).fill("resident@example.org")
    button.click()
    expect(trouble).to_have_text("Zaznacz zgodę, bez niej nie możemy napisać.")
    page.get_by_label("Zgadzam się na e-mail").check()
    button.click()
    expect(page.locator("#follow [role=status]")).to_have_text("Gotowe. Damy znać, gdy sprawa się zakończy.")
    expect(page.get_by_label("E-mail", exact=True)).to_have_value("")


def test_a_report_is_shared_by_its_address_and_a_code(visit, report):
    page = visit(f"/reports/{report['number']}#secret={report['secret']}", **HAVE_CLIPBOARD)
    address = f"{page.address}/reports/{report['number']}"
    expect(page.page.locator("#own-heading")).to_be_visible()
    page.button("Udostępnij").click()
    dialog = page.page.get_by_role("dialog", name="Udostępnij zgłoszenie")
    expect(dialog.get_by_role("img", name="Kod QR z adresem")).to_be_visible()
    dialog.get_by_role("button", name="Kopiuj adres").click()
    expect(dialog.get_by_role("status")).to_have_text("Adres skopiowany.")
    assert page.page.evaluate("navigator.clipboard.readText()") == address
    assert violations(page.page) == []
    page.page.keyboard.press("Escape")
    expect(page.button("Udostępnij")).to_be_focused()


def test_photos_are_turned_over_by_the_keyboard(visit, report, service):
    for photo in PHOTOS:
        add_photo(service, report, photo)
    page = open_case(visit, report)
    page.locator("a[data-photo]").first.focus()
    page.keyboard.press("Enter")
    viewer = page.get_by_role("dialog", name="Zdjęcia ze zgłoszenia")
    expect(viewer.get_by_role("status")).to_have_text("Zdjęcie 1 z 2")
    expect(viewer.get_by_role("img")).to_have_attribute("alt", "Zdjęcie 1 ze zgłoszenia: Dziura w jezdni")
    page.keyboard.press("ArrowRight")
    expect(viewer.get_by_role("status")).to_have_text("Zdjęcie 2 z 2")
    page.keyboard.press("ArrowRight")
    expect(viewer.get_by_role("status")).to_have_text("Zdjęcie 1 z 2")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("a[data-photo]").first).to_be_focused()


@pytest.mark.parametrize("size", SIZES, ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("base", ["", "/en"])
def test_axe_is_content_with_the_tools_of_the_sender(visit, report, base, scheme, size):
    page = open_own(visit, report, base, color_scheme=scheme, **size)
    for summary in page.locator(".own summary").all():
        if summary.is_visible():
            summary.click()
    assert violations(page) == []
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide == 0


def test_the_secret_leaves_the_address_and_stays_in_the_tab(visit, report):
    page = open_own(visit, report, **HAVE_CLIPBOARD)
    assert "secret" not in page.url
    page.reload()
    expect(page.locator("#own-heading")).to_be_visible()
    link = unfold(page, "link")
    link.get_by_role("button", name="Skopiuj swój tajny link").click()
    expect(link.get_by_role("status")).to_have_text("Tajny link skopiowany.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"/reports/{report['number']}#secret={report['secret']}")
    expect(link.get_by_role("img", name="Kod QR z adresem")).to_be_visible()


def test_the_sender_reads_the_own_words(visit, report):
    page = open_own(visit, report)
    expect(page.locator(".case-words")).not_to_contain_text("601 234 567")
    expect(unfold(page, "words")).to_contain_text(PRIVATE)
    expect(page.get_by_role("button", name="Mnie też to dotyczy")).to_be_hidden()


def test_a_secret_of_another_report_opens_nothing(visit, report, service):
    other = send(service, description="Inna dziura.", location={"lon": 19.9411, "lat": 50.0208})
    page = visit(f"/reports/{report['number']}#secret={other['secret']}").page
    expect(page.get_by_role("alert").filter(has_text="Ten tajny link nie pasuje")).to_be_visible()
    expect(page.locator(".own")).to_have_count(0)


def test_the_sender_adds_words(visit, report):
    page = open_own(visit, report)
    form = unfold(page, "comment")
    form.get_by_role("button", name="Dopisz").click()
    expect(form.get_by_role("alert")).to_have_text("Napisz najpierw kilka słów.")
    expect(form.get_by_label("Co chcesz dodać?")).to_be_focused()
    form.get_by_label("Co chcesz dodać?").fill("Dziura jest już większa.")
    form.get_by_role("button", name="Dopisz").click()
    expect(said(page)).to_have_text("Dopisano.")
    expect(page.locator(".case-history li").last).to_contain_text("Dziura jest już większa.")


def test_the_sender_adds_photos(visit, report, tmp_path):
    page = open_own(visit, report)
    form = unfold(page, "photos")
    form.get_by_role("button", name="Wyślij zdjęcia").click()
    expect(form.get_by_role("alert")).to_have_text("Najpierw wybierz zdjęcia.")
    (tmp_path / "notatka.txt").write_text("To nie zdjęcie.")
    form.get_by_label("Wybierz zdjęcia").set_input_files(tmp_path / "notatka.txt")
    expect(form.get_by_role("alert")).to_contain_text("Pliku notatka.txt nie umiemy przyjąć.")
    form.get_by_label("Wybierz zdjęcia").set_input_files(PHOTOS)
    expect(form.locator(".own-previews li")).to_have_count(2)
    form.get_by_role("button", name="Wyślij zdjęcia").click()
    expect(said(page)).to_have_text("Zdjęcia dodane.")
    expect(page.locator("a[data-photo]")).to_have_count(2)
    expect(unfold(page, "photos")).to_contain_text("jeszcze 3 zdjęcia")


def test_the_sender_answers_when_asked(visit, report, staff):
    staff.step(report["number"], "assigned")
    staff.step(report["number"], "waiting", "Po której stronie ulicy?")
    page = open_own(visit, report)
    expect(page.locator(".case-waiting")).to_be_visible()
    page.get_by_label("Twoja odpowiedź").fill("Po stronie parku.")
    page.get_by_role("button", name="Wyślij odpowiedź").click()
    expect(said(page)).to_have_text("Dziękujemy, odpowiedź jest już u jednostki.")
    expect(page.locator(".case-status-name")).to_have_text("Przekazane jednostce")
    expect(page.locator(".case-history li").last).to_contain_text("Po stronie parku.")
    expect(page.get_by_label("Twoja odpowiedź")).to_be_hidden()


def test_the_sender_says_that_it_is_not_fixed(visit, report, staff):
    staff.step(report["number"], "assigned")
    staff.step(report["number"], "resolved", "Załatane.")
    page = open_own(visit, report)
    expect(page.locator(".own")).to_contain_text(re.compile(r"Można to zrobić do \d+ \w+ \d{4}\."))
    page.get_by_label("Co jest nadal nie tak?").fill("Po deszczu znów jest dziura.")
    page.get_by_role("button", name="Poproś o ponowne otwarcie").click()
    expect(said(page)).to_have_text("Sprawa jest znów otwarta. Dziękujemy za czujność.")
    expect(page.locator(".case-status-name")).to_have_text("Otwarte ponownie")
    expect(page.get_by_label("Co jest nadal nie tak?")).to_be_hidden()


def test_what_cannot_be_done_any_more_is_said_kindly(visit, report, staff):
    staff.step(report["number"], "assigned")
    staff.step(report["number"], "waiting", "Po której stronie ulicy?")
    page = open_own(visit, report, expect_failures=True)
    staff.step(report["number"], "in_progress")
    page.get_by_label("Twoja odpowiedź").fill("Po stronie parku.")
    page.get_by_role("button", name="Wyślij odpowiedź").click()
    expect(page.locator("form[data-own=answer] [role=alert]")).to_contain_text("Stan zgłoszenia się zmienił")
    expect(page.get_by_label("Twoja odpowiedź")).to_have_value("Po stronie parku.")


def test_without_a_network_nothing_is_lost(visit, report):
    page = open_own(visit, report, expect_failures=True)
    form = unfold(page, "comment")
    form.get_by_label("Co chcesz dodać?").fill("Dziura jest już większa.")
    page.context.set_offline(True)
    form.get_by_role("button", name="Dopisz").click()
    expect(form.get_by_role("alert")).to_have_text("Nie ma połączenia. Sprawdź sieć i spróbuj jeszcze raz.")
    page.context.set_offline(False)
    form.get_by_role("button", name="Dopisz").click()
    expect(said(page)).to_have_text("Dopisano.")


def test_a_withdrawn_report_is_there_for_its_sender_alone(visit, report):
    page = open_own(visit, report)
    unfold(page, "withdraw").get_by_role("button").click()
    dialog = page.get_by_role("dialog", name=f"Wycofać zgłoszenie {report['number']}?")
    dialog.get_by_role("button", name="Zostaw").click()
    expect(page.locator(".case-status-name")).to_have_text("Przyjęte")
    page.locator("[data-withdraw]").click()
    dialog.get_by_role("button", name="Tak, wycofaj").click()
    expect(said(page)).to_have_text("Zgłoszenie wycofane. Dziękujemy za tę wiadomość.")
    expect(page.locator(".case-status-name")).to_have_text("Wycofane")
    expect(page.locator(".case-words")).to_contain_text(PRIVATE)

    again = open_own(visit, report, "/en", expect_failures=True)
    expect(again.locator(".case-status-name")).to_have_text("Withdrawn")
    expect(again.locator(".case-history li")).to_have_count(2)
    assert violations(again) == []
    stranger = visit(f"/reports/{report['number']}", expect_failures=True).page
    expect(stranger.locator("main")).not_to_contain_text("Dziura przy szkole")


def test_what_has_changed_comes_when_one_looks_again(visit, report, staff):
    page = open_case(visit, report)
    expect(page.locator(".case-status-name")).to_have_text("Przyjęte")
    staff.step(report["number"], "assigned")
    page.evaluate(
        """() => {
          const later = Date.now() + 60_000;
          Date.now = () => later;
          document.dispatchEvent(new Event("visibilitychange"));
        }"""
    )
    expect(page.locator(".case-status-name")).to_have_text("Przekazane jednostce")
    expect(page.locator("#fresh")).to_have_text("Pojawiły się nowe informacje o zgłoszeniu.")


def test_paper_has_everything_that_is_read_and_a_way_back(visit, report):
    page = open_case(visit, report)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".case-paper [role=img]")).to_be_visible()
    expect(page.locator(".case-paper")).to_contain_text(f"/reports/{report['number']}")
    expect(page.locator(".case-why p")).to_be_visible()
    for gone in (".masthead-report", ".case-tools", ".case-support", ".case-follow"):
        expect(page.locator(gone)).to_be_hidden()
