"""All pages of the portal, and reports to look at on them."""

import json
import urllib.request
import uuid

PAGES = ["/", "/report", "/report?kind=idea", "/ideas", "/about", "/help", "/privacy", "/accessibility", "/offline"]
LANGUAGES = {"pl": "", "en": "/en"}
MISSING = "/reports/KCK-2026-999999"


def send(service, **fields):
    """Sends a report as an app does; answers its receipt."""
    body = {
        "category": "road.pothole",
        "description": "Głęboka dziura przy krawężniku, auta zjeżdżają na chodnik.",
        "location": {"lon": 19.9213, "lat": 50.0467},
    } | fields
    request = urllib.request.Request(
        f"{service.address}/api/v1/reports",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())},
    )
    with urllib.request.urlopen(request, timeout=15) as answer:
        return json.loads(answer.read())


def address(path: str, language: str) -> str:
    """A page's address in a language; that of Polish pages is the path itself."""
    return LANGUAGES[language] + path
