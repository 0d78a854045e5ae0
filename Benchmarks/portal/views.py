"""One view of a page in a browser that is as slow as a phone: what it asks for, and when it can be used."""

import statistics
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

# A map that has drawn a frame listens to fingers and keys; it is complete when nothing is awaited any more.
WATCH_MAP = """
() => {
  const map = document.getElementById("map");
  const seen = document.documentElement.dataset;
  const watch = () => {
    if (map.querySelector("canvas")) seen.mapMoves ??= String(performance.now() / 1000);
    if (seen.mapMoves && map.getAttribute("aria-busy") === "false") seen.mapComplete = String(performance.now() / 1000);
    else requestAnimationFrame(watch);
  };
  if (map) watch();
}
"""


# The score by which Chrome's tools compare processors (Lighthouse's BenchmarkIndex): how many strings are built, and how
# many arrays copied, in half a second each.
SCORE = """
() => {
  const rounds = (work) => {
    const begin = Date.now();
    let count = 0;
    for (; Date.now() - begin < 500; count += 1) work(count);
    return count / ((Date.now() - begin) / 1000) / 10;
  };
  const arrays = [0, 1].map(() => Array.from({ length: 100_000 }, (_, index) => index));
  const build = () => {
    let text = "";
    for (let i = 0; i < 10_000; i += 1) text += "a";
    if (text.length !== 10_000) throw new Error("a string went missing");
  };
  const copy = (count) => {
    const [from, to] = count % 2 === 0 ? arrays : [...arrays].reverse();
    for (let i = 0; i < from.length; i += 1) to[i] = from[i];
  };
  return (rounds(build) + rounds(copy)) / 2;
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
    Profile("4G", "9 Mbit/s and 60 ms for each request", 9000, 60, 2),
    Profile("slow 4G", "1.6 Mbit/s and 150 ms, as Lighthouse has its phone", 1600, 150, 4),
]


def score(chromium, profile):
    """What Chrome's tools would think of the processor. They take 1000 for a Pixel 5 and 264 for a Moto G Power."""
    page = chromium.new_page()
    page.evaluate(SCORE)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": profile.slowdown})
    found = statistics.median(page.evaluate(SCORE) for _ in range(5))
    page.context.close()
    return found


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
        context.add_init_script(f"addEventListener('DOMContentLoaded', {WATCH_MAP})")
        page.goto(address, wait_until="load")
        self.moves = self.complete = None
        if page.locator("#map").count() and page.locator("#map").is_visible():
            page.wait_for_function("() => document.documentElement.dataset.mapComplete")
            seen = page.evaluate("() => ({...document.documentElement.dataset})")
            self.moves, self.complete = float(seen["mapMoves"]), float(seen["mapComplete"])
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
