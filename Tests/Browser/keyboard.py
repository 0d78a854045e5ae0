"""Moving through a page as those do who use no pointer."""

MOST_STOPS = 120


def tab_to(control):
    """Presses Tab until a control has the focus; it must be reached."""
    keyboard = control.page.keyboard
    for _ in range(MOST_STOPS):
        keyboard.press("Tab")
        if control.evaluate("control => control === document.activeElement"):
            return
    raise AssertionError(f"the keyboard does not reach {control}")
