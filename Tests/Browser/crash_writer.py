"""A sender as an app should be: it repeats, under the same name, what was not acknowledged, and writes down what was."""

import http.client
import json
import random
import secrets
import struct
import threading
import time
import urllib.parse
import zlib
from dataclasses import dataclass, field

ANSWER_SECONDS = 10
PATIENCE_SECONDS = 90
PAUSE_SECONDS = 0.05
# The service's own words for 'try again': too much at once, a broken answer, a database that is away.
PASSING = {429, 500, 502, 503, 504}


class Refused(Exception):
    """An answer that no repetition would mend."""


@dataclass
class Acknowledged:
    """A report that was answered with a number, and all that was acknowledged about it."""

    key: str
    body: bytes
    answer: bytes
    number: str
    description: str
    email: str | None
    photos: list
    events: list = field(default_factory=lambda: ["received"])
    comments: list = field(default_factory=list)


class Client:
    """Asks the address at which the service is to be found at that moment."""

    def __init__(self, service, credential=None):
        self.service = service
        self.credential = credential
        self.repeated = 0

    def once(self, method, path, body=None, **headers):
        """Status and bytes of one answer; None for what never came whole."""
        place = urllib.parse.urlsplit(self.service.address)
        connection = http.client.HTTPConnection(place.hostname, place.port, timeout=ANSWER_SECONDS)
        if self.credential:
            headers["Authorization"] = f"Bearer {self.credential}"
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()

    def until_answered(self, method, path, body=None, **headers):
        """The bytes of the first answer that says yes."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            status, answer = self.once(method, path, body, **headers) or (None, b"")
            if status in (200, 201):
                return answer
            if status is not None and status not in PASSING:
                raise Refused(f"{method} {path}: {status} {answer.decode(errors='replace')}")
            self.repeated += 1
            time.sleep(PAUSE_SECONDS)
        raise Refused(f"{method} {path}: no answer in {PATIENCE_SECONDS} s")

    def say(self, path, words, key=None):
        """Sends JSON under a name until it is acknowledged."""
        name = {"Idempotency-Key": key} if key else {}
        body = words if isinstance(words, bytes) else json.dumps(words).encode()
        return self.until_answered("POST", path, body, **{"Content-Type": "application/json"}, **name)

    def upload(self, picture):
        """Sends a photo until it is acknowledged; the same bytes are the same photo."""
        edge = secrets.token_hex(16)
        head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="p.png"\r\nContent-Type: image/png\r\n\r\n'
        body = head.encode() + picture + f"\r\n--{edge}--\r\n".encode()
        media = {"Content-Type": f"multipart/form-data; boundary={edge}"}
        return json.loads(self.until_answered("POST", "/api/v1/photos", body, **media))


class Writer(threading.Thread):
    """Sends reports and what belongs to them, one after the other, until it is told to stop."""

    def __init__(self, name, client, shared, stop):
        super().__init__(name=name, daemon=True)
        self.client = client
        self.shared = shared
        self.stop = stop
        self.random = random.Random(name)
        self.acknowledged = []
        self.shared_comments = []
        self.failure = None

    def run(self):
        try:
            while not self.stop.is_set():
                self.turn(len(self.acknowledged))
        except Exception as failure:  # pylint: disable=broad-except
            self.failure = failure

    def turn(self, step):
        photos = [self.client.upload(self.picture()) for _ in range(self.random.choice([0, 0, 1, 2]))]
        email = f"{self.name}-{step}@example.org" if self.random.random() < 0.5 else None
        report = self.report(step, email, photos)
        self.acknowledged.append(report)
        for _ in range(self.random.choice([0, 1, 2])):
            self.random.choice([self.comment, self.support])(report)
        if self.random.random() < 0.3:
            text = f"{self.name} on the shared one {step}"
            self.client.say(f"/api/v1/reports/{self.shared}/comments", {"text": text}, secrets.token_hex(16))
            self.shared_comments.append(text)

    def report(self, step, email, photos):
        description = f"crash test {self.name} {step}"
        words = {
            "category": "road.pothole",
            "description": description,
            "location": {"lon": 19.9373, "lat": 50.0617},
            "photos": [photo["id"] for photo in photos],
        }
        if email:
            words |= {"contact": {"email": email}, "consents": {"email": True}}
        key, body = secrets.token_hex(16), json.dumps(words).encode()
        answer = self.client.say("/api/v1/reports", body, key)
        receipt = json.loads(answer)
        # What looks like another's is taken for the same, until staff have looked.
        events = ["received", "suggested"] if receipt["linked_to"] else ["received"]
        return Acknowledged(key, body, answer, receipt["number"], description, email, photos, events)

    def comment(self, report):
        text = f"{report.description}: comment {len(report.comments)}"
        self.client.say(f"/api/v1/reports/{report.number}/comments", {"text": text}, secrets.token_hex(16))
        report.comments.append(text)
        report.events.append("comment")

    def support(self, report):
        self.client.say(f"/api/v1/reports/{report.number}/support", {"sender": secrets.token_hex(16)})
        report.events.append("supported")

    def picture(self):
        """A PNG that nobody else sends."""
        width, height = 48, 32
        rows = b"".join(b"\0" + self.random.randbytes(3 * width) for _ in range(height))
        head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
