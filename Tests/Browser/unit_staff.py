"""The staff of the contact centre, who take steps with reports through the API."""

import json
import urllib.request

from service import ANSWER_SECONDS


class Staff:
    """Holds a key of the centre, which acts on any report."""

    def __init__(self, service):
        self.service = service
        made = service.run("keys", "add", "--name", "page-tests", "--scope", "unit", "--unit", "KCK")
        assert made.returncode == 0, made.stderr
        self.key = made.stdout.splitlines()[-1]

    def step(self, number, status, note=None, reason=None):
        """Changes the status of a report, with words that everybody reads."""
        content = {"status": status, "reason": reason, "note": note and {"text": note}}
        request = urllib.request.Request(
            f"{self.service.address}/api/v1/reports/{number}/steps",
            json.dumps(content).encode(),
            {"Content-Type": "application/json", "Authorization": f"Bearer {self.key}"},
        )
        with urllib.request.urlopen(request, timeout=ANSWER_SECONDS) as answer:
            assert answer.status == 200
