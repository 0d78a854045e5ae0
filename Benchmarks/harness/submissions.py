"""Reports to send in through the API: whole requests, in which who sends it and its key are still to be filled in.

The same from the same sender within minutes would be taken for one report that was sent twice.
"""

# Filled in by whoever sends it, in each request anew.
MARK = "@" * 32
WORDS = (
    " w jezdni przy krawężniku, głęboka na kilkanaście centymetrów, po deszczu nie widać jej pod wodą. Samochody "
    "omijają ją przeciwnym pasem, rowerzyści zjeżdżają na chodnik."
)
BODY = (
    '{"category":"road.pothole","description":"%s","location":{"lon":%s,"lat":%s,"precision_m":8},'
    f'"contact":{{"first_name":"Test","last_name":"Testowy","email":"{MARK}@example.org","phone":"12 616 55 55"}},'
    '"consents":{"email":true,"sms":false}}'
)
HEAD = (
    "POST /api/v1/reports HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    f"Idempotency-Key: {MARK}\r\nContent-Length: %d\r\n\r\n%s\0"
)


def bodies(places, beginning):
    """A pothole's report for each place, (longitude, latitude), whose description begins so."""
    return [BODY % (beginning + WORDS, longitude, latitude) for longitude, latitude in places]


def write_requests(path, texts):
    """The requests as a paced sender reads them."""
    path.write_text("".join(HEAD % (len(text.encode()), text) for text in texts), encoding="utf-8", newline="")
