"""One view of a page in a browser that is as slow as a phone: what it asks for, and when it can be used."""

from dataclasses import dataclass

PATIENCE_MS = 60_000

LARGEST = """
() => new Promise((done) => {
  let largest = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) largest = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(() => done(largest / 1000), 0);
})
"""

MAP_ANSWERS = """
() => {
  const map = document.getElementById("map");
  const answers = () => {
    if (map?.getAttribute("aria-busy") !== "false") return requestAnimationFrame(answers);
    document.documentElement.dataset.mapAnswers = String(performance.now() / 1000);
  };
  if (map) answers();
}
"""


@dataclass(frozen=True)
class Profile:
    """How slow the network and the processor are made."""

    name: str
    words: str
    kilobits: float
    latency_ms: float
    slowdown: float


PROFILES = [
    Profile("slow 4G", "1.6 Mbit/s and 150 ms for each request, a processor four times slower, as Lighthouse has its phone", 1600, 150, 4),
    Profile("4G", "9 Mbit/s and 60 ms, a processor four times slower", 9000, 60, 4),
]


class View:
    """Opens an address in a fresh profile and watches."""

    def __init__(self, chromium, address, profile):
        context = chromium.new_context(
            viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True, service_workers="block",
            ignore_https_errors=True,
        )
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        self._addresses = {}
        self._bytes = {}
        session.on("Network.requestWillBeSent", lambda event: self._addresses.update({event["requestId"]: event["request"]["url"]}))
        session.on("Network.loadingFinished", self._finish)
        session.send("Network.emulateNetworkConditions", {
            "offline": False, "latency": profile.latency_ms, "downloadThroughput": profile.kilobits * 125,
            "uploadThroughput": profile.kilobits * 125,
        })
        session.send("Emulation.setCPUThrottlingRate", {"rate": profile.slowdown})
        context.add_init_script(f"addEventListener('DOMContentLoaded', {MAP_ANSWERS})")
        page.goto(address, wait_until="load")
        self.interactive = None
        if page.locator("#map").count() and page.locator("#map").is_visible():
            page.wait_for_function("() => document.documentElement.dataset.mapAnswers")
            self.interactive = float(page.evaluate("() => document.documentElement.dataset.mapAnswers"))
        self.largest = page.evaluate(LARGEST)
        page.wait_for_timeout(300)
        context.close()
        self.vendor_kilobytes = self._kilobytes(lambda address: "/vendor/" in address)
        self.kilobytes = self._kilobytes(lambda address: "/vendor/" not in address)
        self.requests = len(self._bytes)

    def _finish(self, event):
        address = self._addresses.get(event["requestId"], "")
        if not address.startswith(("data:", "blob:")):
            self._bytes[address] = event["encodedDataLength"]

    def _kilobytes(self, counts):
        return sum(size for address, size in self._bytes.items() if counts(address)) / 1000
