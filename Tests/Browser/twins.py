"""Reports that are there already, made through the API, and what the API says of them afterwards."""

import itertools
import json
import urllib.request
import uuid
from dataclasses import dataclass

from service import ANSWER_SECONDS, ROOT

PHOTO = ROOT / "Tests" / "Fixtures" / "photos" / "scene1.jpg"
# East of the centre, where no other test reports.
PLACES = ((20.0123 + 0.004 * (n % 5), 50.0312 + 0.003 * (n // 5)) for n in itertools.count())


@dataclass
class Place:
    lon: float
    lat: float

    def view(self, zoom=18):
        return (zoom, round(self.lat, 6), round(self.lon, 6))


class Reporter:
    """Sends what other residents have sent before."""

    def __init__(self, service):
        self.service = service

    def free_place(self) -> Place:
        """A place near which nothing is that could be taken for a report of the tests."""
        return next(place for place in itertools.starmap(Place, PLACES) if not self._is_taken(place))

    def _is_taken(self, place) -> bool:
        return any(
            self._post("/api/v1/duplicates", {**vars(place), "category": category})["candidates"]
            for category in ("road.light", "water.leak", "order.parking")
        )

    def report(self, place, category, description, **more) -> str:
        content = {"category": category, "description": description, "location": vars(place), "answers": {}, **more}
        return self._post("/api/v1/reports", content)["number"]

    def photo(self) -> str:
        """Uploads a photo; answers with its identifier."""
        boundary = uuid.uuid4().hex
        head = (
            f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="photo.jpg"\r\n'
            "Content-Type: image/jpeg\r\n\r\n"
        )
        body = head.encode() + PHOTO.read_bytes() + f"\r\n--{boundary}--\r\n".encode()
        return self._ask("/api/v1/photos", body, f"multipart/form-data; boundary={boundary}")["id"]

    def support(self, number, sender):
        self._post(f"/api/v1/reports/{number}/support", {"sender": sender})

    def read(self, number) -> dict:
        return self.service.get(f"/api/v1/reports/{number}")

    def _post(self, path, content):
        return self._ask(path, json.dumps(content).encode(), "application/json")

    def _ask(self, path, body, kind):
        request = urllib.request.Request(self.service.address + path, body, {"Content-Type": kind}, method="POST")
        with urllib.request.urlopen(request, timeout=ANSWER_SECONDS) as answer:
            return json.loads(answer.read())
