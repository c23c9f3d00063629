"""The named colors of the window: light, dark, and the two of high contrast."""

from typing import NamedTuple


class Tokens(NamedTuple):
    """Every color of one scheme as ``#RRGGBB``; no other module names a color.

    Text reaches 4.5 : 1 on every ground it stands on, borders and icons 3 : 1 (WCAG 2.2, success
    criteria 1.4.3 and 1.4.11). ``answer1`` to ``answer4`` are the levels of a rating, light to dark
    of one hue in their order, ``answer_no`` is "not today"; each has the ink of its words.
    """

    dark: bool
    border: int
    bg: str
    surface: str
    surface2: str
    nav: str
    line: str
    control: str
    text: str
    muted: str
    accent: str
    accent_text: str
    accent_soft: str
    focus: str
    ok: str
    problem: str
    info_soft: str
    careful_soft: str
    toast: str
    toast_text: str
    careful: str
    info: str
    answer1: str
    answer2: str
    answer3: str
    answer4: str
    answer_no: str
    on_answer1: str
    on_answer2: str
    on_answer3: str
    on_answer4: str
    on_answer_no: str

    def colour(self, name: str) -> str:
        """Return the color of that name; AttributeError if there is none."""
        return str(getattr(self, name))


LIGHT = Tokens(
    dark=False,
    border=1,
    bg="#F6F4F0",
    surface="#FFFFFF",
    surface2="#F0EDE7",
    nav="#EFECE5",
    line="#DDD8CE",
    control="#8A857B",
    text="#1F2933",
    muted="#565F6B",
    accent="#0B6E6E",
    accent_text="#FFFFFF",
    accent_soft="#DDEFED",
    focus="#0B57D0",
    ok="#1B6B3A",
    problem="#854500",
    info_soft="#E1ECF9",
    careful_soft="#FAF0D2",
    toast="#1F2933",
    toast_text="#F6F4F0",
    careful="#7A5A00",
    info="#1D5FA8",
    answer1="#CDE7E4",
    answer2="#93C9C4",
    answer3="#2C7F7E",
    answer4="#0A5555",
    answer_no="#6B7480",
    on_answer1="#1F2933",
    on_answer2="#1F2933",
    on_answer3="#FFFFFF",
    on_answer4="#FFFFFF",
    on_answer_no="#FFFFFF",
)

DARK = Tokens(
    dark=True,
    border=1,
    bg="#16191C",
    surface="#1F2428",
    surface2="#282E33",
    nav="#1A1E21",
    line="#363D43",
    control="#7C8790",
    text="#ECEFF1",
    muted="#AEB7BF",
    accent="#6FD0C8",
    accent_text="#06302E",
    accent_soft="#173B3A",
    focus="#8AB4F8",
    ok="#7FD6A0",
    problem="#F2BE85",
    info_soft="#1E3148",
    careful_soft="#3A3217",
    toast="#ECEFF1",
    toast_text="#16191C",
    careful="#E8C664",
    info="#9CC4F5",
    answer1="#1F4B49",
    answer2="#2A6D69",
    answer3="#4BA8A1",
    answer4="#8FE3DB",
    answer_no="#AEB7BF",
    on_answer1="#ECEFF1",
    on_answer2="#ECEFF1",
    on_answer3="#06302E",
    on_answer4="#06302E",
    on_answer_no="#16191C",
)

CONTRAST_LIGHT = Tokens(
    dark=False,
    border=2,
    bg="#FFFFFF",
    surface="#FFFFFF",
    surface2="#F2F2F2",
    nav="#FFFFFF",
    line="#000000",
    control="#000000",
    text="#000000",
    muted="#1F2933",
    accent="#004F4F",
    accent_text="#FFFFFF",
    accent_soft="#E6F5F4",
    focus="#0037A6",
    ok="#004D1F",
    problem="#5C3000",
    info_soft="#FFFFFF",
    careful_soft="#FFFFFF",
    toast="#000000",
    toast_text="#FFFFFF",
    careful="#574000",
    info="#003F80",
    answer1="#E6F5F4",
    answer2="#A9D8D4",
    answer3="#004F4F",
    answer4="#002E2E",
    answer_no="#1F2933",
    on_answer1="#000000",
    on_answer2="#000000",
    on_answer3="#FFFFFF",
    on_answer4="#FFFFFF",
    on_answer_no="#FFFFFF",
)

CONTRAST_DARK = Tokens(
    dark=True,
    border=2,
    bg="#000000",
    surface="#000000",
    surface2="#1C1C1C",
    nav="#000000",
    line="#FFFFFF",
    control="#FFFFFF",
    text="#FFFFFF",
    muted="#E4E8EB",
    accent="#7FF0E6",
    accent_text="#00201E",
    accent_soft="#002E2B",
    focus="#FFD84D",
    ok="#9BF0BC",
    problem="#FFD3A3",
    info_soft="#000000",
    careful_soft="#000000",
    toast="#FFFFFF",
    toast_text="#000000",
    careful="#FFE082",
    info="#B5D6FF",
    answer1="#003333",
    answer2="#00524F",
    answer3="#7FE5DD",
    answer4="#D6FFFB",
    answer_no="#FFFFFF",
    on_answer1="#FFFFFF",
    on_answer2="#FFFFFF",
    on_answer3="#000000",
    on_answer4="#000000",
    on_answer_no="#000000",
)


def tokens_for(*, dark: bool, contrast: bool) -> Tokens:
    """Choose the colors for a dark or light and an ordinary or high-contrast window."""
    if contrast:
        return CONTRAST_DARK if dark else CONTRAST_LIGHT
    return DARK if dark else LIGHT
