"""The page as a person meets it: what can be pressed, and what is drawn on the map."""

from playwright.sync_api import Page, expect

COUNT_PIXELS = """
({ name, near }) => {
  const colour = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const wanted = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
  const map = document.getElementById("map").getBoundingClientRect();
  let found = 0;
  for (const canvas of document.querySelectorAll("#map canvas")) {
    const scale = canvas.width / map.width;
    const box = near
      ? [near[0] - map.left - 14, near[1] - map.top - 14, 28, 28].map((side) => Math.round(side * scale))
      : [0, 0, canvas.width, canvas.height];
    const { data } = canvas.getContext("2d").getImageData(...box);
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] === 255 && wanted.every((value, j) => Math.abs(data[i + j] - value) <= 1)) found += 1;
    }
  }
  return found;
}
"""
"""Counts the pixels of a colour on the whole map, or within 14 pixels of a point."""

PIN_PIXELS = 60


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
        """Waits until the map has drawn the view at which it stands now, all tiles included."""
        self.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        expect(self.page.locator("#map")).to_have_attribute("aria-busy", "false")

    def heading(self, text):
        return self.page.get_by_role("heading", name=text)

    def button(self, name):
        return self.page.get_by_role("button", name=name, exact=True)

    def pixels(self, colour: str) -> int:
        """How many pixels of the map have a colour of the style sheet."""
        return self.page.evaluate(COUNT_PIXELS, {"name": colour})

    def wait_for_pixels(self, colour: str, at_least: int, near=None):
        """Waits until so many pixels of the map, or of the part near a point, have a colour."""
        predicate = f"(wanted) => ({COUNT_PIXELS})(wanted) >= {at_least}"
        self.page.wait_for_function(predicate, arg={"name": colour, "near": near})

    def _hear(self, message):
        if message.type == "error":
            self.complaints.append(message.text)

    def _watch(self, request):
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.foreign_requests.append(request.url)
