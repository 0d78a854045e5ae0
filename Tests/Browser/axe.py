"""What axe finds on a page as it stands."""

from axe_playwright_python.sync_playwright import Axe


def violations(page) -> list[str]:
    """All that axe finds on a page or what wraps it, however small."""
    return [
        f"{violation['id']} ({violation['impact']}): {node['html'][:160]}"
        for violation in Axe().run(getattr(page, "page", page)).response["violations"]
        for node in violation["nodes"]
    ]
