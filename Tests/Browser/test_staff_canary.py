"""Personal data sent in, then everything that each role can fetch, and the log, searched for them."""

import html
import json
import math
import urllib.parse

import pytest

from console import add
from desk_client import DeskClient
from service import Service

CONTACT = {
    "first_name": "Kanareczka", "last_name": "Ćwierkająca-Żółta",
    "email": "kanarek+biuro@example.org", "phone": "+48 600 111 222",
}
# Of who reported it: shown nowhere but after a look that is on record.
CONTACT_SONGS = ["Kanareczka", "Ćwierkająca-Żółta", "kanarek+biuro@example.org", "600 111 222", "600111222"]
# Of the words as they were sent: masked by the service, and redacted by hand.
WORDS = "Dziura obok. Dzwonić: 600-555-666, kanarek&opis@example.org. Sąsiad Szczygieł \"Łąkowy\" widział."
ORIGINAL_SONGS = ["600-555-666", "600555666", "kanarek&opis@example.org", "Szczygieł \"Łąkowy\""]
NOTE = "Oddzwonić pod 600 777 888, kanarek.notatka@example.org"
NOTE_SONGS = ["600 777 888", "kanarek.notatka@example.org"]
PLACE = {"lon": 19.9373, "lat": 50.0617}
ROLES = {
    "konsultant": ("consultant",), "zdmk": ("dispatcher", "--unit", "ZDMK"), "mpo": ("dispatcher", "--unit", "MPO"),
    "zzm": ("dispatcher", "--unit", "ZZM"), "centrala": ("coordinator",), "redaktor": ("editor",), "admin": ("administrator",),
}


def spellings(song):
    """A text as it may stand in a page, an address, JSON, CSV or XML, in small letters."""
    quoted = urllib.parse.quote(song, safe="")
    found = {
        song, quoted, urllib.parse.quote(song), urllib.parse.quote_plus(song), song.replace(" ", "&nbsp;"),
        json.dumps(song)[1:-1], json.dumps(song, ensure_ascii=False)[1:-1], json.dumps(song)[1:-1].replace("/", "\\/"),
        html.escape(song), html.escape(song, quote=False), html.escape(song).replace("&quot;", "&#34;"),
        "".join(f"&#{ord(letter)};" for letter in song), "".join(f"&#x{ord(letter):x};" for letter in song),
        song.replace('"', '""'),
    }
    return {text.lower() for text in found}


def heard(songs, text):
    small = text.lower()
    return {song for song in songs if any(spelling in small for spelling in spellings(song))}


def tiles(layer):
    scale = 2**14
    x = int((PLACE["lon"] + 180) / 360 * scale)
    y = int((1 - math.asinh(math.tan(math.radians(PLACE["lat"]))) / math.pi) / 2 * scale)
    return [f"{layer}/14/{x}/{y}.{kind}" for kind in ("geojson", "mvt")]


class Aviary:
    """A service with one account of each role, and a report of ZDMK about which MPO was asked."""

    def __init__(self, service):
        self.service = service
        for login, role in ROLES.items():
            add(service, login, *role)
        self.desks = {login: DeskClient(service, login) for login in ROLES} | {"nobody": DeskClient(service)}
        self.keys = {unit: self._key(unit) for unit in ("ZDMK", "ZZM", "KCK")}
        self.number = self._report(WORDS)
        path = f"/dispatch/reports/{self.number}"
        centre = self.desks["centrala"]
        assert centre.post(f"{path}/ask", {"unit": "MPO", "note": "Wasze?"})[0] == 303
        assert centre.post(f"{path}/note", {"note": NOTE})[0] == 303
        assert centre.post(f"{path}/words", {"description": "Dziura obok.", "address": ""})[0] == 303
        # What nobody redacts by hand is everybody's to read; the rest the service masks by itself.
        words = WORDS[: WORDS.index(" Sąsiad")].replace('"', '""')
        listed = "category,description,lon,lat,first_name,last_name,email,phone\n" + ",".join(
            ["road.pothole", f'"{words}"', "19.9374", "50.0618", *CONTACT.values()]
        )
        status, text = centre.upload(listed)
        assert status == 200, text
        self.imported = json.loads(text)["reports"][0]["number"]
        self.refusals = {"rehearsal": centre.upload(listed + "\n" + listed.split("\n")[1], rehearsal=True)[1]}
        self._mistakes(listed)

    def _key(self, unit):
        done = self.service.run("keys", "add", "--name", unit.lower(), "--scope", "unit", "--unit", unit)
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()[-1]

    def _report(self, words):
        body = {"category": "road.pothole", "description": words, "location": PLACE, "contact": CONTACT,
                "consents": {"email": True, "sms": True}}
        status, text = DeskClient(self.service).ask(
            "POST", "/api/v1/reports", json.dumps(body).encode(), {"Content-Type": "application/json"}, "application/json"
        )
        assert status == 201, text
        return json.loads(text)["number"]

    def _mistakes(self, listed):
        """Whoever makes a mistake finds no data of others in the answer, nor we any in the log."""
        centre = self.desks["centrala"]
        head, line = listed.split("\n")
        for name, text in {
            "category": head + "\n" + line.replace("road.pothole", "no.such"), "quote": head + "\n" + line + '"x',
            "email": head + "\n" + line.replace("@example.org,", "@,"), "head": line + "\n" + line,
        }.items():
            # What is wrong with a head may be told by naming it, to who sent it.
            answer = centre.upload(text)[1]
            if name != "head":
                self.refusals[name] = answer
        path = f"/dispatch/reports/{self.number}"
        for act in ("step", "holder", "unit", "ask", "answer", "place", "link", "words"):
            centre.post(f"{path}/{act}", {"status": WORDS, "reason": WORDS, "holder": WORDS, "unit": WORDS, "lon": WORDS,
                                          "leader": WORDS, "version": WORDS, "description": WORDS * 100})
        for login in (CONTACT["email"], WORDS):
            DeskClient(self.service).post("/dispatch/sign-in", {"login": login, "password": CONTACT["phone"]})
        centre.get("/dispatch/?" + urllib.parse.urlencode({"q": CONTACT["email"], "unit": WORDS, "holder": WORDS}))

    def paths(self):
        """Everything that can be fetched, by where it is."""
        found = [
            "/dispatch/", "/dispatch/?status=all&sort=newest", "/dispatch/?q=dziura", "/dispatch/import", "/dispatch/account",
            "/dispatch/export.csv?status=all", "/dispatch/export.geojson?status=all", "/dispatch/export.csv?q=dziura",
            "/dispatch/audit", "/dispatch/staff", "/metrics", "/readyz", "/api/v1/reports?limit=100",
            "/api/v1/reports?after=&limit=100", "/open311/v2/requests.json", "/open311/v2/requests.xml?extensions=true",
            "/ogc/collections/reports/items?limit=100", "/ogc/collections/reports/items?limit=100&f=html",
            "/reports.atom", "/en/reports.atom", "/",
        ]
        found += tiles("/dispatch/tiles/reports") + tiles("/dispatch/tiles/unit") + tiles("/tiles/reports")
        for number in (self.number, self.imported):
            found += [
                f"/dispatch/reports/{number}", f"/api/v1/reports/{number}", f"/api/v1/reports/{number}/history",
                f"/reports/{number}", f"/reports/{number}/feed.atom", f"/open311/v2/requests/{number}.xml",
                f"/ogc/collections/reports/items/{number}", f"/ogc/collections/reports/items/{number}?f=html",
            ]
        return found


@pytest.fixture(scope="module")
def aviary():
    with Service(reports=20) as running:
        yield Aviary(running)


def accepted(path):
    """Pages as browsers ask for them, data as programs do."""
    is_page = path.startswith("/dispatch/") and "tiles" not in path or path.startswith("/reports/") or "f=html" in path
    return "text/html" if is_page else "*/*"


def test_no_role_fetches_contact_data_or_words_that_it_may_not_see(aviary):
    found, status = set(), {}
    for login, desk in aviary.desks.items():
        for path in aviary.paths():
            status[login, path], text = desk.get(path, accepted(path))
            songs = heard(CONTACT_SONGS, text)
            # Who handles a case reads its words as they were sent, on its page and nowhere else.
            is_desk = path.startswith("/dispatch/reports/") and login in ("zdmk", "centrala")
            if not is_desk:
                songs |= heard(ORIGINAL_SONGS + NOTE_SONGS, text)
            found |= {(login, path, song) for song in songs}
    assert found == set()
    # The net has no holes: each was really let in, and kept out.
    page = f"/dispatch/reports/{aviary.number}"
    assert {login: status[login, page] for login in aviary.desks} == {
        "konsultant": 200, "zdmk": 200, "mpo": 200, "zzm": 404, "centrala": 200, "redaktor": 200, "admin": 403, "nobody": 303,
    }
    assert {login for login in aviary.desks if status[login, "/dispatch/export.csv?status=all"] == 200} == {
        "zdmk", "mpo", "zzm", "centrala",
    }


def test_a_key_shows_no_contact_data_and_foreign_words_to_nobody(aviary):
    found = set()
    for unit, key in aviary.keys.items():
        for path in aviary.paths():
            if path.startswith("/dispatch/") and "tiles" not in path:
                continue
            headers = {"Authorization": f"Bearer {key}"}
            _, text = DeskClient(aviary.service).ask("GET", path, None, headers, accepted(path))
            songs = heard(CONTACT_SONGS, text)
            # A unit's own programs read what was sent to it; those of others read as everybody does.
            if unit == "ZZM":
                songs |= heard(ORIGINAL_SONGS + NOTE_SONGS, text)
            found |= {(unit, path, song) for song in songs}
    assert found == set()


def test_streams_tell_numbers_alone(aviary):
    for login, desk in aviary.desks.items():
        def change():
            aviary.desks["centrala"].post(f"/dispatch/reports/{aviary.number}/note", {"note": NOTE})
        status, text = desk.follow(change)
        assert status == {"admin": 403, "nobody": 401}.get(login, 200)
        assert heard(CONTACT_SONGS + ORIGINAL_SONGS + NOTE_SONGS, text) == set()
        assert status != 200 or aviary.number in text


def test_refusals_quote_nobody(aviary):
    found = {(name, song) for name, text in aviary.refusals.items() for song in heard(CONTACT_SONGS + ORIGINAL_SONGS, text)}
    assert found == set()


def test_who_may_look_sees_it_and_each_look_is_on_record(aviary):
    """The positive control: the same search finds what may be read."""
    seen = {}
    for login, desk in aviary.desks.items():
        status, text = desk.post(f"/dispatch/reports/{aviary.number}/contact")
        seen[login] = (status, heard(CONTACT_SONGS, text))
    # The number is kept without its spaces.
    everything = set(CONTACT_SONGS) - {"600 111 222"}
    assert seen == {
        "konsultant": (200, everything), "zdmk": (200, everything), "centrala": (200, everything),
        "mpo": (403, set()), "zzm": (404, set()), "redaktor": (403, set()), "admin": (403, set()), "nobody": (303, set()),
    }
    for login, songs in (("zdmk", True), ("centrala", True), ("mpo", False), ("konsultant", False)):
        _, text = aviary.desks[login].get(f"/dispatch/reports/{aviary.number}")
        assert ("Szczygieł \"Łąkowy\"" in heard(ORIGINAL_SONGS, text)) == songs
        assert bool(heard(NOTE_SONGS, text)) == songs
    _, audit = aviary.desks["admin"].get("/dispatch/audit?what=contact_seen")
    assert audit.count(aviary.number) + audit.count("<tr>") >= 3
    for login in ("konsultant", "zdmk", "centrala"):
        assert login in audit
    for login in ("mpo", "zzm", "redaktor"):
        assert f">{login}<" not in audit
    assert heard(CONTACT_SONGS, audit) == set()


def test_the_log_names_nobody(aviary):
    """Last, so that all of the above is in it: the service has one level of log, which is all of it."""
    log = (aviary.service.folder / "log").read_text()
    for file in sorted(aviary.service.data.rglob("*log*")):
        if file.is_file() and file.stat().st_size < 1 << 22 and "pg_wal" not in file.parts:
            log += file.read_bytes().decode("utf-8", "replace") if file.suffix in (".log", "") else ""
    assert "service.started" in log
    assert heard(CONTACT_SONGS + ORIGINAL_SONGS + NOTE_SONGS, log) == set()
