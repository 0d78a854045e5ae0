"""Polish and English say the same, and lead to each other."""

from playwright.sync_api import expect

SHAPE = """
async (path) => {
  const text = await (await fetch(path)).text();
  const page = new DOMParser().parseFromString(text, "text/html");
  return [...page.body.querySelectorAll("*")].map((element) => `${element.localName}#${element.id}`);
}
"""
PAGES = ["/", "/report", "/ideas", "/about", "/help", "/privacy", "/accessibility", "/offline"]


def test_the_other_language_opens_at_the_same_place(visit):
    page = visit(at=(15, 50.0614, 19.9372))
    page.wait_for_map()
    page.page.locator("a[hreflang=en]").first.click()
    expect(page.page).to_have_url(f"{page.address}/en/#15/50.06140/19.93720")
    expect(page.page.locator("html")).to_have_attribute("lang", "en")


def test_both_languages_have_the_same_parts(visit):
    page = visit("/about")
    for path in PAGES:
        assert page.page.evaluate(SHAPE, path) == page.page.evaluate(SHAPE, f"/en{path}"), path


def test_filters_and_forms_keep_what_was_asked_for_in_the_other_language(visit):
    page = visit("/?district=I&status=all")
    page.wait_for_map()
    page.page.locator("a[hreflang=en]").first.click()
    page.page.wait_for_url("**/en/**")
    assert "district=I" in page.page.url and "status=all" in page.page.url
