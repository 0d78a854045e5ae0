"""The console as staff meet it: accounts made by command, and signing in without a pointer."""

import tempfile
from pathlib import Path

from keyboard import tab_to

PASSWORD = "cztery słonie w windzie"


def add(service, login, role, *more, password=PASSWORD):
    """Makes an account that has its password for good, and needs no codes unless `more` says so."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "password"
        file.write_text(password + "\n", encoding="utf-8")
        done = service.run(
            "staff", "add", login, "--role", role, "--password-file", str(file), "--without-code", *more
        )
    assert done.returncode == 0, done.stderr


def fill(page, label, text):
    """Goes to a field by Tab, and types over what is there."""
    field = page.page.get_by_label(label, exact=True)
    if not field.evaluate("field => field === document.activeElement"):
        tab_to(field)
    page.page.keyboard.press("Control+A")
    page.page.keyboard.type(text)


def sign_in(page, login, password=PASSWORD, path="/dispatch/"):
    """Goes to a page and signs in on the way, by the keyboard alone."""
    page.open(path)
    fill(page, "Nazwa konta", login)
    fill(page, "Hasło", password)
    with page.page.expect_navigation():
        page.page.keyboard.press("Enter")
