"""Whether Today welcomes somebody who comes back after weeks; this computer remembers it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from homejournal.ui.base.preferences import Preferences

_GREETING = "greeting/today"


def is_greeting_wanted(preferences: "Preferences") -> bool:
    """Return whether there is a welcome; there is one unless somebody said no."""
    return preferences.remembered(_GREETING) != "no"


def want_greeting(preferences: "Preferences", wanted: bool) -> None:  # noqa: FBT001
    """Have a welcome from now on, or none."""
    preferences.remember(_GREETING, None if wanted else "no")
