"""Reports to send in through the API: whole requests, in which the idempotency key is still to be filled in."""

WORDS = (
    " w jezdni przy krawężniku, głęboka na kilkanaście centymetrów, po deszczu nie widać jej pod wodą. Samochody "
    "omijają ją przeciwnym pasem, rowerzyści zjeżdżają na chodnik."
)
BODY = (
    '{"category":"road.pothole","description":"%s","location":{"lon":%s,"lat":%s,"precision_m":8},'
    '"contact":{"first_name":"Test","last_name":"Testowy","email":"nadawca@example.org","phone":"12 616 55 55"},'
    '"consents":{"email":true,"sms":false}}'
)
HEAD = (
    "POST /api/v1/reports HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    f"Idempotency-Key: {'@' * 32}\r\nContent-Length: %d\r\n\r\n%s\0"
)


def bodies(places, beginning):
    """A pothole's report for each place, (longitude, latitude), whose description begins so."""
    return [BODY % (beginning + WORDS, longitude, latitude) for longitude, latitude in places]


def write_requests(path, texts):
    """The requests as a paced sender reads them."""
    path.write_text("".join(HEAD % (len(text.encode()), text) for text in texts), encoding="utf-8", newline="")
