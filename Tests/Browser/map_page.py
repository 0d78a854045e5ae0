"""The page as a person meets it: what can be pressed, and what is drawn on the map."""

from playwright.sync_api import Page, expect

COUNT_PIXELS = """
(name) => {
  const colour = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const wanted = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
  let found = 0;
  for (const canvas of document.querySelectorAll("#map canvas")) {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] === 255 && wanted.every((value, j) => Math.abs(data[i + j] - value) <= 1)) found += 1;
    }
  }
  return found;
}
"""


class MapPage:
    def __init__(self, page: Page, address: str):
        self.page = page
        self.address = address
        self.complaints = []
        self.foreign_requests = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._watch)

    def open(self, path="/", at=None):
        """Opens a path; `at` is (zoom, latitude, longitude)."""
        place = "#{}/{}/{}".format(*at) if at else ""
        self.page.goto(self.address + path + place)

    def wait_for_map(self):
        expect(self.page.locator("#map")).to_have_attribute("aria-busy", "false")

    def heading(self, text):
        return self.page.get_by_role("heading", name=text)

    def button(self, name):
        return self.page.get_by_role("button", name=name, exact=True)

    def middle(self) -> tuple[float, float]:
        """The point of the screen on which the map is centred: above the sheet, on a phone."""
        return tuple(
            self.page.evaluate(
                """() => {
                  const map = document.getElementById("map").getBoundingClientRect();
                  const panel = document.getElementById("panel").getBoundingClientRect();
                  const bottom = panel.left < map.right && panel.right > map.left ? panel.top : map.bottom;
                  return [map.left + map.width / 2, map.top + (bottom - map.top) / 2];
                }"""
            )
        )

    def click_map(self, right=0, down=0):
        """Clicks the map, so many pixels from its middle."""
        x, y = self.middle()
        self.page.mouse.click(x + right, y + down)

    def write(self, category, description):
        self.page.select_option("#category", category)
        self.page.fill("#description", description)

    def send(self):
        self.page.locator("#send").click()

    def number(self) -> str:
        expect(self.page.locator("#sent-heading")).to_be_visible()
        return self.page.locator("#sent-number").inner_text()

    def pixels(self, colour: str) -> int:
        """How many pixels of the map have a colour of the style sheet."""
        return self.page.evaluate(COUNT_PIXELS, colour)

    def wait_for_pixels(self, colour: str, at_least: int):
        """Waits until so many pixels of the map have a colour of the style sheet."""
        self.page.wait_for_function(f"(name) => ({COUNT_PIXELS})(name) >= {at_least}", arg=colour)

    def _hear(self, message):
        if message.type == "error":
            self.complaints.append(message.text)

    def _watch(self, request):
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.foreign_requests.append(request.url)
