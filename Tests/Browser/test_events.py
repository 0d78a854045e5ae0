"""What a page hears of the map while it changes, from the service itself."""

import json
import math
import secrets
import time
import urllib.error
import urllib.request

import pytest

from event_stream import EventStream
from service import Service

PLACES = [(19.9373, 50.0617), (19.9912, 50.0731), (20.0372, 50.0718), (19.9021, 50.0201)]


@pytest.fixture(scope="module")
def running():
    with Service(reports=0) as service:
        yield service


def report(service, place) -> str:
    lon, lat = place
    # The same, sent again, would be the same report.
    words = f"Latarnia nie świeci. {secrets.token_hex(4)}"
    body = {"category": "road.light", "description": words, "location": {"lon": lon, "lat": lat}}
    request = urllib.request.Request(
        service.address + "/api/v1/reports", json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=15) as answer:
        return json.load(answer)["number"]


def tile_of(place) -> list[int]:
    lon, lat = place
    down = (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2
    return [int((lon + 180) / 360 * 2**14), int(down * 2**14)]


def test_a_report_is_told_by_its_tile(running):
    with EventStream(running.address) as stream:
        assert stream.next().name == "hello"
        for place in PLACES:
            report(running, place)
            event = stream.until("tiles")
            while tile_of(place) not in event.data["tiles"]:
                event = stream.until("tiles")
            assert event.data["zoom"] == 14
            assert event.data["tiles"] == sorted(event.data["tiles"])


def test_who_comes_back_hears_what_was_missed(running):
    with EventStream(running.address) as stream:
        last = stream.next().id
    for place in PLACES:
        report(running, place)
    wanted = {tuple(tile_of(place)) for place in PLACES}
    heard = set()
    while not wanted <= heard:
        with EventStream(running.address, after=last) as stream:
            event = stream.next()
            assert event.name == "tiles"
            last = event.id
            heard |= {tuple(tile) for tile in event.data["tiles"]}


def test_a_stop_ends_the_stream_at_once_and_another_process_tells_to_begin_anew(running):
    with EventStream(running.address) as stream:
        last = stream.next().id
        began = time.monotonic()
        running.stop()
        assert time.monotonic() - began < 5
        with pytest.raises(EOFError):
            while True:
                stream.next()
    running.start()
    with EventStream(running.address, after=last) as stream:
        assert stream.next().name == "reset"


def test_a_stream_with_parameters_is_refused(running):
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(running.address + "/events?zoom=12", timeout=15)
    with refused.value as answer:
        assert answer.code == 400
        assert json.load(answer)["code"] == "invalid-filter"
