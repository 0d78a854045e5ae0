"""The console as a program meets it: signs in, keeps the cookie, sends forms with the token of a page."""

import html
import http.client
import re
import uuid
from urllib.parse import urlencode, urlsplit

from console import PASSWORD

SECONDS = 30


class DeskClient:
    """One who has signed in, or who has not, with no name."""

    def __init__(self, service, login=None):
        self.address = service.address
        self.cookie = None
        self.token = None
        if login:
            status, _ = self.post("/dispatch/sign-in", {"login": login, "password": PASSWORD})
            assert status == 303, status
            self.token = re.search(r'name="token" value="([^"]+)"', self.get("/dispatch/account")[1])[1]

    def ask(self, method, path, body=None, headers=None, accept="text/html"):
        """Status and text of an answer, whatever it is."""
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=SECONDS)
        every = {"Accept": accept, "Accept-Language": "pl", "Origin": self.address, **(headers or {})}
        if self.cookie:
            every["Cookie"] = self.cookie
        try:
            connection.request(method, path, body, every)
            answer = connection.getresponse()
            if given := answer.headers["Set-Cookie"]:
                self.cookie = given.split(";")[0]
            return answer.status, answer.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def get(self, path, accept="text/html"):
        return self.ask("GET", path, accept=accept)

    def post(self, path, fields=()):
        """Sends a form of a page of ours."""
        every = dict(fields, **({"token": self.token} if self.token else {}))
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.ask("POST", path, urlencode(every).encode(), kind)

    def upload(self, text, rehearsal=False):
        """Sends a list of reports."""
        edge = uuid.uuid4().hex
        fields = {"token": self.token} | ({"dry_run": "1"} if rehearsal else {})
        parts = [f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in fields.items()]
        parts.append(f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n{text}\r\n--{edge}--\r\n')
        kind = {"Content-Type": f"multipart/form-data; boundary={edge}"}
        return self.ask("POST", "/dispatch/import", "".join(parts).encode(), kind, "application/json")

    def follow(self, meanwhile):
        """What the stream of changes tells while something is done, up to the first event about cases."""
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=SECONDS)
        try:
            connection.request("GET", "/dispatch/events", headers={"Cookie": self.cookie or ""})
            answer = connection.getresponse()
            if answer.status != 200:
                return answer.status, answer.read().decode()
            text = ""
            while "event: hello" not in text:
                text += answer.readline().decode()
            meanwhile()
            while "event: cases" not in text or not text.endswith("\n\n"):
                text += answer.readline().decode()
            return answer.status, text
        finally:
            connection.close()


def plain(text):
    """A page's text as it is read."""
    return html.unescape(text)
