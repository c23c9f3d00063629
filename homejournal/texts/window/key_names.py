"""What keys are called on a keyboard of a language."""

from collections.abc import Mapping

from homejournal.texts.wording import Wording


def key_names(wording: Wording) -> Mapping[str, str]:
    """Return the names of keys in shortcuts by those that Qt has for them.

    Qt's own Spanish says "Control+Mayúsculas", which stands on no keyboard, and not in our help.
    """
    # Translators: four keys, each as it stands on the keyboard, with + between them
    ctrl, shift, delete, enter = wording.text("Ctrl+Shift+Delete+Enter").split("+", 3)
    return {"Ctrl": ctrl, "Shift": shift, "Del": delete, "Return": enter, "Enter": enter}
