"""Every text and every border can be read on what it stands on, in every scheme."""

import colorsys

import pytest

from homejournal.ui.theme.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, tokens_for

SCHEMES = {
    "light": LIGHT,
    "dark": DARK,
    "contrast-light": CONTRAST_LIGHT,
    "contrast-dark": CONTRAST_DARK,
}
ANSWERS = ("answer1", "answer2", "answer3", "answer4", "answer_no")
GROUNDS = ("bg", "surface", "surface2", "nav", "accent_soft", "info_soft", "careful_soft")
TEXTS = [
    *((ink, ground) for ink in ("text",) for ground in GROUNDS),
    *((ink, ground) for ink in ("muted",) for ground in ("bg", "surface", "surface2", "nav")),
    *((ink, ground) for ink in ("ok", "problem", "accent") for ground in ("bg", "surface")),
    *(("problem", ground) for ground in ("surface2", "accent_soft")),  # under pointer and press
    ("accent", "accent_soft"),
    ("accent", "nav"),
    ("accent_text", "accent"),
    ("bg", "text"),
    ("toast_text", "toast"),
    *((f"on_{name}", name) for name in ANSWERS),
]
LINES = [
    *((line, ground) for line in ("control", "focus") for ground in ("bg", "surface", "nav")),
    ("focus", "surface2"),
    ("focus", "accent_soft"),
    ("info", "info_soft"),
    ("careful", "careful_soft"),
    ("accent", "surface"),
]


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first, second):
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def too_weak(tokens, pairs, least):
    return [
        (ink, ground, round(ratio, 2))
        for ink, ground in pairs
        if (ratio := contrast(tokens.colour(ink), tokens.colour(ground))) < least
    ]


def test_the_measure_knows_black_on_white():
    assert round(contrast("#000000", "#FFFFFF"), 1) == 21.0


@pytest.mark.parametrize("name", SCHEMES)
def test_text_reaches_four_and_a_half_to_one(name):
    assert too_weak(SCHEMES[name], TEXTS, 4.5) == []


@pytest.mark.parametrize("name", SCHEMES)
def test_borders_icons_and_focus_reach_three_to_one(name):
    assert too_weak(SCHEMES[name], LINES, 3.0) == []


@pytest.mark.parametrize("name", ["contrast-light", "contrast-dark"])
def test_high_contrast_text_reaches_seven_to_one(name):
    assert too_weak(SCHEMES[name], TEXTS, 7.0) == []


@pytest.mark.parametrize("name", SCHEMES)
def test_nothing_is_red(name):
    colours = {k: v for k, v in SCHEMES[name]._asdict().items() if str(v).startswith("#")}
    assert [ink for ink, colour in colours.items() if looks_red(colour)] == []


def looks_red(colour):
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, strength, _ = colorsys.rgb_to_hsv(*parts)
    return strength > 0.3 and not 20 / 360 < hue < 340 / 360


def test_the_look_for_red_knows_brick_from_amber():
    assert looks_red("#9A3B26")
    assert not looks_red("#854500")


def test_contrast_and_darkness_choose_the_scheme():
    assert tokens_for(dark=False, contrast=False) is LIGHT
    assert tokens_for(dark=True, contrast=False) is DARK
    assert tokens_for(dark=False, contrast=True) is CONTRAST_LIGHT
    assert tokens_for(dark=True, contrast=True) is CONTRAST_DARK
