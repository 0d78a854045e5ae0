"""The form of a report as a person meets it: steps, tiles, buttons."""

from playwright.sync_api import expect

from conftest import PATIENCE_MS

LAMP = ("road.light", "Latarnia przy przejściu nie świeci od tygodnia.")
KEPT_DRAFT = """
(words) => new Promise((resolve) => {
  const request = indexedDB.open("emapa");
  request.onsuccess = () => {
    const kept = request.result.transaction("draft").objectStore("draft").get("draft");
    kept.onsuccess = () => {
      request.result.close();
      resolve(JSON.stringify(kept.result ?? "").includes(words));
    };
  };
})
"""
"""Whether the device keeps a draft with some words in it."""


class ReportPage:
    def __init__(self, visited):
        self.visited = visited
        self.page = visited.page

    def heading(self, text):
        return self.page.get_by_role("heading", name=text)

    def button(self, name):
        return self.page.get_by_role("button", name=name, exact=True)

    def expect_step(self, name):
        expect(self.page.locator(f"#{name}-heading")).to_be_visible()

    def wait_for_draft(self, words):
        """Waits until the device keeps a draft with these words."""
        wait_until(self.page, KEPT_DRAFT, words)

    def next(self):
        self.page.locator("#next").click()

    def back(self):
        self.page.locator("#back").click()

    def choose(self, category):
        """Presses a category's tile, unfolding the tiles where one was chosen before, until they are folded again."""
        change = self.page.locator("#category-change")
        if change.is_visible():
            change.click()
        self.page.locator(f".tile:has([value='{category}'])").click()
        expect(change).to_be_visible()

    def write(self, category, description):
        self.choose(category)
        self.page.fill("#description", description)

    def go_on(self, to):
        """Presses 'next' until a step is in sight."""
        while self.step() != to:
            before = self.step()
            self.next()
            expect(self.page.locator("body")).not_to_have_attribute("data-step", before, timeout=PATIENCE_MS)

    def step(self) -> str:
        return self.page.locator("body").get_attribute("data-step")

    def send(self):
        self.go_on("summary")
        self.page.locator("#send").click()

    def number(self) -> str:
        expect(self.page.locator("#sent-heading")).to_be_visible()
        return self.page.locator("#sent-number").inner_text()


def wait_until(page, script, argument=None):
    """Waits until a script, which may take its time, answers true."""
    for _ in range(PATIENCE_MS // 100):
        if page.evaluate(script, argument):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never true: {script}")


def at(lat, lon, base="") -> str:
    """The form's address with a place."""
    return f"{base}/report?lat={lat}&lon={lon}"


def form(visit, path="/report", **options) -> ReportPage:
    """Opens the form, without the service worker unless the test is about it."""
    return ReportPage(visit(path, **{"service_workers": "block", **options}))


def written(visit, path, category, description, **options) -> ReportPage:
    """The step 'what' with a place, a category and a description."""
    page = form(visit, path, **options)
    page.go_on("what")
    page.write(category, description)
    return page
