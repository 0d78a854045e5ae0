"""QR codes of the portal, read by a decoder that is not ours."""

import subprocess

import pytest

DRAW = """
async ({ text }) => {
  const { qrCode } = await import("/assets/qr/qr.js");
  const code = qrCode(text);
  code.id = "code";
  code.style.setProperty("width", "860px");
  document.body.replaceChildren(code);
  return code.getAttribute("viewBox");
}
"""
CAPACITIES = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666]
"""Bytes that versions 1 to 20 take at level M (ISO/IEC 18004, table 7)."""
LINK = "https://emapa.example.org/reports/KCK-2026-007406"
TEXTS = [LINK, f"{LINK}#secret=U_IwxTwDCCfl-rhsaoeEpw", "0", "Zażółć gęślą jaźń, ulica Świętokrzyska 12", "łóżko", "🙂"]


def modules(version: int) -> int:
    """Modules along an edge, with the quiet zone on both sides."""
    return 17 + 4 * version + 8


def text_of(length: int) -> str:
    """So many characters that are bytes each, and no two places alike."""
    return "".join(chr(33 + (7 * n + n * n // 5) % 94) for n in range(length))


def read(picture) -> str:
    asked = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", str(picture)]
    done = subprocess.run(asked, capture_output=True, text=True, timeout=60)
    return done.stdout.removesuffix("\n")


@pytest.fixture
def draw(visit, tmp_path):
    """Draws a text as a code; answers its edge in modules and what the decoder reads on a picture of the screen."""
    page = visit("/about").page
    page.set_viewport_size({"width": 900, "height": 900})

    def draw_text(text):
        box = page.evaluate(DRAW, {"text": text})
        picture = tmp_path / "code.png"
        page.locator("#code").screenshot(path=picture)
        return int(box.split()[-1]), read(picture)

    return draw_text


def test_texts_of_every_length_are_read(draw):
    for version, capacity in enumerate(CAPACITIES, start=1):
        assert draw(text_of(capacity)) == (modules(version), text_of(capacity))
        assert draw(text_of(capacity + 1)) == (modules(version + 1), text_of(capacity + 1))


def test_links_and_polish_words_are_read(draw):
    for text in TEXTS:
        assert draw(text)[1] == text


def test_the_longest_text_is_read(draw):
    assert draw(text_of(2331)) == (modules(40), text_of(2331))


def test_what_no_code_takes_is_refused(visit):
    page = visit("/about").page
    asked = "(text) => import('/assets/qr/qr.js').then(({ qrCode }) => qrCode(text)).then(() => '', (error) => error.name)"
    assert page.evaluate(asked, text_of(2332)) == "RangeError"


def test_a_code_is_dark_on_white_in_the_dark_too(visit, tmp_path):
    page = visit("/about", color_scheme="dark").page
    page.set_viewport_size({"width": 900, "height": 900})
    page.evaluate(DRAW, {"text": LINK})
    page.locator("#code").screenshot(path=tmp_path / "code.png")
    assert read(tmp_path / "code.png") == LINK
    label = {"role": "img", "aria-label": "Kod QR z adresem"}
    assert {name: page.locator("#code").get_attribute(name) for name in label} == label
