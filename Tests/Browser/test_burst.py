"""A burst of reports, as on the day after a storm: all are taken, and the service does not grow with them."""

import json
import secrets
import threading
import time

import pytest

from crash_writer import Client
from service import Service

RATE = 200
WARM_SECONDS = 5
SECONDS = 15
SENDERS = 16
# What it may grow by while 3,000 reports come: their pins on the map are a third of a megabyte, the rest is malloc's.
GROWTH_MB = 16


@pytest.fixture(scope="module")
def service():
    with Service(reports=50, options=["--write-rate", "0"]) as running:
        yield running


def resident_megabytes(pid):
    with open(f"/proc/{pid}/status", encoding="utf-8") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:")) / 1024


class Sender(threading.Thread):
    """Sends its share of the burst, each report at its moment or as soon after it as the last was answered."""

    def __init__(self, client, moments):
        super().__init__(daemon=True)
        self.client = client
        self.moments = moments
        self.numbers = []
        self.refusals = []

    def run(self):
        for moment in self.moments:
            time.sleep(max(0, moment - time.monotonic()))
            words = {
                "category": "road.pothole",
                "description": f"Dziura po burzy, druga z rzędu na tej ulicy: {secrets.token_hex(4)}",
                "location": {"lon": 19.92 + secrets.randbelow(40_000) / 1e6, "lat": 50.05 + secrets.randbelow(20_000) / 1e6},
                "contact": {"email": "nadawca@example.org"},
                "consents": {"email": True},
            }
            named = {"Content-Type": "application/json", "Idempotency-Key": secrets.token_hex(16)}
            answer = self.client.once("POST", "/api/v1/reports", json.dumps(words).encode(), **named)
            if answer and answer[0] == 201:
                self.numbers.append(json.loads(answer[1])["number"])
            else:
                self.refusals.append(answer)


def burst(service, seconds):
    """Numbers of what was taken, and what was said to the rest."""
    start = time.monotonic()
    moments = [start + index / RATE for index in range(RATE * seconds)]
    senders = [Sender(Client(service), moments[index::SENDERS]) for index in range(SENDERS)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    return [number for sender in senders for number in sender.numbers], [
        refusal for sender in senders for refusal in sender.refusals
    ]


def test_a_burst_is_taken_whole_with_flat_memory(service):
    warm, refusals = burst(service, WARM_SECONDS)
    before = resident_megabytes(service.process.pid)
    taken, more_refusals = burst(service, SECONDS)
    growth = resident_megabytes(service.process.pid) - before
    assert refusals + more_refusals == []
    assert len(set(warm + taken)) == RATE * (WARM_SECONDS + SECONDS)
    assert growth < GROWTH_MB
    assert Client(service).once("GET", f"/api/v1/reports/{taken[-1]}")[0] == 200
