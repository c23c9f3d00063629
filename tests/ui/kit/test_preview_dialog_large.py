"""Sheets at large letters in a wide window, where the choices stand beside the page."""

from functools import partial

import pytest
from PySide6.QtWidgets import QBoxLayout

from homejournal.ui.theme import Scheme, apply_theme
from picture_scenes import FULL, go_to, leave
from tests.ui.waiting import settle_window
from tests.ui.whole_window.test_every_scene import faults

WIDE = (1600, 1000)
SHEETS = {"week-for-the-fridge", "plan-grid-on-paper", "about-child-on-paper", "visits-pack"}


@pytest.mark.usually(language=["ar"])
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_the_choices_beside_a_page_are_read_without_scrolling_sideways(
    example, open_window, qapp, qtbot, language
):
    window, wrong, seen = open_window(example, language), {}, set()
    apply_theme(qapp, Scheme.LIGHT, 200)
    window.resize(*WIDE)
    settle = partial(settle_window, window, qtbot)
    settle()
    for scene in (one for one in FULL if one.name in SHEETS):
        dialog = go_to(scene, window, settle)
        assert dialog._body.direction() is QBoxLayout.Direction.LeftToRight
        found = [
            fault for fault in faults(dialog) if fault != f"{dialog.width()}x{dialog.height()}"
        ]
        if found:
            wrong[scene.name] = found
        seen.add(scene.name)
        leave(window)
        settle()
    assert wrong == {}
    assert seen == SHEETS
