"""Polish and English say the same."""

from playwright.sync_api import expect

SHAPE = """
async (path) => {
  const text = await (await fetch(path)).text();
  const page = new DOMParser().parseFromString(text, "text/html");
  return [...page.body.querySelectorAll("*")].map((element) =>
    [element.localName, element.id, element.dataset.view, element.dataset.action, element.dataset.icon]);
}
"""
KEYS = """
async (language) => {
  const keys = (value, path) => typeof value === "string"
    ? [path] : Object.entries(value).flatMap(([key, inner]) => keys(inner, `${path}.${key}`));
  const catalogue = (await import(`/assets/strings/${language}.js`)).default;
  return keys(catalogue, language).map((key) => key.slice(language.length)).sort();
}
"""


def test_the_english_page_reports_in_english(visit):
    page = visit("/en/", at=(17, 50.0795, 19.9121))
    page.wait_for_map()
    expect(page.heading("What needs fixing in your neighbourhood?")).to_be_visible()
    page.click_map()
    expect(page.page.locator("#place-name")).to_contain_text("District ")
    page.write("road.pothole", "A deep hole in the middle of the lane.")
    page.send()
    assert page.number()
    expect(page.page.locator("#sent-category")).to_have_text("Pothole")


def test_the_other_language_opens_at_the_same_place(visit):
    page = visit(at=(15, 50.0614, 19.9372))
    page.wait_for_map()
    page.page.get_by_role("link", name="English").click()
    expect(page.page).to_have_url(f"{page.address}/en/#15/50.06140/19.93720")
    expect(page.page.locator("html")).to_have_attribute("lang", "en")


def test_both_pages_have_the_same_parts(visit):
    page = visit()
    assert page.page.evaluate(SHAPE, "/") == page.page.evaluate(SHAPE, "/en/")


def test_both_catalogues_have_the_same_texts(visit):
    page = visit()
    assert page.page.evaluate(KEYS, "pl") == page.page.evaluate(KEYS, "en")


def test_the_service_explains_in_the_language_of_the_page(visit):
    page = visit("/en/", at=(14, 49.90, 19.90), expect_failures=True)
    page.wait_for_map()
    page.click_map()
    page.write("road.pothole", "A deep hole in the middle of the lane.")
    page.send()
    expect(page.page.locator("#location-error")).to_contain_text("outside the city")
