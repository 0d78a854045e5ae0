"""What axe finds on a page as it stands."""

from axe_playwright_python.sync_playwright import Axe

GRAVE = {"serious", "critical"}


def grave_violations(page) -> list[str]:
    """Everything that keeps somebody from using the page."""
    return [found for impact, found in violations(page) if impact in GRAVE]


def violations(page) -> list[tuple[str, str]]:
    """All that axe finds, each with its impact."""
    return [
        (violation["impact"], f"{violation['id']}: {node['html'][:160]}")
        for violation in Axe().run(page.page).response["violations"]
        for node in violation["nodes"]
    ]
