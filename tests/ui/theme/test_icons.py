"""Icons are drawn in the colors in force and turn round where reading does."""

import re
from threading import Thread

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QPushButton

from homejournal.resources import resource
from homejournal.ui.theme import child_pixmap, icon, pixmap, set_icon, tokens
from homejournal.ui.theme.tokens import LIGHT
from homejournal.ui.window.startup import WarmingUp
from tests.test_architecture import PACKAGE

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))


def test_every_bundled_icon_is_shown_somewhere():
    told = "".join(one.read_text(encoding="utf-8") for one in PACKAGE.rglob("*.py"))
    assert [name for name in NAMES if f'"{name}"' not in told] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_bundled_icon_is_recoloured_and_drawn(dress, name):
    assert "currentColor" in resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    image = pixmap(name, "accent", 24, ratio=2).toImage()
    assert (image.width(), image.height()) == (48, 48)
    solid = [
        image.pixelColor(x, y)
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert solid
    assert {colour.name().upper() for colour in solid} == {tokens().accent}


DRAWINGS = sorted(path.stem for path in resource("icons", "drawings").glob("*.svg"))


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_drawing_is_shown_somewhere_and_drawn_in_one_ink(dress, name):
    told = "".join(one.read_text(encoding="utf-8") for one in PACKAGE.rglob("*.py"))
    assert re.search(rf'EmptyState\(\s*"{name}"|"drawings/{name}"|__init__\("{name}"', told)
    image = pixmap(f"drawings/{name}", "accent", 120, ratio=1).toImage()
    seen = [image.pixelColor(x, y) for x in range(120) for y in range(120)]
    assert {ink.name().upper() for ink in seen if ink.alpha() == 255} == {tokens().accent}
    assert any(0 < ink.alpha() < 128 for ink in seen), "it has no soft ground"


@pytest.mark.parametrize("name", ["homejournal", "homejournal-symbolic"])
def test_the_icon_of_the_program_can_be_told_at_sixteen_pixels(dress, name):
    image = pixmap(f"app/{name}", "text", 16, ratio=1).toImage()
    inks = [image.pixelColor(x, y) for x in range(16) for y in range(16)]
    light = sum(ink.alpha() > 200 and ink.lightness() > 200 for ink in inks)
    dark = sum(ink.alpha() > 200 and ink.lightness() < 120 for ink in inks)
    assert dark > 40
    assert light > 30 or name.endswith("symbolic")


def test_the_windows_of_the_program_have_its_icon(qapp, monkeypatch):
    monkeypatch.setattr(Thread, "start", lambda _thread: None)
    parent = QObject()
    WarmingUp(parent).begin()
    shown = qapp.windowIcon().pixmap(64, 64).toImage()
    assert shown.pixelColor(32, 4).name().upper() == LIGHT.accent


def test_icons_and_fonts_carry_their_licenses():
    assert "MIT License" in resource("icons", "LICENSE").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in resource("fonts", "OFL.txt").read_text(encoding="utf-8")


def test_fonts_stay_under_four_megabytes():
    assert sum(path.stat().st_size for path in resource("fonts").glob("*.ttf")) < 4_000_000


@pytest.mark.parametrize(("name", "turns"), [("arrow-back-up", True), ("clock", False)])
def test_only_icons_that_point_somewhere_turn_round(dress, name, turns):
    plain = pixmap(name, "text", 24).toImage()
    turned = pixmap(name, "text", 24, mirrored=True).toImage()
    assert (plain != turned) is turns


def test_a_button_that_reads_from_the_right_has_its_arrow_turned(dress, qtbot):
    button, turned = QPushButton(), QPushButton()
    for widget in (button, turned):
        qtbot.addWidget(widget)
    turned.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    set_icon(button, "arrow-left")
    set_icon(turned, "arrow-left")
    size = button.iconSize()
    assert button.icon().pixmap(size).toImage() != turned.icon().pixmap(size).toImage()


def test_a_disabled_icon_is_muted(dress):
    shown = icon("plus", "accent")
    sizes = shown.availableSizes()
    plain = shown.pixmap(sizes[0], QIcon.Mode.Normal).toImage()
    assert shown.pixmap(sizes[0], QIcon.Mode.Disabled).toImage() != plain


def test_the_same_icon_is_drawn_once(dress):
    assert pixmap("sun", "text", 20).cacheKey() == pixmap("sun", "text", 20).cacheKey()


def test_a_label_can_carry_an_icon(dress, qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    set_icon(label, "bulb", "accent", 56)
    assert label.pixmap().deviceIndependentSize().width() == 56


def test_an_icon_that_does_not_exist_is_an_error(dress):
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_a_child_has_a_round_letter(dress):
    image = child_pixmap("M", 24, ratio=1).toImage()
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(12, 2).name().upper() == tokens().accent


def test_every_icon_named_in_the_window_is_bundled():
    used = set()
    for path in resource().parent.joinpath("homejournal", "ui").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        used |= set(re.findall(r'(?:set_icon|icon_button)\([^)]*?"([a-z][a-z0-9-]+)"', text))
    assert "chevron-left" in used
    assert {name for name in used if "-" in name} <= set(NAMES)
