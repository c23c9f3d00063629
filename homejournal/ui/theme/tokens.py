"""The named colors of the window: light, dark, and the two of high contrast."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Every color of one scheme as ``#RRGGBB``; no other module names a color.

    Text reaches 4.5 : 1 on every ground it stands on, borders and icons 3 : 1 (WCAG 2.2, success
    criteria 1.4.3 and 1.4.11). ``hue1`` to ``hue4`` are the inks of rating levels, ``soft1`` to
    ``soft4`` the fills under them.
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
    hue1: str
    hue2: str
    hue3: str
    hue4: str
    soft1: str
    soft2: str
    soft3: str
    soft4: str

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
    problem="#9A3B26",
    info_soft="#E1ECF9",
    careful_soft="#FAF0D2",
    toast="#1F2933",
    toast_text="#F6F4F0",
    hue1="#9A3B26",
    hue2="#7A5A00",
    hue3="#0B6E6E",
    hue4="#1D5FA8",
    soft1="#FBE9E4",
    soft2="#FAF0D2",
    soft3="#DDEFED",
    soft4="#E1ECF9",
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
    problem="#F2A48F",
    info_soft="#1E3148",
    careful_soft="#3A3217",
    toast="#ECEFF1",
    toast_text="#16191C",
    hue1="#F2A48F",
    hue2="#E8C664",
    hue3="#6FD0C8",
    hue4="#9CC4F5",
    soft1="#40261F",
    soft2="#3A3217",
    soft3="#173B3A",
    soft4="#1E3148",
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
    problem="#7A1D0C",
    info_soft="#FFFFFF",
    careful_soft="#FFFFFF",
    toast="#000000",
    toast_text="#FFFFFF",
    hue1="#7A1D0C",
    hue2="#574000",
    hue3="#004F4F",
    hue4="#003F80",
    soft1="#FFF1ED",
    soft2="#FFF8E0",
    soft3="#E6F5F4",
    soft4="#EDF4FD",
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
    problem="#FFB9A6",
    info_soft="#000000",
    careful_soft="#000000",
    toast="#FFFFFF",
    toast_text="#000000",
    hue1="#FFB9A6",
    hue2="#FFE082",
    hue3="#7FF0E6",
    hue4="#B5D6FF",
    soft1="#2E0F08",
    soft2="#2B2300",
    soft3="#002E2B",
    soft4="#00203F",
)


def tokens_for(*, dark: bool, contrast: bool) -> Tokens:
    """Choose the colors for a dark or light and an ordinary or high-contrast window."""
    if contrast:
        return CONTRAST_DARK if dark else CONTRAST_LIGHT
    return DARK if dark else LIGHT
