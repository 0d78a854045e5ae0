"""A client of `/events` that reads event by event."""

import http.client
import json
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass
class Event:
    id: str
    name: str
    data: dict


class EventStream:
    """Follows a service until the `with` block ends; `after` is the id heard last."""

    def __init__(self, address, after=None, patience=15):
        self.connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=patience)
        self.connection.request("GET", "/events", headers={"Last-Event-ID": after} if after else {})
        self.answer = self.connection.getresponse()
        assert self.answer.status == 200
        assert self.answer.headers["Content-Type"] == "text/event-stream"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()

    def next(self) -> Event:
        """The next event; raises EOFError where the stream ended."""
        fields = {}
        while True:
            line = self.answer.readline().decode().rstrip("\n")
            if not line and "data" in fields:
                return Event(fields["id"], fields["event"], json.loads(fields["data"]))
            if not line and self.answer.isclosed():
                raise EOFError
            name, _, value = line.partition(": ")
            if name:
                fields[name] = value

    def until(self, name) -> Event:
        """The next event of a kind."""
        while (event := self.next()).name != name:
            pass
        return event
