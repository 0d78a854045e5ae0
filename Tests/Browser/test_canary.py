"""Personal data sent in on every way, then everything that the service shows or writes searched for it."""

import json
import math
import urllib.error
import urllib.parse
import urllib.request

import pytest

from service import Service

CONTACT = {
    "first_name": "Kanareczka", "last_name": "Zmyślona-Wymyślna",
    "email": "kanarek.jeden@example.org", "phone": "600 111 222",
}
FOLLOWER = "kanarek.dwa@example.org"
FOLLOWER_PHONE = "+48 600 333 444"
WORDS = "Proszę o kontakt: kanarek.trzy@example.org lub 600-555-666, PESEL 00010100008, auto KR 1AB23."
COMMENT = "Tak samo! Piszcie na kanarek.cztery@example.org, tel. +48600777888, PESEL 00010100008, KR 1AB23"
ADDRESS = "Długa 5, u kanarek.piec@example.org, tel. 600 999 000"
ANSWER = "linia 8, kanarek.szesc@example.org, 600 123 321"
# What must not be found anywhere, in small letters.
SONGS = [
    "kanare", "wymyślna", "example.org", "600 111 222", "600111222", "600 333 444", "600333444", "600-555-666", "600555666",
    "600777888", "600 999 000", "600 123 321", "00010100008", "1ab23",
]
PLACE = {"lon": 19.9373, "lat": 50.0617}


@pytest.fixture(scope="module")
def cage():
    with Service(reports=100) as running:
        yield running


def send(service, path, body=None, headers=None):
    """Status and text of an answer, whatever it is."""
    request = urllib.request.Request(service.address + path, headers={"Content-Type": "application/json", **(headers or {})})
    if body is not None:
        request.data = body if isinstance(body, bytes) else json.dumps(body).encode()
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.read().decode()


def plant(service):
    """Sends the data in on every way that there is; gives the reports' numbers and the texts of refusals."""
    numbers, refusals = [], []
    for category, answers in [("road.pothole", {}), ("order.parking", {}), ("noise", {}), ("pt.vehicle", {"line": ANSWER})]:
        body = {
            "category": category, "description": WORDS, "location": PLACE, "address": ADDRESS, "answers": answers,
            "contact": CONTACT, "consents": {"email": True, "sms": True},
        }
        status, text = send(service, "/api/v1/reports", body)
        assert status == 201, text
        numbers.append(json.loads(text)["number"])
        # Whoever makes a mistake must not find their data in the answer, nor we in the log.
        for mistake in [
            {"category": CONTACT["email"]}, {"colour": CONTACT["email"]}, {"location": {"lon": WORDS, "lat": 50}},
            {"contact": {**CONTACT, "email": "kanarek@"}}, {"photos": [CONTACT["email"]]}, {"channel": WORDS},
            {"answers": {"line": {"a": WORDS}}}, {"location": {"lon": 0, "lat": 0}},
        ]:
            status, text = send(service, "/api/v1/reports", {**body, **mistake})
            assert status in (400, 409, 422), text
            refusals.append(text)
        refusals.append(send(service, "/api/v1/reports", json.dumps(body).encode()[:-9])[1])
    for number in numbers[:2]:
        path = f"/api/v1/reports/{number}"
        assert send(service, f"{path}/comments", {"text": COMMENT})[0] == 200
        for follower in [
            {"email": FOLLOWER, "consents": {"email": True}},
            {"phone": FOLLOWER_PHONE, "consents": {"sms": True}},
        ]:
            assert send(service, f"{path}/followers", follower)[0] == 204
        refusals.append(send(service, f"{path}/followers", {"email": "kanarek@", "consents": {"email": True}})[1])
        refusals.append(send(service, f"{path}/support", {"sender": CONTACT["email"][:12]})[1])
    return numbers, refusals


def shown(service, numbers):
    """Every public text, by where it is."""
    paths = ["/api/v1/reports?limit=200", "/api/v1/reports?after=&limit=200", "/metrics", "/readyz", "/api/v1/openapi.json"]
    paths += [f"/api/v1/reports?q={urllib.parse.quote(song)}" for song in SONGS]
    for number in numbers:
        paths += [f"/api/v1/reports/{number}", f"/api/v1/reports/{number}/history"]
    scale_at = {zoom: 2**zoom for zoom in (0, 8, 12, 14, 18, 22)}
    for zoom, scale in scale_at.items():
        x = int((PLACE["lon"] + 180) / 360 * scale)
        y = int((1 - math.asinh(math.tan(math.radians(PLACE["lat"]))) / math.pi) / 2 * scale)
        paths += [f"/tiles/reports/{zoom}/{x}/{y + step}.geojson?status=all" for step in (-1, 0, 1) if 0 <= y + step < scale]
    # The last page of history is read too: whoever follows from the beginning gets all of it.
    return {path: send(service, path)[1] for path in paths}


def test_no_personal_datum_is_shown_or_written_anywhere(cage):
    numbers, refusals = plant(cage)
    texts = {**shown(cage, numbers), **{f"refusal {index}": text for index, text in enumerate(refusals)}}
    texts["log"] = (cage.folder / "log").read_text()
    # The document describes fields by examples of its own, the log of searches is none.
    texts["/api/v1/openapi.json"] = texts["/api/v1/openapi.json"].replace("example.org", "")
    found = {(song, place) for place, text in texts.items() for song in SONGS if song in text.lower()}
    # What a resident reads in a refusal may be the hint how an address looks.
    found -= {("example.org", place) for place in texts if place.startswith("refusal")
              and "example.org" not in texts[place].replace("imie@example.org", "")}
    assert found == set()


def test_the_search_would_find_what_is_there(cage):
    """The net has no holes: the same words are found where they may be read."""
    numbers, _ = plant(cage)
    texts = shown(cage, numbers)
    assert "kontakt" in texts[f"/api/v1/reports/{numbers[0]}"]
    assert "Piszcie" in texts[f"/api/v1/reports/{numbers[0]}/history"]
    assert any(numbers[0] in text for path, text in texts.items() if path.startswith("/tiles/reports/22/"))
    assert any(numbers[0] in text for path, text in texts.items() if "after=" in path)
